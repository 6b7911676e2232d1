// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.Lease;
import dev.plumbline.execute.LockPolling;
import dev.plumbline.execute.MigrationLocks;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The migration lock as an advisory lock of a session that is otherwise idle: it has no transaction and no snapshot that
 * a concurrent index build would wait for. It ends with the session, whoever ends that.
 *
 * <p>Should that session end while the run lives, the transaction that the run has open is still its own: it holds the
 * second key, and a new holder waits for that.
 */
final class AdvisoryLock implements MigrationLocks.Held {
    private final Connection own;
    private final AdvisoryKey key;
    private final int session;
    private final String runKey;
    private final boolean serverMindsClients;

    private AdvisoryLock(Connection own, AdvisoryKey key, int session, boolean serverMindsClients) {
        this.own = own;
        this.key = key;
        this.session = session;
        this.runKey = key.runs() + ", " + new SecureRandom().nextInt();
        this.serverMindsClients = serverMindsClients;
    }

    /** Makes a connection ready to hold the lock. */
    static AdvisoryLock over(Connection own, AdvisoryKey key) throws SQLException {
        int session;
        try (Statement statement = own.createStatement()) {
            // An idle session must not be ended for being idle, and one whose machine is gone within seconds.
            statement.execute("SET idle_session_timeout = 0; SET tcp_keepalives_idle = 3;"
                    + " SET tcp_keepalives_interval = 1; SET tcp_keepalives_count = 4");
            try (ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
                row.next();
                session = row.getInt(1);
            }
        }
        return new AdvisoryLock(own, key, session, serverMindsClients(own));
    }

    /**
     * Returns whether the server can look after clients while it works for them. Otherwise it would go on building an
     * index for a run that was killed. Not every operating system lets it (documentation of {@code
     * client_connection_check_interval}).
     */
    static boolean serverMindsClients(Connection own) {
        try (Statement statement = own.createStatement()) {
            statement.execute("SELECT " + mindClient(true));
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Returns the call that makes the server look every second; in the transaction only, or for the session. */
    static String mindClient(boolean inTransaction) {
        return "pg_catalog.set_config('client_connection_check_interval', '1000', " + inTransaction + ")";
    }

    /** Takes the lock unless another run has it, or a run that lost it has a transaction open. */
    boolean tryTake(PostgresLeases leases) throws SQLException {
        if (!isTrue("SELECT pg_catalog.pg_try_advisory_lock(" + key.run() + ")")) {
            return false;
        }
        boolean free = false;
        try {
            free = noRunIsLeft()
                    && noTransactionIsLeft()
                    && noLeaseIsLeft(leases)
                    && isTrue("SELECT pg_catalog.pg_try_advisory_lock(" + runKey + ")");
        } finally {
            if (!free) {
                unlock();
            }
        }
        return free;
    }

    /** The locks of a session that ends go one after the other; the one that its run goes by may be the last. */
    private boolean noRunIsLeft() throws SQLException {
        return isTrue("SELECT NOT EXISTS (SELECT FROM pg_catalog.pg_locks l WHERE " + key.matchesRuns() + ")");
    }

    private boolean noTransactionIsLeft() throws SQLException {
        return isTrue("SELECT CASE WHEN pg_catalog.pg_try_advisory_lock(" + key.transactions()
                + ") THEN pg_catalog.pg_advisory_unlock(" + key.transactions() + ") ELSE false END");
    }

    /** Takes a lease that a run behind a pooler may have let expire, so that this run cannot go on with it. */
    private boolean noLeaseIsLeft(PostgresLeases leases) throws SQLException {
        Optional<PostgresLeaseTable> table = leases.find(own);
        if (table.isEmpty()) {
            return true;
        }
        Optional<Lease> taken = table.get().seize(own, Lease.claim(leases.lockName()));
        if (taken.isPresent()) {
            table.get().release(own, taken.get());
        }
        return taken.isPresent();
    }

    /**
     * The session of the lock is there if its run's own key cannot be had. In this order: the transaction takes its key
     * before it looks, a later holder of the lock looks for the run's key before it looks for the transaction's, so that
     * one of the two gives way. {@code CASE} keeps the order. Of {@code pg_locks} this would take ten times as long.
     */
    @Override
    public void require(Connection connection) throws SQLException {
        String query = "SELECT " + isHeld() + mind(!connection.getAutoCommit());
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            if (!row.getBoolean(1)) {
                throw LockPolling.lost("the session " + session + " that held it has ended");
            }
        }
    }

    private String isHeld() {
        return "CASE WHEN pg_catalog.pg_try_advisory_xact_lock_shared(" + key.transactions()
                + ") THEN NOT pg_catalog.pg_try_advisory_xact_lock_shared(" + runKey + ") ELSE false END";
    }

    private String mind(boolean inTransaction) {
        return serverMindsClients ? ", " + mindClient(inTransaction) : "";
    }

    /** Divides by zero where the lock is lost. While the transaction has its key, no other run gets the lock. */
    @Override
    public Optional<String> guard() {
        return Optional.of("SELECT 1 / (" + isHeld() + ")::pg_catalog.int4" + mind(true));
    }

    @Override
    public void close() {
        try {
            isTrue("SELECT pg_catalog.pg_advisory_unlock(" + runKey + ")");
            unlock();
            try (Statement statement = own.createStatement()) {
                statement.execute("RESET idle_session_timeout; RESET tcp_keepalives_idle;"
                        + " RESET tcp_keepalives_interval; RESET tcp_keepalives_count");
            }
        } catch (SQLException e) {
            // The session is gone, and the lock with it.
        }
        try {
            own.close();
        } catch (SQLException e) {
            // It is gone already.
        }
    }

    private void unlock() throws SQLException {
        isTrue("SELECT pg_catalog.pg_advisory_unlock(" + key.run() + ")");
    }

    private boolean isTrue(String query) throws SQLException {
        try (Statement statement = own.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
