// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.execute.SessionControl.CostObserver;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.StepCost;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Sees what statements do in a transaction, from the server's own books: locks of the own backend in {@code pg_locks},
 * storage replaced where {@code relfilenode} changed, tables read from end to end where {@code seq_scan} of the running
 * transaction grew (it grows on empty tables too).
 */
public final class PostgresCostObserver implements CostObserver {
    private final Connection connection;
    private final RelationLedger ledger;
    private final Map<Long, LockMode> locksBefore;

    private PostgresCostObserver(Connection connection, RelationLedger ledger, Map<Long, LockMode> locksBefore) {
        this.connection = connection;
        this.ledger = ledger;
        this.locksBefore = locksBefore;
    }

    /** Notes what there is before a step, in whose transaction the connection stands. */
    public static PostgresCostObserver start(Connection connection, RelationLedger ledger) throws SQLException {
        HeldLocks before = HeldLocks.read(connection);
        ledger.begin(before);
        return new PostgresCostObserver(connection, ledger, before.modes());
    }

    @Override
    public StepCost finish() throws SQLException {
        Map<Long, LockMode> held = HeldLocks.read(connection).modes();
        RelationLedger.Change change = ledger.end(RelationBook.OWN_SCANS, held.keySet(), newly(held));
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
                ScanCounter.settle(connection, ledger));
    }

    private Set<Long> newly(Map<Long, LockMode> held) {
        return held.entrySet().stream()
                .filter(entry -> isTaken(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isTaken(long relation, LockMode mode) {
        LockMode earlier = locksBefore.get(relation);
        return earlier == null || earlier.compareTo(mode) < 0;
    }
}
