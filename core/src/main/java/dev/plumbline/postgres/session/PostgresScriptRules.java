// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.migrate.OneExchange;
import dev.plumbline.migrate.Placement;
import dev.plumbline.migrate.ScriptRules;
import dev.plumbline.migrate.ScriptStart;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * What PostgreSQL wants of the statements in people's scripts. Which ones it refuses in a transaction block is said on
 * their pages of the documentation and by the calls of {@code PreventInTransactionBlock} in the server's source.
 */
public final class PostgresScriptRules implements ScriptRules {
    private static final Set<String> DATABASE_WIDE = Set.of("DATABASE", "TABLESPACE");

    /** Under no transaction these may commit by themselves: procedures and anonymous blocks. */
    private static final Set<String> MAY_COMMIT = Set.of("CALL", "DO");

    private static final String AS_ONESELF = "RESET SESSION AUTHORIZATION; RESET ROLE";

    @Override
    public Placement placement(ScriptStatement statement, boolean transaction) {
        return switch (statement.word(0)) {
            case "BEGIN" -> Placement.BEGIN;
            case "START" -> statement.begins("START", "TRANSACTION") ? Placement.BEGIN : Placement.TRANSACTION;
            case "COMMIT", "END" -> Placement.COMMIT;
            case "ABORT" -> Placement.ROLLBACK;
            case "ROLLBACK" -> toSavepoint(statement) ? Placement.TRANSACTION : Placement.ROLLBACK;
            case "SET", "RESET", "DISCARD" -> setting(statement);
            case "SELECT" -> isSetConfig(statement) ? Placement.SESSION : Placement.TRANSACTION;
            default ->
                refusedInTransactions(statement) || (!transaction && MAY_COMMIT.contains(statement.word(0)))
                        ? Placement.OUTSIDE
                        : Placement.TRANSACTION;
        };
    }

    private static boolean toSavepoint(ScriptStatement statement) {
        return statement.word(1).equals("TO") || statement.word(2).equals("TO");
    }

    /** SET LOCAL and SET CONSTRAINTS belong to their transaction. */
    private static Placement setting(ScriptStatement statement) {
        return switch (statement.word(1)) {
            case "LOCAL", "CONSTRAINTS", "TRANSACTION" -> Placement.TRANSACTION;
            case "ALL" -> statement.begins("DISCARD", "ALL") ? Placement.OUTSIDE : Placement.SESSION;
            default -> Placement.SESSION;
        };
    }

    private static boolean isSetConfig(ScriptStatement statement) {
        return statement.word(1).equals("SET_CONFIG")
                || (statement.word(1).equals("PG_CATALOG") && statement.word(3).equals("SET_CONFIG"));
    }

    private static boolean refusedInTransactions(ScriptStatement statement) {
        return switch (statement.word(0)) {
            case "VACUUM" -> true;
            case "CREATE" ->
                DATABASE_WIDE.contains(statement.word(1)) || createsConcurrently(statement) || connects(statement);
            case "DROP" ->
                DATABASE_WIDE.contains(statement.word(1))
                        || statement.begins("DROP", "INDEX", "CONCURRENTLY")
                        || statement.word(1).equals("SUBSCRIPTION");
            case "ALTER" ->
                statement.word(1).equals("SYSTEM")
                        || (statement.begins("ALTER", "DATABASE") && has(statement, "TABLESPACE"))
                        || (statement.begins("ALTER", "TABLE") && has(statement, "DETACH", "CONCURRENTLY"))
                        || (statement.begins("ALTER", "SUBSCRIPTION") && has(statement, "REFRESH"));
            case "REINDEX" ->
                has(statement, "CONCURRENTLY")
                        || statement.word(1).equals("DATABASE")
                        || statement.word(1).equals("SYSTEM")
                        || statement.word(1).equals("SCHEMA");
            // Without a table it goes over all of them, each in a transaction of its own.
            case "CLUSTER" -> statement.tokens().size() == 1;
            default -> false;
        };
    }

    private static boolean createsConcurrently(ScriptStatement statement) {
        int at = statement.word(1).equals("UNIQUE") ? 2 : 1;
        return statement.word(at).equals("INDEX") && statement.word(at + 1).equals("CONCURRENTLY");
    }

    /** It makes a replication slot on the other server, unless it is told not to. */
    private static boolean connects(ScriptStatement statement) {
        return statement.word(1).equals("SUBSCRIPTION");
    }

    private static boolean has(ScriptStatement statement, String... words) {
        int found = 0;
        for (int i = 0; i < statement.tokens().size() && found < words.length; i++) {
            if (statement.word(i).equals(words[found])) {
                found++;
            }
        }
        return found == words.length;
    }

    @Override
    public void reset(Connection connection, ScriptStart start) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(resetText(!connection.getAutoCommit(), start));
        }
    }

    @Override
    public SortedMap<String, String> declared(Connection connection) throws SQLException {
        return DeclaredSettings.read(connection);
    }

    @Override
    public boolean declares(ScriptStatement statement) {
        return statement.begins("ALTER")
                && Set.of("DATABASE", "ROLE", "USER").contains(statement.word(1))
                && (has(statement, "SET") || has(statement, "RESET"));
    }

    private static String resetText(boolean inTransaction, ScriptStart start) {
        String set = inTransaction ? "SET LOCAL " : "SET ";
        StringBuilder sql = new StringBuilder(AS_ONESELF).append("; RESET ALL; ");
        sql.append(set)
                .append("lock_timeout = ")
                .append(start.lockTimeout().toMillis())
                .append("; ");
        sql.append(set)
                .append("statement_timeout = ")
                .append(start.statementTimeout().toMillis());
        start.declared()
                .forEach((name, value) -> sql.append("; ")
                        .append(set)
                        .append(Sql.name(name))
                        .append(" = ")
                        .append(Sql.literal(value)));
        if (!start.searchPath().isEmpty()) {
            sql.append("; ")
                    .append(set)
                    .append("search_path = ")
                    .append(start.searchPath().stream().map(Sql::name).collect(Collectors.joining(", ")));
        }
        return sql.toString();
    }

    /**
     * Building and dropping an index concurrently waits for every transaction that was there before, under locks that let
     * reads and writes pass (PostgreSQL documentation, CREATE INDEX, "Building Indexes Concurrently").
     */
    @Override
    public boolean waitsAlone(ScriptStatement statement) {
        return ConcurrentWork.of(statement)
                .filter(work -> work instanceof ConcurrentWork.Build || work instanceof ConcurrentWork.Drop)
                .isPresent();
    }

    @Override
    public Optional<OneExchange> oneExchange() {
        return Optional.of(new Exchange());
    }

    private static final class Exchange implements OneExchange {
        @Override
        public String reset(ScriptStart start) {
            return resetText(true, start);
        }

        @Override
        public String literal(String text) {
            return Sql.literal(text);
        }

        @Override
        public String elapsedMillis() {
            return "(1000 * pg_catalog.date_part('epoch', pg_catalog.clock_timestamp()"
                    + " - pg_catalog.transaction_timestamp()))::pg_catalog.int8";
        }
    }

    @Override
    public void asOneself(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(AS_ONESELF);
        }
    }

    @Override
    public boolean clear(Connection connection, ScriptStatement statement) throws SQLException {
        Optional<ConcurrentWork> work = ConcurrentWork.of(statement);
        return work.isPresent() && work.get().clear(connection);
    }

    @Override
    public Aftermath settle(Connection connection, ScriptStatement statement)
            throws SQLException, InterruptedException {
        Orphans.awaitEnd(connection, statement);
        Optional<ConcurrentWork> work = ConcurrentWork.of(statement);
        if (work.isPresent()) {
            return work.get().settle(connection);
        }
        return switch (statement.word(0)) {
            // Each of these does once more what it may have done before.
            case "VACUUM", "ANALYZE", "REINDEX", "CLUSTER", "CHECKPOINT", "DISCARD" -> Aftermath.NOT_DONE;
            case "ALTER" ->
                statement.word(1).equals("SYSTEM") || statement.word(1).equals("DATABASE")
                        ? Aftermath.NOT_DONE
                        : Aftermath.UNKNOWN;
            case "CREATE", "DROP" -> ServerObject.settle(connection, statement);
            default -> Aftermath.UNKNOWN;
        };
    }

    @Override
    public String user(Connection connection) throws SQLException {
        String user = connection.getMetaData().getUserName();
        return user == null ? "" : user;
    }
}
