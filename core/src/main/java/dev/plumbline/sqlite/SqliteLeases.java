// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Lease;
import dev.plumbline.execute.LeaseTable;
import dev.plumbline.source.ServerMessage;
import dev.plumbline.source.SqliteErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The leases of a SQLite database file. A file has one writer: while a transaction of the holder writes, neither its
 * heartbeat nor anybody else can, so that transaction renews the lease itself, at its begin and just before its commit.
 *
 * <p>Times are seconds since 1970, by the clock of the machine that has the file open.
 */
final class SqliteLeases implements LeaseTable, LeaseTable.Finder {
    private static final String TABLE = "main.plumbline_lease";

    /** "julianday" is as old as SQLite's date functions and exact to the millisecond. */
    private static final String NOW = "((julianday('now') - 2440587.5) * 86400.0)";

    /** A run that waits for the lock gives way to the heartbeat of the one that has it. */
    private static final int CONTENDER_WAITS_MILLIS = 20;

    private static final int HOLDER_WAITS_MILLIS = 1000;

    private final String later;
    private final boolean mayBeAlone;

    /** Creates the leases of a file; one without a name is in memory, and nobody else can see it. */
    SqliteLeases() {
        this(Lease.LIFETIME, true);
    }

    /** Creates the leases of a server's database, which is never this process's alone. */
    static SqliteLeases onServer(Duration lifetime) {
        return new SqliteLeases(lifetime, false);
    }

    private SqliteLeases(Duration lifetime, boolean mayBeAlone) {
        this.later = NOW + " + " + lifetime.toMillis() / 1000.0;
        this.mayBeAlone = mayBeAlone;
    }

    @Override
    public Optional<LeaseTable> open(Connection own) throws SQLException {
        String file = Queries.list(
                        own,
                        "SELECT coalesce(file, '') FROM pragma_database_list WHERE name = 'main'",
                        row -> row.getString(1))
                .get(0);
        if (mayBeAlone && file.isEmpty()) {
            return Optional.empty();
        }
        own.setAutoCommit(true);
        try {
            Queries.run(own, "PRAGMA busy_timeout = 10000");
            if (Queries.number(
                            own,
                            "SELECT count(*) FROM main.sqlite_schema WHERE type = 'table' AND name = 'plumbline_lease'")
                    == 0) {
                Queries.run(
                        own,
                        "CREATE TABLE IF NOT EXISTS " + TABLE + " (name TEXT NOT NULL PRIMARY KEY, owner TEXT NOT NULL,"
                                + " fence INTEGER NOT NULL, holder TEXT NOT NULL, acquired_at REAL NOT NULL,"
                                + " expires_at REAL NOT NULL)");
            }
            Queries.run(own, "PRAGMA busy_timeout = " + CONTENDER_WAITS_MILLIS);
        } catch (SQLException e) {
            throw cannotWrite(e);
        }
        return Optional.of(this);
    }

    private static PlumblineException cannotWrite(SQLException e) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "The table plumbline_lease, which holds the migration lock, cannot be made in this database: "
                        + ServerMessage.of(e).text() + ". Nothing was done.",
                SqliteSessionControl.isBusy(e)
                        ? "End whatever else is writing to it."
                        : SqliteErrors.wayOut(e)
                                .orElse("Give this user the right to write to the file and its folder."),
                null,
                e);
    }

    @Override
    public Optional<Lease> take(Connection own, Lease claim) throws SQLException {
        // Polling reads; only who has a chance writes.
        List<Boolean> expired = Queries.list(
                own,
                "SELECT expires_at < " + NOW + " FROM " + TABLE + " WHERE name = ?",
                row -> row.getBoolean(1),
                claim.name());
        if (!expired.isEmpty() && !expired.get(0)) {
            return Optional.empty();
        }
        return Queries.list(
                        own,
                        "INSERT INTO " + TABLE + " AS l (name, owner, fence, holder, acquired_at, expires_at)"
                                + " VALUES (?, ?, 1, ?, " + NOW + ", " + later + ")"
                                + " ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, fence = l.fence + 1,"
                                + " holder = excluded.holder, acquired_at = excluded.acquired_at,"
                                + " expires_at = excluded.expires_at WHERE l.expires_at < " + NOW + " RETURNING fence",
                        row -> claim.withFence(row.getLong(1)),
                        claim.name(),
                        claim.owner(),
                        claim.holder())
                .stream()
                .findFirst();
    }

    @Override
    public boolean renew(Connection own, Lease lease) throws SQLException {
        Queries.run(own, "PRAGMA busy_timeout = " + HOLDER_WAITS_MILLIS);
        return confirm(own, lease);
    }

    @Override
    public boolean confirm(Connection migration, Lease lease) throws SQLException {
        return set(migration, lease, later);
    }

    @Override
    public boolean renewsByConfirming() {
        return true;
    }

    @Override
    public void release(Connection own, Lease lease) throws SQLException {
        Queries.run(own, "PRAGMA busy_timeout = " + HOLDER_WAITS_MILLIS);
        set(own, lease, "0");
    }

    private static boolean set(Connection connection, Lease lease, String expiry) throws SQLException {
        return !Queries.list(
                        connection,
                        "UPDATE " + TABLE + " SET expires_at = " + expiry
                                + " WHERE name = ? AND owner = ? AND fence = ? RETURNING 1",
                        row -> row.getInt(1),
                        lease.name(),
                        lease.owner(),
                        lease.fence())
                .isEmpty();
    }

    @Override
    public Optional<String> holder(Connection own, String name) throws SQLException {
        try {
            return Queries.list(
                            own,
                            "SELECT holder || ', since ' || datetime(acquired_at, 'unixepoch') || ' UTC' FROM " + TABLE
                                    + " WHERE name = ? AND expires_at > 0",
                            row -> row.getString(1),
                            name)
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            if (isBusy(e)) {
                return Optional.of("somebody who is writing at this moment");
            }
            throw e;
        }
    }

    @Override
    public boolean isBusy(SQLException error) {
        return SqliteSessionControl.isBusy(error);
    }
}
