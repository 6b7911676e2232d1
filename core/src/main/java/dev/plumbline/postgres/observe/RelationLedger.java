// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.postgres.observe.RelationQueries.Count;
import dev.plumbline.postgres.observe.RelationQueries.Moment;
import dev.plumbline.postgres.observe.RelationQueries.Seen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The {@linkplain RelationBook books} before and after each of several statements. They are read whole once; from then on only what
 * a statement has changed is, and where it is known which relations a statement can have touched at all, no others are looked at. So
 * what a statement costs to watch does not grow with the schema. Where relations have gone unseen, or a schema has another name, they
 * are read whole again.
 *
 * <p>What it has noted holds as long as nothing is rolled back and nobody else changes the schema. Not safe for use by several threads.
 */
public final class RelationLedger {
    private final RelationQueries queries;

    /** What stands in the books, by object identifiers; nothing until it is read whole. Their scans mean nothing. */
    private final Map<Long, RelationEntry> known = new HashMap<>();

    private final Map<String, Long> byName = new HashMap<>();
    private final Map<Long, Long> byFile = new HashMap<>();

    /** The statement's begin, and the scans until then of what it may touch. */
    private Moment begin = new Moment("", Moment.BEFORE_ALL);

    private Map<Long, Long> scans = Map.of();

    /** The transaction that is watched, as no other is called, and the last command in it that has changed a relation and was seen to. */
    private String transaction = "";

    private long lastCommand = Moment.BEFORE_ALL;
    private boolean scansHandedOver;

    /** The transaction in which all scans were counted that the session had not handed over before it, and these. */
    private String countedIn = "";

    private Map<Long, Long> pending = Map.of();

    /** Reads nothing yet. */
    public RelationLedger(Connection connection) {
        this.queries = new RelationQueries(connection);
    }

    /** The books before and after a statement, as far as they differ or were asked for. */
    record Change(RelationBook before, RelationBook after) {}

    /** Forgets what stands in the books: it may no longer be so. */
    void forget() {
        know(List.of());
        scansHandedOver = false;
    }

    /** Says that the session hands its counts of scans over before its next transaction, so that it begins that one with none. */
    void scansAreHandedOver() {
        scansHandedOver = true;
    }

    /**
     * Begins to watch a statement in a transaction.
     *
     * @param held the locks that the transaction has by now; what it has scanned is among them
     */
    void begin(HeldLocks held) throws SQLException {
        readOnce(RelationBook.OWN_SCANS);
        if (!transaction.equals(held.transaction())) {
            transaction = held.transaction();
            lastCommand = Moment.BEFORE_ALL;
        }
        begin = new Moment(held.newest(), lastCommand);
        if (!scansHandedOver) {
            countedIn = transaction;
            pending = queries.count(RelationBook.OWN_SCANS).scans();
        }
        scans = new HashMap<>(countedIn.equals(transaction) ? pending : Map.of());
        scans.putAll(held.scans());
    }

    /**
     * Begins to watch a statement outside transactions.
     *
     * @param scansOf the expression for the scans of {@code c.oid}
     * @param among the relations besides which it touches none, by their numbers; empty where that is not known
     */
    void begin(String scansOf, Set<Long> among) throws SQLException {
        readOnce(scansOf);
        Count count = among.isEmpty() ? queries.count(scansOf) : queries.count(scansOf, among);
        begin = new Moment(count.newest(), Moment.BEFORE_ALL);
        scans = count.scans();
    }

    private void readOnce(String scansOf) throws SQLException {
        if (known.isEmpty()) {
            know(queries.all(scansOf).values());
        }
    }

    /**
     * Returns what a statement has changed since the begin. Where it can have touched no relations but some, no others are looked at:
     * whoever changes, scans or drops one has a lock on it until the transaction ends ({@code relation_open}, {@code
     * performMultipleDeletions} in the server's {@code relation.c} and {@code dependency.c}).
     *
     * @param scansOf the same expression as at the begin
     * @param among those, by their numbers, and their indexes without saying; empty where that is not known
     * @param asked the relations that are in the books in any case
     */
    Change end(String scansOf, Set<Long> among, Set<Long> asked) throws SQLException {
        return among.isEmpty() ? endOfAny(scansOf, asked) : endAmong(scansOf, among, asked);
    }

    private Change endOfAny(String scansOf, Set<Long> asked) throws SQLException {
        Map<Long, RelationEntry> now = queries.since(begin.transaction(), scansOf);
        long added =
                now.keySet().stream().filter(oid -> !known.containsKey(oid)).count();
        return queries.isOtherwise(known.size() + added, begin.transaction())
                ? readAgain(scansOf)
                : change(now, asked, Set.of());
    }

    private Change endAmong(String scansOf, Set<Long> among, Set<Long> asked) throws SQLException {
        Set<Long> expected = known.values().stream()
                .filter(entry -> among.contains(entry.oid()) || among.contains(entry.table()))
                .map(RelationEntry::oid)
                .collect(Collectors.toSet());
        Seen seen = queries.since(begin, scansOf, among, expected);
        lastCommand = seen.lastCommand();
        return seen.schemasChanged() ? readAgain(scansOf) : change(seen.entries(), asked, seen.gone());
    }

    private Change readAgain(String scansOf) throws SQLException {
        Map<Long, RelationEntry> before = new HashMap<>(known);
        before.replaceAll((oid, entry) -> entry.scanned(scans.getOrDefault(oid, 0L)));
        Map<Long, RelationEntry> whole = queries.all(scansOf);
        know(whole.values());
        return new Change(new RelationBook(before), new RelationBook(whole));
    }

    /** Notes what has changed, and returns it. */
    private Change change(Map<Long, RelationEntry> now, Set<Long> asked, Set<Long> gone) {
        List<RelationEntry> changed = now.values().stream()
                .filter(entry -> !entry.scanned(0).equals(asKnown(entry.oid())))
                .toList();
        Change change = books(now, concerned(now, changed, asked, gone), gone);
        gone.stream().map(known::get).filter(Objects::nonNull).forEach(this::strike);
        changed.forEach(this::note);
        return change;
    }

    private @Nullable RelationEntry asKnown(long oid) {
        RelationEntry entry = known.get(oid);
        return entry == null ? null : entry.scanned(0);
    }

    /** Everything that the comparison of the two books looks at. */
    private Set<Long> concerned(
            Map<Long, RelationEntry> now, List<RelationEntry> changed, Set<Long> asked, Set<Long> gone) {
        Set<Long> concerned = new HashSet<>(asked);
        concerned.addAll(gone);
        now.values().stream()
                .filter(entry -> entry.scans() > scans.getOrDefault(entry.oid(), 0L))
                .forEach(entry -> concerned.add(entry.oid()));
        for (RelationEntry entry : changed) {
            concerned.add(entry.oid());
            Optional.ofNullable(byName.get(entry.name())).ifPresent(concerned::add);
            Optional.ofNullable(byFile.get(entry.file())).ifPresent(concerned::add);
        }
        for (long oid : List.copyOf(concerned)) {
            RelationEntry entry = now.getOrDefault(oid, known.get(oid));
            if (entry != null) {
                concerned.add(entry.table());
            }
        }
        return concerned;
    }

    private Change books(Map<Long, RelationEntry> now, Set<Long> concerned, Set<Long> gone) {
        Map<Long, RelationEntry> before = new HashMap<>();
        Map<Long, RelationEntry> after = new HashMap<>();
        for (long oid : concerned) {
            RelationEntry was = known.get(oid);
            RelationEntry is = now.get(oid);
            if (was != null) {
                before.put(oid, was.scanned(scans.getOrDefault(oid, 0L)));
            }
            if (was != null && !gone.contains(oid)) {
                // What is not among those that were read is as it was, and has not been scanned.
                after.put(oid, was.scanned(0));
            }
            if (is != null) {
                after.put(oid, is);
            }
        }
        return new Change(new RelationBook(before), new RelationBook(after));
    }

    private void know(Collection<RelationEntry> entries) {
        known.clear();
        byName.clear();
        byFile.clear();
        entries.forEach(this::note);
    }

    private void note(RelationEntry entry) {
        RelationEntry was = known.put(entry.oid(), entry);
        if (was != null) {
            byName.remove(was.name(), was.oid());
            byFile.remove(was.file(), was.oid());
        }
        byName.put(entry.name(), entry.oid());
        if (entry.file() != 0) {
            byFile.put(entry.file(), entry.oid());
        }
    }

    private void strike(RelationEntry entry) {
        known.remove(entry.oid());
        byName.remove(entry.name(), entry.oid());
        byFile.remove(entry.file(), entry.oid());
    }
}
