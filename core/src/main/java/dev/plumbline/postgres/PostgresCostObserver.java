// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.execute.SessionControl.CostObserver;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.StepCost;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;

/**
 * Sees what statements do in a transaction, from the server's own books: locks of the own backend in {@code pg_locks},
 * storage replaced where {@code relfilenode} changed, tables read from end to end where {@code seq_scan} of the running
 * transaction grew (it grows on empty tables too).
 */
final class PostgresCostObserver implements CostObserver {
    private final Connection connection;
    private final RelationLedger ledger;
    private final Map<Long, LockMode> locksBefore;

    private PostgresCostObserver(Connection connection, RelationLedger ledger, Map<Long, LockMode> locksBefore) {
        this.connection = connection;
        this.ledger = ledger;
        this.locksBefore = locksBefore;
    }

    static PostgresCostObserver start(Connection connection, RelationLedger ledger) throws SQLException {
        ledger.begin(RelationBook.OWN_SCANS);
        return new PostgresCostObserver(connection, ledger, locks(connection));
    }

    @Override
    public StepCost finish() throws SQLException {
        Map<Long, LockMode> held = locks(connection);
        RelationLedger.Change change = ledger.end(RelationBook.OWN_SCANS, held.keySet());
        RelationBook before = change.before();
        RelationBook after = change.after();
        SortedSet<String> rewrites = before.rewritten(after);
        SortedSet<String> scans = before.scanned(after);
        scans.removeAll(rewrites);
        // A lock that an earlier step of the transaction took counts where this step works under it.
        Set<Long> used = before.identifiers(rewrites);
        used.addAll(before.identifiers(scans));
        Map<Long, LockMode> old = new HashMap<>(held);
        old.entrySet().removeIf(entry -> used.contains(entry.getKey()) || isTaken(entry.getKey(), entry.getValue()));
        return new StepCost(
                before.named(held, old.keySet()),
                List.copyOf(rewrites),
                List.copyOf(scans),
                List.copyOf(before.rebuilt(after)),
                List.copyOf(before.built(after)),
                ScanCounter.fault(connection));
    }

    private boolean isTaken(long relation, LockMode mode) {
        LockMode earlier = locksBefore.get(relation);
        return earlier == null || earlier.compareTo(mode) < 0;
    }

    private static Map<Long, LockMode> locks(Connection connection) throws SQLException {
        Map<Long, LockMode> strongest = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT l.relation, l.mode FROM pg_catalog.pg_locks l"
                        + " WHERE l.pid = pg_catalog.pg_backend_pid() AND l.locktype = 'relation' AND l.granted"
                        // What a serializable transaction has read is noted there too; nobody waits for that.
                        + " AND l.mode <> 'SIReadLock'")) {
            while (rows.next()) {
                strongest.merge(
                        rows.getLong(1),
                        LockMode.ofCatalogName(rows.getString(2)),
                        (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        return strongest;
    }
}
