// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Migration locks as rows of a table, each renewed by its holder until it gives the lock back or dies. */
public final class LeaseLocks implements MigrationLocks {
    private final LeaseTable.Finder finder;
    private final LockName name;

    /** Creates the locks of one name. */
    public LeaseLocks(LeaseTable.Finder finder, LockName name) {
        this.finder = finder;
        this.name = name;
    }

    @Override
    public Held take(Supplier<Connection> connections, Duration patience) throws SQLException, InterruptedException {
        Connection own = connections.get();
        boolean held = false;
        try {
            Optional<LeaseTable> found = finder.open(own);
            if (found.isEmpty()) {
                return Held.NOBODY_ELSE;
            }
            LeaseTable table = found.get();
            Lease claim = Lease.claim(name.text());
            Lease lease = LockPolling.until(
                    patience, () -> attempt(table, own, claim), () -> table.holder(own, claim.name()));
            HeldLease kept = new HeldLease(table, lease, own, connections);
            held = true;
            return kept;
        } finally {
            if (!held) {
                own.close();
            }
        }
    }

    private static Optional<Lease> attempt(LeaseTable table, Connection own, Lease claim) throws SQLException {
        try {
            return table.take(own, claim);
        } catch (SQLException e) {
            if (table.isBusy(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
