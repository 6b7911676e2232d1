// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.migrate.ScriptRules.Aftermath;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.WrittenName;
import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a statement with CONCURRENTLY leaves when it fails or its session is killed, and how that is put right.
 *
 * <p>A build that failed leaves an index that is not valid (PostgreSQL documentation, CREATE INDEX, "Building Indexes
 * Concurrently"), a REINDEX one with the suffix {@code _ccnew} or {@code _ccold}, a DETACH a partition that is being
 * detached. A server goes on with the work of a client that is gone until it has something to tell it.
 */
sealed interface ConcurrentWork {
    /** How long to wait between two looks at a build that still runs. */
    long PAUSE_MILLIS = 200;

    /** Returns the work of a statement; empty for any other. */
    static Optional<ConcurrentWork> of(ScriptStatement statement) {
        int index = statement.begins("CREATE", "UNIQUE") ? 2 : 1;
        if (statement.word(0).equals("CREATE")
                && statement.word(index).equals("INDEX")
                && statement.word(index + 1).equals("CONCURRENTLY")) {
            return Optional.of(build(statement, index + 2));
        }
        if (statement.begins("DROP", "INDEX", "CONCURRENTLY")) {
            return Optional.of(
                    new Drop(WrittenName.at(statement, statement.word(3).equals("IF") ? 5 : 3)));
        }
        if (statement.word(0).equals("REINDEX")) {
            return Optional.of(new Rebuild());
        }
        return statement.begins("ALTER", "TABLE") ? detachment(statement) : Optional.empty();
    }

    private static Build build(ScriptStatement statement, int from) {
        int at = statement.word(from).equals("IF") ? from + 3 : from;
        WrittenName index =
                statement.word(at).equals("ON") ? new WrittenName(List.of(), at) : WrittenName.at(statement, at);
        int table = index.end() + 1;
        return new Build(index, WrittenName.at(statement, statement.word(table).equals("ONLY") ? table + 1 : table));
    }

    private static Optional<ConcurrentWork> detachment(ScriptStatement statement) {
        int at = statement.word(2).equals("IF") ? 4 : 2;
        WrittenName parent = WrittenName.at(statement, statement.word(at).equals("ONLY") ? at + 1 : at);
        int detach = parent.end();
        if (!statement.word(detach).equals("DETACH")) {
            return Optional.empty();
        }
        WrittenName partition = WrittenName.at(statement, detach + 2);
        return statement.word(partition.end()).equals("CONCURRENTLY")
                ? Optional.of(new Detachment(parent, partition))
                : Optional.empty();
    }

    /**
     * Removes what an earlier try left in the way, or brings that to its end.
     *
     * @return whether it is at its end
     */
    boolean clear(Connection connection) throws SQLException;

    /** Finds out what became of it, once the server no longer works on it, and clears up. */
    Aftermath settle(Connection connection) throws SQLException, InterruptedException;

    /**
     * CREATE INDEX CONCURRENTLY. An index stands in the schema of its table.
     *
     * @param index its name; empty where the server chooses one
     */
    record Build(WrittenName index, WrittenName table) implements ConcurrentWork {
        private static final String STATE = "SELECT x.indisvalid, EXISTS (SELECT 1 FROM"
                + " pg_catalog.pg_stat_progress_create_index p WHERE p.index_relid = x.indexrelid),"
                + " n.nspname, c.relname FROM pg_catalog.pg_index x JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE x.indrelid = pg_catalog.to_regclass(?) AND c.relname = ?";

        private record State(boolean valid, boolean running, String name) {}

        private Optional<State> state(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(STATE)) {
                statement.setString(1, table.quoted());
                statement.setString(2, index.last());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new State(
                                    row.getBoolean(1),
                                    row.getBoolean(2),
                                    Sql.name(row.getString(3)) + "." + Sql.name(row.getString(4))))
                            : Optional.empty();
                }
            }
        }

        @Override
        public boolean clear(Connection connection) throws SQLException {
            Optional<State> found = index.parts().isEmpty() ? Optional.empty() : state(connection);
            if (found.isPresent() && !found.get().valid() && !found.get().running()) {
                drop(connection, found.get().name());
            }
            return false;
        }

        @Override
        public Aftermath settle(Connection connection) throws SQLException, InterruptedException {
            if (index.parts().isEmpty()) {
                return Aftermath.UNKNOWN;
            }
            Optional<State> found = state(connection);
            while (found.isPresent() && found.get().running()) {
                Thread.sleep(PAUSE_MILLIS);
                found = state(connection);
            }
            if (found.isPresent() && found.get().valid()) {
                return Aftermath.DONE;
            }
            clear(connection);
            return Aftermath.NOT_DONE;
        }
    }

    /** DROP INDEX CONCURRENTLY: run again, it goes on with an index that it left half-dropped. */
    record Drop(WrittenName index) implements ConcurrentWork {
        @Override
        public boolean clear(Connection connection) {
            // Nothing is in the way of a drop.
            return false;
        }

        @Override
        public Aftermath settle(Connection connection) throws SQLException {
            return isThere(connection, "SELECT 1 WHERE pg_catalog.to_regclass(?) IS NOT NULL", index.quoted())
                    ? Aftermath.NOT_DONE
                    : Aftermath.DONE;
        }
    }

    /**
     * REINDEX, which does no harm when it is run again, once its leftovers are gone. Those of a TOAST table can be
     * dropped too, being invalid, by a role that may use their schema; else they stay, and do no harm but take room.
     */
    record Rebuild() implements ConcurrentWork {
        private static final String LEFT = "SELECT pg_catalog.quote_ident(n.nspname) || '.' ||"
                + " pg_catalog.quote_ident(c.relname) FROM pg_catalog.pg_index x"
                + " JOIN pg_catalog.pg_class c ON c.oid = x.indexrelid"
                + " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE NOT x.indisvalid AND c.relkind = 'i'"
                + " AND (n.nspname <> 'pg_toast' OR pg_catalog.has_schema_privilege(n.oid, 'USAGE'))"
                + " AND c.relname ~ '_cc(new|old)[0-9]*$' AND NOT EXISTS (SELECT 1"
                + " FROM pg_catalog.pg_stat_progress_create_index p WHERE p.relid = x.indrelid)";

        @Override
        public boolean clear(Connection connection) throws SQLException {
            List<String> left = new ArrayList<>();
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(LEFT)) {
                while (rows.next()) {
                    left.add(rows.getString(1));
                }
            }
            for (String name : left) {
                drop(connection, name);
            }
            return false;
        }

        @Override
        public Aftermath settle(Connection connection) throws SQLException {
            clear(connection);
            return Aftermath.NOT_DONE;
        }
    }

    /** ALTER TABLE … DETACH PARTITION … CONCURRENTLY; one that was begun is ended by FINALIZE. */
    record Detachment(WrittenName parent, WrittenName partition) implements ConcurrentWork {
        private static final String INHERITS =
                "SELECT 1 FROM pg_catalog.pg_inherits WHERE inhrelid = pg_catalog.to_regclass(?)";

        /** A pending detachment cannot be taken back, and cannot be begun again. */
        @Override
        public boolean clear(Connection connection) throws SQLException {
            if (!isThere(connection, INHERITS + " AND inhdetachpending", partition.quoted())) {
                return false;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "ALTER TABLE " + parent.quoted() + " DETACH PARTITION " + partition.quoted() + " FINALIZE");
            }
            return true;
        }

        /** Returns whether the table is no partition, once a detachment that was begun is ended. */
        boolean isEnded(Connection connection) throws SQLException {
            return clear(connection) || !isThere(connection, INHERITS, partition.quoted());
        }

        @Override
        public Aftermath settle(Connection connection) throws SQLException {
            return isEnded(connection) ? Aftermath.DONE : Aftermath.NOT_DONE;
        }
    }

    private static void drop(Connection connection, String quoted) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP INDEX CONCURRENTLY IF EXISTS " + quoted);
        }
    }

    private static boolean isThere(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
