// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.plan.LockMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/**
 * One of two sessions that keep a statement waiting: it holds locks on tables and indexes, in a transaction that has no
 * snapshot. It waits for a lock itself no longer than a moment, so that no deadlock can last.
 */
public final class GateKeeper implements AutoCloseable {
    private static final String SAVEPOINT = "plumbline_gate";

    private final Connection connection;
    private final int watched;
    private final int own;

    private GateKeeper(Connection connection, int watched, int own) {
        this.connection = connection;
        this.watched = watched;
        this.own = own;
    }

    /**
     * Returns one for a session.
     *
     * @param connection its own, which it closes
     * @param watched the process of the session that is kept waiting
     */
    static GateKeeper of(Connection connection, int watched) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            // Not everything can be asked for without waiting; a moment is as good.
            statement.execute("SET lock_timeout = '50ms'; SET statement_timeout = '5s'; SET search_path = ''");
        }
        connection.setAutoCommit(false);
        return new GateKeeper(connection, watched, process(connection));
    }

    /** Returns the server process of a session. */
    public static int process(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            return row.getInt(1);
        }
    }

    /**
     * Locks each relation in the first of the modes that can be had, and each of its indexes in ACCESS SHARE; what cannot be
     * had is left.
     */
    void take(List<GateRelations.Relation> relations, List<LockMode> modes) throws SQLException {
        for (GateRelations.Relation relation : relations) {
            boolean taken = false;
            for (int i = 0; i < modes.size() && !taken; i++) {
                taken = attempt(locking(relation, modes.get(i)));
            }
            // The planner opens all indexes of a table, and their locks stay until the transaction ends.
            attempt("EXPLAIN SELECT FROM ONLY " + relation.name());
        }
    }

    private boolean attempt(String sql) throws SQLException {
        run("SAVEPOINT " + SAVEPOINT);
        try {
            run(sql);
            return true;
        } catch (SQLException e) {
            // Somebody has it, or the statement has just taken the relation away.
            run("ROLLBACK TO SAVEPOINT " + SAVEPOINT);
            return false;
        }
    }

    /** LOCK refuses materialized views; a comment takes SHARE UPDATE EXCLUSIVE, and is rolled back. */
    private static String locking(GateRelations.Relation relation, LockMode mode) {
        return relation.isTable()
                ? "LOCK TABLE ONLY " + relation.name() + " IN " + mode.words() + " MODE NOWAIT"
                : "COMMENT ON MATERIALIZED VIEW " + relation.name() + " IS NULL";
    }

    /**
     * Notes the locks that the watched session has or waits for.
     *
     * @param strongest gets the strongest on each relation
     * @return whether it waits for this session
     */
    boolean look(Map<Long, LockMode> strongest) throws SQLException {
        boolean waiting = false;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT w.waits, l.relation, l.mode FROM (SELECT " + own
                        + " = ANY (pg_catalog.pg_blocking_pids(" + watched + ")) AS waits) AS w"
                        + " LEFT JOIN pg_catalog.pg_locks l ON l.pid = " + watched
                        + " AND l.locktype = 'relation' AND l.mode <> 'SIReadLock'")) {
            while (rows.next()) {
                waiting = rows.getBoolean(1);
                String mode = rows.getString(3);
                if (mode != null) {
                    strongest.merge(rows.getLong(2), LockMode.ofCatalogName(mode), LockMode::stronger);
                }
            }
        }
        return waiting;
    }

    /** Lets go of everything. */
    void release() throws SQLException {
        connection.rollback();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** Closes its session, which may have failed. */
    void end() {
        try {
            connection.close();
        } catch (SQLException e) {
            // The session is gone, and its locks with it.
        }
    }
}
