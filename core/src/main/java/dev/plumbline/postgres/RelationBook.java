// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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

    private static final Set<String> TABLES = Set.of("r", "p", "m");
    private static final Set<String> INDEXES = Set.of("i", "I");
    private static final String SEQUENCE = "S";

    private final Map<Long, Entry> entries;

    /** One relation. */
    private record Entry(long oid, String name, String kind, long file, long table, long scans) {
        boolean isTable() {
            return TABLES.contains(kind);
        }

        boolean isIndex() {
            return INDEXES.contains(kind);
        }
    }

    private RelationBook(Map<Long, Entry> entries) {
        this.entries = entries;
    }

    /**
     * Reads it, without locking what it reads about.
     *
     * @param scans the expression for the scans of {@code c.oid}
     */
    static RelationBook read(Connection connection, String scans) throws SQLException {
        Map<Long, Entry> entries = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT c.oid, n.nspname || '.' || c.relname, c.relkind, c.relfilenode,"
                                + " COALESCE(x.indrelid, 0), COALESCE(" + scans + ", 0)"
                                + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                                + " LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid WHERE "
                                + CatalogReading.USER_SCHEMA
                                + " AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'v', 'S', 'f')")) {
            while (rows.next()) {
                long oid = rows.getLong(1);
                entries.put(
                        oid,
                        new Entry(
                                oid,
                                rows.getString(2),
                                rows.getString(3),
                                rows.getLong(4),
                                rows.getLong(5),
                                rows.getLong(6)));
            }
        }
        return new RelationBook(entries);
    }

    /** Returns the tables of this book that have other storage in a later one. */
    SortedSet<String> rewritten(RelationBook later) {
        SortedSet<String> names = new TreeSet<>();
        entries.forEach((oid, was) -> {
            Entry is = later.entries.get(oid);
            if (was.isTable() && is != null && is.file != was.file) {
                names.add(was.name);
            }
        });
        return names;
    }

    /** Returns the tables of this book that were read from end to end before a later one. */
    SortedSet<String> scanned(RelationBook later) {
        SortedSet<String> names = new TreeSet<>();
        entries.forEach((oid, was) -> {
            Entry is = later.entries.get(oid);
            if (was.isTable() && is != null && is.scans > was.scans) {
                names.add(was.name);
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
        Map<String, Entry> gone = entries.values().stream()
                .filter(was -> was.isIndex() && !later.entries.containsKey(was.oid))
                .collect(Collectors.toMap(Entry::name, was -> was));
        SortedSet<String> names = new TreeSet<>();
        later.entries.values().stream().filter(Entry::isIndex).forEach(is -> {
            @Nullable Entry known = entries.get(is.oid);
            Entry was = known == null ? gone.get(is.name) : known;
            if (was != null && was.file != is.file) {
                names.add(was.name);
            }
        });
        return names;
    }

    /** Returns the tables of this book on which a later one has indexes that are not in this one. */
    SortedSet<String> built(RelationBook later) {
        Set<String> names = entries.values().stream().map(Entry::name).collect(Collectors.toSet());
        Set<Long> files = entries.values().stream().map(Entry::file).collect(Collectors.toSet());
        SortedSet<String> tables = new TreeSet<>();
        later.entries.values().stream()
                .filter(is -> is.isIndex() && is.file != 0 && !entries.containsKey(is.oid))
                .filter(is -> !names.contains(is.name) && !files.contains(is.file))
                .forEach(is -> Optional.ofNullable(entries.get(is.table)).ifPresent(table -> tables.add(table.name)));
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
            Entry entry = entries.get(oid);
            if (entry != null && !leftOut.contains(oid) && isNotable(entry, mode, modes)) {
                locks.add(new RelationLock(entry.name, mode, tableOf(entry)));
            }
        });
        locks.sort(Comparator.comparing(RelationLock::mode).reversed().thenComparing(RelationLock::relation));
        return locks;
    }

    /** {@code nextval} takes ROW EXCLUSIVE on a sequence, a query its table's lock on each index. */
    private static boolean isNotable(Entry entry, LockMode mode, Map<Long, LockMode> all) {
        if (mode == LockMode.ACCESS_SHARE) {
            return false;
        }
        if (entry.kind.equals(SEQUENCE)) {
            return mode.compareTo(LockMode.SHARE) >= 0;
        }
        LockMode ofTable = all.getOrDefault(entry.table, LockMode.ACCESS_SHARE);
        return !entry.isIndex() || mode.compareTo(ofTable) > 0;
    }

    private Optional<String> tableOf(Entry entry) {
        return Optional.ofNullable(entries.get(entry.table)).map(Entry::name);
    }

    /** Returns the object identifiers of those relations that are named. */
    Set<Long> identifiers(Set<String> names) {
        return entries.values().stream()
                .filter(entry -> names.contains(entry.name))
                .map(Entry::oid)
                .collect(Collectors.toSet());
    }
}
