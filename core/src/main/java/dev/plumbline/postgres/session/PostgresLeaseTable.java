// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Lease;
import dev.plumbline.execute.LeaseTable;
import dev.plumbline.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;

/**
 * The leases of a PostgreSQL database.
 *
 * <p>Row locks keep three things apart (PostgreSQL documentation, "Row-Level Locks"). A transaction of the holder takes
 * {@code FOR KEY SHARE}, which lets the heartbeat's update of other columns pass, however long the transaction lasts. A
 * run that takes the lease over takes {@code FOR UPDATE}, which {@code FOR KEY SHARE} excludes; it skips a locked row
 * instead of waiting.
 *
 * <p>Statements are sent as plain text: behind a pooler a prepared one may meet another session that does not know it.
 */
final class PostgresLeaseTable implements LeaseTable {
    private static final String NOW = "pg_catalog.clock_timestamp()";
    private static final String LATER = NOW + " + interval '" + Lease.LIFETIME.toMillis() + " milliseconds'";
    private static final String NO_RIGHT = "42501";

    /** serialization_failure, deadlock_detected, lock_not_available. */
    private static final Set<String> CONFLICTS = Set.of("40001", "40P01", "55P03");

    private final String table;
    private final AdvisoryKey key;

    PostgresLeaseTable(String table, AdvisoryKey key) {
        this.table = table;
        this.key = key;
    }

    /** After the row was taken a run without a pooler in between would see it; one that came before is seen here. */
    @Override
    public Optional<Lease> take(Connection own, Lease claim) throws SQLException {
        Optional<Lease> taken = seize(own, claim);
        if (taken.isPresent() && PostgresLocks.session(own, key).isPresent()) {
            release(own, taken.get());
            return Optional.empty();
        }
        return taken;
    }

    /** Takes the row alone. */
    Optional<Lease> seize(Connection own, Lease claim) throws SQLException {
        // Polling reads; only who has a chance writes.
        Optional<String> expired = first(
                own, "SELECT expires_at < " + NOW + " FROM " + table + " WHERE name = " + Sql.literal(claim.name()));
        if (expired.isEmpty()) {
            return first(
                            own,
                            "INSERT INTO " + table + " (name, owner, fence, holder, acquired_at, expires_at) VALUES ("
                                    + Sql.literal(claim.name()) + ", " + Sql.literal(claim.owner()) + ", 1, "
                                    + Sql.literal(claim.holder()) + ", " + NOW + ", " + LATER
                                    + ") ON CONFLICT DO NOTHING RETURNING fence")
                    .map(fence -> claim.withFence(Long.parseLong(fence)));
        }
        if (expired.get().equals("f")) {
            return Optional.empty();
        }
        return first(
                        own,
                        "UPDATE " + table + " SET owner = " + Sql.literal(claim.owner())
                                + ", fence = fence + 1, holder = "
                                + Sql.literal(claim.holder()) + ", acquired_at = " + NOW + ", expires_at = " + LATER
                                + " WHERE name = (SELECT name FROM " + table + " WHERE name = "
                                + Sql.literal(claim.name()) + " AND expires_at < " + NOW
                                + " FOR UPDATE SKIP LOCKED) RETURNING fence")
                .map(fence -> claim.withFence(Long.parseLong(fence)));
    }

    @Override
    public boolean renew(Connection own, Lease lease) throws SQLException {
        return first(own, "UPDATE " + table + " SET expires_at = " + LATER + row(lease) + " RETURNING 1")
                .isPresent();
    }

    @Override
    public boolean confirm(Connection migration, Lease lease) throws SQLException {
        return first(migration, "SELECT 1 FROM " + table + row(lease) + " FOR KEY SHARE")
                .isPresent();
    }

    @Override
    public void release(Connection own, Lease lease) throws SQLException {
        first(own, "UPDATE " + table + " SET expires_at = '-infinity'" + row(lease) + " RETURNING 1");
    }

    private static String row(Lease lease) {
        return " WHERE name = " + Sql.literal(lease.name()) + " AND owner = " + Sql.literal(lease.owner())
                + " AND fence = " + lease.fence();
    }

    @Override
    public Optional<String> holder(Connection own, String name) throws SQLException {
        Optional<String> holder = first(
                own,
                "SELECT holder || ', since ' || pg_catalog.to_char(acquired_at AT TIME ZONE 'UTC',"
                        + " 'YYYY-MM-DD HH24:MI:SS') || ' UTC' FROM " + table + " WHERE name = " + Sql.literal(name)
                        + " AND expires_at > '-infinity'");
        return holder.isPresent() ? holder : PostgresLocks.session(own, key);
    }

    @Override
    public boolean isBusy(SQLException error) {
        return CONFLICTS.contains(String.valueOf(error.getSQLState()));
    }

    private Optional<String> first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            if (NO_RIGHT.equals(e.getSQLState())) {
                throw noRight(e);
            }
            throw e;
        }
    }

    private PlumblineException noRight(SQLException cause) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "This role may not use the table " + table + ", in which runs behind a connection pooler hold the"
                        + " migration lock. Nothing was done.",
                "Let its owner run once: GRANT SELECT, INSERT, UPDATE ON " + table + " TO this role.",
                null,
                cause);
    }
}
