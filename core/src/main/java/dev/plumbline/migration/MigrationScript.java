// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One direction of a migration. */
public sealed interface MigrationScript {
    /** Returns what tells its content from another. */
    Checksum checksum();

    /** Returns what its author asked for. */
    MigrationOptions options();

    /** SQL, split into statements when they are first asked for. Safe for use by several threads. */
    final class Sql implements MigrationScript {
        private final SqlScript script;
        private final SqlScript written;
        private final SqlDialect dialect;
        private final MigrationOptions options;

        private volatile @Nullable List<ScriptStatement> statements;
        private volatile @Nullable Checksum checksum;

        /** Creates it from a text in which everything is SQL for the database, and is split as its dialect wants. */
        public Sql(SqlScript script, SqlDialect dialect, MigrationOptions options) {
            this(script, script, dialect, options);
        }

        /**
         * Creates one in which text was replaced.
         *
         * @param script the text for the database
         * @param written the text as its author wrote it, from which the checksum comes: the value of a placeholder may
         *     differ from one database to the next without anybody having changed the migration
         */
        public Sql(SqlScript script, SqlScript written, SqlDialect dialect, MigrationOptions options) {
            this.script = Objects.requireNonNull(script);
            this.written = Objects.requireNonNull(written);
            this.dialect = dialect;
            this.options = options;
        }

        /** Returns the text, with the name of its file. */
        public SqlScript script() {
            return script;
        }

        /**
         * Returns its statements in order; what is only comments is left out.
         *
         * @throws dev.plumbline.error.PlumblineException with {@code SOURCE_NOT_LOADED} and the position, for what
         *     cannot be split
         */
        public List<ScriptStatement> statements() {
            List<ScriptStatement> known = statements;
            if (known == null) {
                known = split(script);
                statements = known;
            }
            return known;
        }

        private List<ScriptStatement> split(SqlScript text) {
            return StatementSplitter.split(text, dialect).stream()
                    .filter(statement -> !statement.tokens().isEmpty())
                    .toList();
        }

        /** Returns the same script, each statement of which is committed by itself. */
        public Sql withoutTransaction() {
            return new Sql(script, written, dialect, options.withoutTransaction());
        }

        @Override
        public Checksum checksum() {
            Checksum known = checksum;
            if (known == null) {
                known = Checksum.of(written.equals(script) ? statements() : split(written));
                checksum = known;
            }
            return known;
        }

        @Override
        public MigrationOptions options() {
            return options;
        }

        @Override
        public String toString() {
            return script.name();
        }
    }

    /**
     * Java code that is handed a connection.
     *
     * @param name what it is, for messages
     */
    record Java(String name, Checksum checksum, MigrationOptions options, Work work) implements MigrationScript {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a Java migration does. */
    @FunctionalInterface
    interface Work {
        /** Runs on a connection whose transaction the runner begins and ends, unless the options say otherwise. */
        void run(Connection connection) throws SQLException;
    }
}
