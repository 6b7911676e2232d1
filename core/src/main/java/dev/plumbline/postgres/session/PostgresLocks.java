// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.LeaseLocks;
import dev.plumbline.execute.LockName;
import dev.plumbline.execute.LockPolling;
import dev.plumbline.execute.MigrationLocks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The migration lock of a PostgreSQL database: an advisory lock of a session, or behind a pooler, where a session is
 * not one's own, a lease. Runs of both kinds hold each other off: each takes its own lock first and then looks for one
 * of the other kind, so that of two that come together at least one steps back.
 */
public final class PostgresLocks implements MigrationLocks {
    private final LockName name;
    private final AdvisoryKey key;

    /** Names the lock; it is taken in the database of the session that asks for it. */
    public PostgresLocks(LockName name) {
        this.name = name;
        this.key = AdvisoryKey.of(name);
    }

    @Override
    public Held take(Supplier<Connection> connections, Duration patience) throws SQLException, InterruptedException {
        Connection own = connections.get();
        boolean held = false;
        try {
            own.setAutoCommit(true);
            if (Pooler.isBetween(own)) {
                own.close();
                return new LeaseLocks(new PostgresLeases(name), name).take(connections, patience);
            }
            AdvisoryLock lock = AdvisoryLock.over(own, key);
            LockPolling.until(
                    patience,
                    () -> lock.tryTake(new PostgresLeases(name)) ? Optional.of(lock) : Optional.empty(),
                    () -> holder(own));
            held = true;
            return lock;
        } finally {
            if (!held) {
                own.close();
            }
        }
    }

    private Optional<String> holder(Connection own) throws SQLException {
        Optional<String> session = session(own, key);
        if (session.isPresent()) {
            return session;
        }
        var leases = new PostgresLeases(name).find(own);
        return leases.isPresent() ? leases.get().holder(own, name.text()) : Optional.empty();
    }

    /**
     * Returns the session that has the lock, or a transaction of a run that lost it. What the role may not see of other
     * roles' sessions is null and left out (PostgreSQL documentation, "pg_stat_activity").
     */
    static Optional<String> session(Connection own, AdvisoryKey key) throws SQLException {
        String query = "SELECT 'session ' || l.pid || coalesce(' (' || nullif(a.application_name, '') || ')', '')"
                + " || coalesce(' of role ' || a.usename, '')"
                + " || coalesce(' from ' || pg_catalog.host(a.client_addr), '')"
                + " || coalesce(', since ' || pg_catalog.to_char(coalesce(a.xact_start, a.state_change)"
                + " AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' UTC', '')"
                + " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
                + " WHERE l.pid <> pg_catalog.pg_backend_pid() AND " + key.matches() + " ORDER BY l.objid LIMIT 1";
        try (Statement statement = own.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }
}
