// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.execute.BatchWork;
import dev.plumbline.execute.CommitOutcome;
import dev.plumbline.execute.Magnitudes;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.execute.SessionWatch;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.postgres.introspect.CatalogReading;
import dev.plumbline.postgres.introspect.PostgresMagnitudes;
import dev.plumbline.postgres.observe.GateKeepers;
import dev.plumbline.postgres.observe.OutsideObserver;
import dev.plumbline.postgres.observe.PostgresCostObserver;
import dev.plumbline.postgres.observe.PostgresCostObservers;
import dev.plumbline.postgres.observe.RelationLedger;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Minds PostgreSQL sessions: timeouts, transactions, what failed builds leave behind. */
public final class PostgresSessionControl implements SessionControl {
    /** lock_not_available, deadlock_detected, serialization_failure (PostgreSQL documentation, appendix A). */
    private static final Set<String> LOCK_CONFLICTS = Set.of("55P03", "40P01", "40001");

    @Override
    public void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Every name in a plan is qualified. Bodies are checked by the proof, when all that they name exists.
            statement.execute("SET search_path = ''; SET check_function_bodies = off; SET TimeZone = 'UTC';"
                    + " SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET standard_conforming_strings = on;"
                    + " SET client_min_messages = warning; SET idle_in_transaction_session_timeout = 0;"
                    // From 17 on. A step's own limits hold, not what an application's transaction may take.
                    + " SELECT pg_catalog.set_config('transaction_timeout', '0', false)"
                    + " WHERE pg_catalog.current_setting('transaction_timeout', true) IS NOT NULL");
        }
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw CommitOutcome.of(connection, e);
        }
        connection.setAutoCommit(true);
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        if (connection.isClosed() || connection.getAutoCommit()) {
            return;
        }
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException lost) {
            // The server rolls back by itself when the connection ends.
            connection.close();
        }
    }

    @Override
    public void timeouts(Connection connection, Timeouts timeouts) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = " + timeouts.lock().toMillis() + "; SET statement_timeout = "
                    + timeouts.statement().toMillis());
        }
    }

    @Override
    public boolean isLockConflict(SQLException error) {
        return error.getSQLState() != null && LOCK_CONFLICTS.contains(error.getSQLState());
    }

    /** A concurrent build that failed or was killed leaves an index that is not valid; only that one is dropped. */
    @Override
    public void cleanUpAfter(Connection connection, Step step) throws SQLException {
        timeouts(connection, Timeouts.PATIENT);
        if (step.object().kind() == ObjectKind.INDEX) {
            dropInvalid(connection, step);
        } else if (step.mode() == TransactionMode.OUTSIDE) {
            settle(connection, step);
        }
    }

    /** What a statement with CONCURRENTLY has begun is brought to an end or taken back, once the server has let go of it. */
    private static void settle(Connection connection, Step step) throws SQLException {
        for (ScriptStatement statement : statements(step)) {
            Optional<ConcurrentWork> work = ConcurrentWork.of(statement);
            if (work.isPresent()) {
                try {
                    work.get().settle(connection);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new SQLException("interrupted while " + step.object() + " was looked at", e);
                }
            }
        }
    }

    private static List<ScriptStatement> statements(Step step) {
        SqlScript script = new SqlScript("step " + step.number(), String.join(";\n", step.statements()));
        return StatementSplitter.split(script, SqlDialect.POSTGRES);
    }

    /** A detachment that was begun can only be ended. */
    @Override
    public boolean isFinished(Connection connection, Step step) throws SQLException {
        boolean finished = false;
        for (ScriptStatement statement : statements(step)) {
            if (ConcurrentWork.of(statement).orElse(null) instanceof ConcurrentWork.Detachment detachment) {
                timeouts(connection, step.timeouts());
                finished = detachment.isEnded(connection);
            }
        }
        return finished;
    }

    private static void dropInvalid(Connection connection, Step step) throws SQLException {
        boolean invalid;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT 1 FROM pg_index x WHERE NOT x.indisvalid"
                        + " AND x.indexrelid = to_regclass(" + Sql.literal(Sql.of(step.object())) + ")"
                        + " AND EXISTS (SELECT 1 FROM pg_class c WHERE c.oid = x.indexrelid AND c.relkind = 'i')")) {
            invalid = rows.next();
        }
        if (invalid) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DROP INDEX CONCURRENTLY " + Sql.of(step.object()));
            }
        }
    }

    @Override
    public CostObserver observe(Connection connection) throws SQLException {
        return PostgresCostObserver.start(connection, new RelationLedger(connection));
    }

    @Override
    public CostObserver observeOutside(Connection connection, String sql, Supplier<Connection> further)
            throws SQLException {
        try (GateKeepers once = new GateKeepers(connection)) {
            return OutsideObserver.start(connection, new RelationLedger(connection), once, sql, further);
        }
    }

    @Override
    public CostObservers observers(Connection connection) {
        return new PostgresCostObservers(connection);
    }

    /**
     * A transaction that makes thousands of tables takes the server longer for each, and more locks than it may have place for
     * (PostgreSQL documentation, "Lock Management", max_locks_per_transaction).
     */
    @Override
    public int scratchTransaction() {
        return 200;
    }

    /** The driver sends a batch without waiting for each answer (pgjdbc documentation, "Batching"). */
    @Override
    public boolean scratchSendsTogether() {
        return true;
    }

    @Override
    public Optional<BatchWork> batches() {
        return Optional.of(new PostgresBatchWork());
    }

    @Override
    public Optional<Magnitudes> magnitudes() {
        return Optional.of(new PostgresMagnitudes());
    }

    @Override
    public Optional<SessionWatch> watch(Connection connection, Supplier<Connection> connections) throws SQLException {
        return PostgresSessionWatch.over(connection, connections);
    }

    @Override
    public boolean givesToAnyRole(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user")) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public List<Step> givingNothing(List<Step> steps) {
        return GivenOwners.without(steps);
    }

    @Override
    public void admit(Connection connection, Catalog live, List<Step> steps) throws SQLException {
        GivenOwners.require(connection, live, steps);
    }

    @Override
    public List<String> obstacles(Connection connection, List<Step> steps) throws SQLException {
        return new Obstacles(steps).find(connection);
    }

    @Override
    public Reading read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION READ ONLY");
        } catch (SQLException e) {
            rollback(connection);
            throw e;
        }
        return () -> rollback(connection);
    }

    /** By object identifier and column number, neither of which a rename changes. */
    @Override
    public SortedMap<ObjectKey, String> identities(Connection connection) throws SQLException {
        SortedMap<ObjectKey, String> identities = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT n.nspname, c.relname, a.attname, c.oid, a.attnum"
                        + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                        + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
                        + " AND NOT a.attisdropped WHERE c.relkind IN ('r', 'p') AND "
                        + CatalogReading.USER_SCHEMA)) {
            while (rows.next()) {
                ObjectKey table = ObjectKey.of(ObjectKind.TABLE, rows.getString(1), rows.getString(2));
                identities.put(table, rows.getString(4));
                String column = rows.getString(3);
                if (column != null) {
                    identities.put(
                            ObjectKey.of(ObjectKind.COLUMN, rows.getString(1), rows.getString(2), column),
                            rows.getString(4) + "." + rows.getInt(5));
                }
            }
        }
        return identities;
    }
}
