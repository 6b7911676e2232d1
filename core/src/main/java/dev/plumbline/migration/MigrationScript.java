// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
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

        /** What is run before and behind it as a part of it, and is none of its checksum. */
        private final List<Sql> before;

        private final List<Sql> behind;

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
            this(script, written, dialect, options, List.of(), List.of());
        }

        private Sql(
                SqlScript script,
                SqlScript written,
                SqlDialect dialect,
                MigrationOptions options,
                List<Sql> before,
                List<Sql> behind) {
            this.before = List.copyOf(before);
            this.behind = List.copyOf(behind);
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
         * Returns its statements in order, and those around it; what is only comments is left out.
         *
         * @throws dev.plumbline.error.PlumblineException with {@code SOURCE_NOT_LOADED} and the position, for what
         *     cannot be split
         */
        public List<ScriptStatement> statements() {
            List<ScriptStatement> known = statements;
            if (known == null) {
                known = before.isEmpty() && behind.isEmpty() ? split(script) : together();
                statements = known;
            }
            return known;
        }

        private List<ScriptStatement> split(SqlScript text) {
            return StatementSplitter.split(text, dialect).stream()
                    .filter(statement -> !statement.tokens().isEmpty())
                    .toList();
        }

        private List<ScriptStatement> together() {
            List<ScriptStatement> all = new ArrayList<>();
            before.forEach(each -> all.addAll(each.statements()));
            all.addAll(split(script));
            behind.forEach(each -> all.addAll(each.statements()));
            List<ScriptStatement> numbered = new ArrayList<>();
            all.forEach(statement -> numbered.add(statement.numbered(numbered.size() + 1)));
            return List.copyOf(numbered);
        }

        /**
         * Returns the same script with others around it, which are run as a part of it: in its transaction, and with what those before
         * it set for the session. It keeps its checksum, its text and its options.
         */
        Sql between(List<Sql> first, List<Sql> last) {
            return first.isEmpty() && last.isEmpty() ? this : new Sql(script, written, dialect, options, first, last);
        }

        /** Returns the same script, each statement of which is committed by itself. */
        public Sql withoutTransaction() {
            return new Sql(script, written, dialect, options.withoutTransaction(), before, behind);
        }

        @Override
        public Checksum checksum() {
            Checksum known = checksum;
            if (known == null) {
                boolean alone = written.equals(script) && before.isEmpty() && behind.isEmpty();
                known = Checksum.of(alone ? statements() : split(written));
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
