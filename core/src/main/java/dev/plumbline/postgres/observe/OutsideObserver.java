// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.SessionControl.CostObserver;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.StepCost;
import dev.plumbline.postgres.sql.SqlTokens;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sees what one statement does that stands outside transactions and commits as often as it likes: its locks through a {@link
 * StatementGate}, the rest from the server's books before and after it.
 */
public final class OutsideObserver implements CostObserver {
    /** What is known to lock only relations that it names, or that belong to those. */
    private static final Set<String> KNOWN =
            Set.of("create", "drop", "reindex", "vacuum", "cluster", "analyze", "alter", "refresh");

    /** What works on nothing but relations that it names, those that belong to them, and their indexes: no query is part of it. */
    private static final Set<String> NARROW = Set.of("create", "drop", "reindex", "alter");

    /**
     * VACUUM, and what is done CONCURRENTLY, begins with a lock that only SHARE and above keep out, and may hold it for a moment only:
     * on the table of a partitioned index, until its partitions are known (ReindexPartitions in indexcmds.c). SHARE cannot be had
     * where the statement waits or has its lock; ROW EXCLUSIVE can, and for that it waits before its next phase.
     */
    private static final List<LockMode> FOR_GENTLE = List.of(LockMode.SHARE, LockMode.ROW_EXCLUSIVE);

    /** All else waits for it. */
    private static final List<LockMode> FOR_OTHERS = List.of(LockMode.ROW_EXCLUSIVE);

    private final Connection connection;
    private final ScanCounter counter;
    private final RelationLedger ledger;

    @Nullable
    private final StatementGate gate;

    private final Optional<String> blind;

    /** The relations besides which it touches none; empty where that is not known. */
    private final Set<Long> among;

    private OutsideObserver(
            Connection connection,
            ScanCounter counter,
            RelationLedger ledger,
            Set<Long> among,
            @Nullable StatementGate gate,
            Optional<String> blind) {
        this.connection = connection;
        this.counter = counter;
        this.ledger = ledger;
        this.among = among;
        this.gate = gate;
        this.blind = blind;
    }

    /** Notes what there is before a statement that cannot be in a transaction, and goes on looking from a session of its own. */
    public static OutsideObserver start(
            Connection connection, RelationLedger ledger, GateKeepers keepers, String sql, Supplier<Connection> further)
            throws SQLException {
        List<String> words = SqlTokens.words(sql);
        String verb = words.isEmpty() ? "" : words.getFirst();
        List<GateRelations.Relation> relations = KNOWN.contains(verb) ? GateRelations.of(connection, words) : List.of();
        ScanCounter counter = ScanCounter.begin(connection);
        Set<Long> among = NARROW.contains(verb) && !GateRelations.areTooMany(relations)
                ? relations.stream().map(GateRelations.Relation::oid).collect(Collectors.toSet())
                : Set.of();
        ledger.begin(counter.expression(), among);
        if (relations.isEmpty() && GateRelations.sweeps(words)) {
            return new OutsideObserver(connection, counter, ledger, among, null, Optional.empty());
        }
        if (relations.isEmpty() || GateRelations.areTooMany(relations)) {
            String why = relations.isEmpty()
                    ? "which relations " + verb.toUpperCase(Locale.ROOT) + " works on cannot be told from it"
                    : "it works on too many relations to be watched";
            return new OutsideObserver(connection, counter, ledger, among, null, Optional.of(why));
        }
        try {
            boolean gentle = verb.equals("vacuum") || words.contains("concurrently");
            StatementGate gate = StatementGate.before(keepers, further, relations, gentle ? FOR_GENTLE : FOR_OTHERS);
            return new OutsideObserver(connection, counter, ledger, among, gate, Optional.empty());
        } catch (SQLException | PlumblineException e) {
            String why = e instanceof SQLException sqlError
                    ? ServerMessage.of(sqlError).text()
                    : String.valueOf(e.getMessage());
            return new OutsideObserver(
                    connection, counter, ledger, among, null, Optional.of("no second session can watch it: " + why));
        }
    }

    @Override
    public StepCost finish() throws SQLException {
        Map<Long, LockMode> locks = gate == null ? Map.of() : gate.locks();
        // Not among what it has locked besides: the scans of that were not counted at the begin.
        RelationLedger.Change change = ledger.end(counter.expression(), among, locks.keySet());
        Optional<String> scansUnseen = counter.end(connection, ledger);
        RelationBook before = change.before();
        RelationBook after = change.after();
        SortedSet<String> rewrites = before.rewritten(after);
        SortedSet<String> scans = before.scanned(after);
        scans.removeAll(rewrites);
        Optional<String> why = gate == null ? blind : gate.trouble();
        return new StepCost(
                before.named(locks, Set.of()),
                List.copyOf(rewrites),
                List.copyOf(scans),
                List.copyOf(before.rebuilt(after)),
                List.copyOf(before.built(after)),
                why.map(fact -> "its locks are not seen, because " + fact).or(() -> scansUnseen));
    }

    @Override
    public void close() {
        if (gate != null) {
            gate.close();
        }
    }
}
