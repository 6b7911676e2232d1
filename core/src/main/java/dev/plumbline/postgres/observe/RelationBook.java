// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The relations of a database as the server's books have them at one moment: where they are stored
 * ({@code pg_class.relfilenode}), and how often each was read from end to end. Relations are known by their object
 * identifiers, because a statement may rename them or take them away.
 */
final class RelationBook {
    /** Their own transaction's scans, which are counted on empty tables too. */
    static final String OWN_SCANS = "pg_catalog.pg_stat_get_xact_numscans(c.oid)";

    private final Map<Long, RelationEntry> entries;

    RelationBook(Map<Long, RelationEntry> entries) {
        this.entries = entries;
    }

    /** Returns the tables of this book that have other storage in a later one. */
    SortedSet<String> rewritten(RelationBook later) {
        SortedSet<String> names = new TreeSet<>();
        entries.forEach((oid, was) -> {
            RelationEntry is = later.entries.get(oid);
            if (was.isTable() && is != null && is.file() != was.file()) {
                names.add(was.name());
            }
        });
        return names;
    }

    /** Returns the tables of this book that were read from end to end before a later one. */
    SortedSet<String> scanned(RelationBook later) {
        SortedSet<String> names = new TreeSet<>();
        entries.forEach((oid, was) -> {
            RelationEntry is = later.entries.get(oid);
            if (was.isTable() && is != null && is.scans() > was.scans()) {
                names.add(was.name());
            }
        });
        return names;
    }

    /**
     * Returns the indexes of this book that have other storage in a later one. Some statements make an index again under
     * its name ({@code ATPostAlterTypeCleanup} in the server's {@code tablecmds.c}), and give it the storage of the one
     * before where they can.
     */
    SortedSet<String> rebuilt(RelationBook later) {
        Map<String, RelationEntry> gone = entries.values().stream()
                .filter(was -> was.isIndex() && !later.entries.containsKey(was.oid()))
                .collect(Collectors.toMap(RelationEntry::name, was -> was));
        SortedSet<String> names = new TreeSet<>();
        later.entries.values().stream().filter(RelationEntry::isIndex).forEach(is -> {
            @Nullable RelationEntry known = entries.get(is.oid());
            RelationEntry was = known == null ? gone.get(is.name()) : known;
            if (was != null && was.file() != is.file()) {
                names.add(was.name());
            }
        });
        return names;
    }

    /** Returns the tables of this book on which a later one has indexes that are not in this one. */
    SortedSet<String> built(RelationBook later) {
        Set<String> names = entries.values().stream().map(RelationEntry::name).collect(Collectors.toSet());
        Set<Long> files = entries.values().stream().map(RelationEntry::file).collect(Collectors.toSet());
        SortedSet<String> tables = new TreeSet<>();
        later.entries.values().stream()
                .filter(is -> is.isIndex() && is.file() != 0 && !entries.containsKey(is.oid()))
                .filter(is -> !names.contains(is.name()) && !files.contains(is.file()))
                .forEach(is ->
                        Optional.ofNullable(entries.get(is.table())).ifPresent(table -> tables.add(table.name())));
        return tables;
    }

    /**
     * Returns the locks as people are told of them, strongest first: with this book's names, without what nobody waits
     * for.
     *
     * @param modes the strongest lock on each relation, by its object identifier
     * @param leftOut relations whose locks are not told of
     */
    List<RelationLock> named(Map<Long, LockMode> modes, Set<Long> leftOut) {
        List<RelationLock> locks = new ArrayList<>();
        modes.forEach((oid, mode) -> {
            RelationEntry entry = entries.get(oid);
            if (entry != null && !leftOut.contains(oid) && isNotable(entry, mode, modes)) {
                locks.add(new RelationLock(entry.name(), mode, tableOf(entry)));
            }
        });
        locks.sort(Comparator.comparing(RelationLock::mode).reversed().thenComparing(RelationLock::relation));
        return locks;
    }

    /** {@code nextval} takes ROW EXCLUSIVE on a sequence, a query its table's lock on each index. */
    private static boolean isNotable(RelationEntry entry, LockMode mode, Map<Long, LockMode> all) {
        if (mode == LockMode.ACCESS_SHARE) {
            return false;
        }
        if (entry.isSequence()) {
            return mode.compareTo(LockMode.SHARE) >= 0;
        }
        LockMode ofTable = all.getOrDefault(entry.table(), LockMode.ACCESS_SHARE);
        return !entry.isIndex() || mode.compareTo(ofTable) > 0;
    }

    private Optional<String> tableOf(RelationEntry entry) {
        return Optional.ofNullable(entries.get(entry.table())).map(RelationEntry::name);
    }

    /** Returns the object identifiers of those relations that are named. */
    Set<Long> identifiers(Set<String> names) {
        return entries.values().stream()
                .filter(entry -> names.contains(entry.name()))
                .map(RelationEntry::oid)
                .collect(Collectors.toSet());
    }
}
