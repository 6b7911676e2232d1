// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts scans over more than one transaction of a session. What a session has counted is kept in it for up to a second, then
 * handed to the server's common books ({@code pgstat_report_stat}); the sum of both is what there was. Before PostgreSQL 15 a
 * process of its own kept these books, and what was handed over appeared in them at some later time: there the session's own
 * count is taken, and begun at a moment when it has just handed over, so that it keeps what follows for half a second.
 */
final class ScanCounter {
    private static final int BOOKS_ARE_SHARED = 15;
    private static final String MARK = "'pg_catalog.pg_am'::pg_catalog.regclass";
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_NANOS = 10_000_000;

    private final boolean shared;
    private final long marks;

    private ScanCounter(boolean shared, long marks) {
        this.shared = shared;
        this.marks = marks;
    }

    /** Returns a counter that begins now. */
    static ScanCounter begin(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() >= BOOKS_ARE_SHARED) {
            return new ScanCounter(true, 0);
        }
        long before = mark(connection);
        long now = mark(connection);
        for (int i = 0; i < ATTEMPTS && now > before; i++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            before = now;
            now = mark(connection);
        }
        return new ScanCounter(false, now);
    }

    /** Scans a small catalog, and returns how many such scans the session has not handed over yet. */
    private static long mark(Connection connection) throws SQLException {
        number(connection, "SELECT count(*) FROM pg_catalog.pg_am");
        return marks(connection);
    }

    private static long marks(Connection connection) throws SQLException {
        return number(connection, "SELECT COALESCE(pg_catalog.pg_stat_get_xact_numscans(" + MARK + "), 0)");
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns the expression for the scans of {@code c.oid} so far. */
    String expression() {
        return shared
                ? "pg_catalog.pg_stat_get_numscans(c.oid) + COALESCE(" + RelationBook.OWN_SCANS + ", 0)"
                : RelationBook.OWN_SCANS;
    }

    /**
     * Ends the count of one that began, as {@link #settle} does.
     *
     * @return why its scans cannot be seen, as a sentence without its full stop; empty where they can
     */
    Optional<String> end(Connection connection, RelationLedger ledger) throws SQLException {
        Optional<String> fault = settle(connection, ledger);
        return !shared && marks(connection) < marks
                ? Optional.of("what it scans is not seen, because PostgreSQL 14 took too long to count it")
                : fault;
    }

    /**
     * Has the session hand over what it has counted when its transaction ends, instead of up to a second later, where the server can
     * ({@code pg_stat_force_next_flush}, PostgreSQL 15 and newer), and tells the ledger.
     *
     * @return why scans cannot be seen in the session, as a sentence without its full stop; empty where they can
     */
    static Optional<String> settle(Connection connection, RelationLedger ledger) throws SQLException {
        boolean handsOver = connection.getMetaData().getDatabaseMajorVersion() >= BOOKS_ARE_SHARED;
        String query = "SELECT pg_catalog.current_setting('track_counts')"
                + (handsOver ? ", pg_catalog.pg_stat_force_next_flush()" : "");
        try (PreparedStatement statement = connection.prepareStatement(query);
                ResultSet row = statement.executeQuery()) {
            boolean counts = row.next() && row.getString(1).equals("on");
            if (handsOver) {
                ledger.scansAreHandedOver();
            }
            return counts
                    ? Optional.empty()
                    : Optional.of("scans are not seen, because track_counts is off on the scratch server");
        }
    }
}
