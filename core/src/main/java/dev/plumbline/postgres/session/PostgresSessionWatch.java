// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.Blocker;
import dev.plumbline.execute.SessionWatch;
import dev.plumbline.execute.Sight;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a server's session through a second one, which is opened only when there is something to look at: a statement
 * that has run for half a second.
 *
 * <p>Who blocks is asked only while the session waits for a lock: {@code pg_blocking_pids} needs the lock manager for
 * itself for a moment (PostgreSQL documentation, "Session Information Functions"). How far work has come is in the
 * progress views (PostgreSQL documentation, "Progress Reporting"), which know nothing of ALTER TABLE.
 */
final class PostgresSessionWatch implements SessionWatch {
    private static final String WAITS =
            "SELECT 1 FROM pg_catalog.pg_stat_activity WHERE pid = ? AND wait_event_type = 'Lock'";

    private static final String BLOCKERS = "SELECT b.pid, " + BlockerReader.COLUMNS
            + " FROM (SELECT DISTINCT pg_catalog.unnest(pg_catalog.pg_blocking_pids(?)) AS pid) b"
            + " LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid ORDER BY b.pid";

    private static final String ADVANCE = """
            SELECT 'index: ' || phase || CASE WHEN blocks_total > 0 THEN ', blocks' WHEN tuples_total > 0 THEN ', rows'
                       ELSE ', sessions waited for' END,
                   CASE WHEN blocks_total > 0 THEN blocks_done WHEN tuples_total > 0 THEN tuples_done ELSE lockers_done END,
                   CASE WHEN blocks_total > 0 THEN blocks_total WHEN tuples_total > 0 THEN tuples_total
                       ELSE lockers_total END
            FROM pg_catalog.pg_stat_progress_create_index WHERE pid = ?
            UNION ALL
            SELECT phase || ', blocks', heap_blks_scanned, heap_blks_total
            FROM pg_catalog.pg_stat_progress_cluster WHERE pid = ?
            UNION ALL
            SELECT phase || ', blocks', heap_blks_scanned, heap_blks_total
            FROM pg_catalog.pg_stat_progress_vacuum WHERE pid = ?
            UNION ALL
            SELECT phase || ', blocks', sample_blks_scanned, sample_blks_total
            FROM pg_catalog.pg_stat_progress_analyze WHERE pid = ?
            """;

    private static final int TIMES = 4;

    /** It may have gone on in the meantime; then it is let go on. */
    private static final String END = "SELECT pg_catalog.pg_terminate_backend(pid) FROM pg_catalog.pg_stat_activity"
            + " WHERE pid = ? AND state LIKE 'idle in transaction%'"
            + " AND state_change <= pg_catalog.clock_timestamp() - pg_catalog.make_interval(secs => ?)";

    private final int session;
    private final Supplier<Connection> connections;
    private volatile @Nullable Connection own;
    private boolean closed;

    private PostgresSessionWatch(int session, Supplier<Connection> connections) {
        this.session = session;
        this.connections = connections;
    }

    /** Returns a watch of a connection's session; empty behind a pooler, where the session changes. */
    static Optional<SessionWatch> over(Connection working, Supplier<Connection> connections) throws SQLException {
        OptionalInt session = Pooler.lastingSession(working);
        return session.isPresent()
                ? Optional.of(new PostgresSessionWatch(session.getAsInt(), connections))
                : Optional.empty();
    }

    @Override
    public Sight look() throws SQLException {
        Connection connection = connection();
        if (!waits(connection)) {
            return new Sight(advance(connection), List.of());
        }
        List<Blocker> blockers = blockers(connection);
        return new Sight(blockers.isEmpty() ? Optional.empty() : advance(connection), blockers);
    }

    private Connection connection() throws SQLException {
        Connection open = own;
        if (open == null) {
            open = connections.get();
            keep(open);
            try (Statement statement = open.createStatement()) {
                statement.execute("SET statement_timeout = '5s'; SET search_path = ''");
            }
        }
        return open;
    }

    /** A pool may have made us wait for it until nobody looks any more. */
    private synchronized void keep(Connection open) throws SQLException {
        if (closed) {
            open.close();
        }
        own = open;
    }

    private boolean waits(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITS)) {
            statement.setInt(1, session);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private List<Blocker> blockers(Connection connection) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(BLOCKERS)) {
            statement.setInt(1, session);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    blockers.add(BlockerReader.read(rows));
                }
            }
        }
        return blockers;
    }

    private Optional<Sight.Advance> advance(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ADVANCE)) {
            for (int i = 1; i <= TIMES; i++) {
                statement.setInt(i, session);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Sight.Advance(row.getString(1), row.getLong(2), row.getLong(3)))
                        : Optional.empty();
            }
        }
    }

    @Override
    public boolean end(Blocker blocker, Duration idle) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement(END)) {
            statement.setInt(1, blocker.session());
            statement.setDouble(2, idle.toMillis() / 1000.0);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            Connection open = own;
            if (open != null) {
                open.close();
            }
        } catch (SQLException e) {
            // It ends with the process at the latest, and held nothing.
        }
    }
}
