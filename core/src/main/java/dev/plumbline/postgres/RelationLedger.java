// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The {@linkplain RelationBook books} before and after each of several statements. They are read whole once; from then on only what
 * a statement has changed is: rows of {@code pg_class} from its transaction or a later one, whose numbers stand in {@code xmin}
 * (PostgreSQL documentation, "System Columns"). So what a statement costs to watch does not grow with the schema by much. Where relations
 * have gone, or a schema has another name, they are read whole again.
 *
 * <p>What it has noted holds as long as nothing is rolled back and nobody else changes the schema. Not safe for use by several threads.
 */
final class RelationLedger {
    /** None of this locks what it reads about. */
    private static final String RELATIONS =
            " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid WHERE " + CatalogReading.USER_SCHEMA
                    + " AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'v', 'S', 'f')";

    private static final String COLUMNS =
            "c.oid, n.nspname || '.' || c.relname, c.relkind, c.relfilenode, COALESCE(x.indrelid, 0), ";

    /** The number of the own transaction, or if it has none yet, one that no transaction before has. */
    private static final String NEWEST = "COALESCE(pg_catalog.pg_current_xact_id_if_assigned(),"
            + " pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()))::pg_catalog.xid::pg_catalog.text";

    private static final String NEW = "pg_catalog.age(%s.xmin) <= pg_catalog.age(?::pg_catalog.text::pg_catalog.xid)";

    private final Connection connection;

    /** What stands in the books, by object identifiers; nothing until it is read whole. Their scans mean nothing. */
    private final Map<Long, RelationEntry> known = new HashMap<>();

    private final Map<String, Long> byName = new HashMap<>();
    private final Map<Long, Long> byFile = new HashMap<>();
    private Map<Long, Long> scans = Map.of();
    private String since = "";

    RelationLedger(Connection connection) {
        this.connection = connection;
    }

    /** The books before and after a statement, as far as they differ or were asked for. */
    record Change(RelationBook before, RelationBook after) {}

    /** Forgets what stands in the books: it may no longer be so. */
    void forget() {
        know(List.of());
    }

    /**
     * Begins to watch.
     *
     * @param scansOf the expression for the scans of {@code c.oid}
     */
    void begin(String scansOf) throws SQLException {
        if (known.isEmpty()) {
            know(whole(scansOf).values());
        }
        Map<Long, Long> counted = new HashMap<>();
        read(
                "SELECT " + NEWEST + ", s.oid, s.scans FROM (SELECT 1) one LEFT JOIN (SELECT c.oid, " + scansOf
                        + " AS scans"
                        + " FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'm')) s ON s.scans > 0",
                List.of(),
                row -> {
                    since = row.getString(1);
                    counted.put(row.getLong(2), row.getLong(3));
                });
        scans = counted;
    }

    /**
     * Returns what has changed since the begin.
     *
     * @param scansOf the same expression
     * @param asked the relations that are in the books in any case
     */
    Change end(String scansOf, Set<Long> asked) throws SQLException {
        Map<Long, RelationEntry> now = new HashMap<>();
        List<RelationEntry> changed = new ArrayList<>();
        read(
                "SELECT " + COLUMNS + "COALESCE(" + scansOf + ", 0), " + NEW.formatted("c") + RELATIONS + " AND ("
                        + NEW.formatted("c") + " OR c.relkind IN ('r', 'p', 'm') AND " + scansOf + " > 0)",
                List.of(since, since),
                row -> {
                    RelationEntry entry = entry(row);
                    if (row.getBoolean(7) || !known.containsKey(entry.oid())) {
                        changed.add(entry);
                    }
                    now.put(entry.oid(), entry);
                });
        long expected = known.size()
                + changed.stream()
                        .filter(entry -> !known.containsKey(entry.oid()))
                        .count();
        if (isOtherwise(expected)) {
            Map<Long, RelationEntry> before = withScans(known);
            Map<Long, RelationEntry> whole = whole(scansOf);
            know(whole.values());
            return new Change(new RelationBook(before), new RelationBook(whole));
        }
        Change change = change(now, concerned(now, changed, asked));
        changed.forEach(this::note);
        return change;
    }

    /** Whether relations have gone, or schemas have changed. */
    private boolean isOtherwise(long expected) throws SQLException {
        boolean[] otherwise = {false};
        read(
                "SELECT (SELECT count(*)" + RELATIONS + "), EXISTS (SELECT FROM pg_catalog.pg_namespace s WHERE "
                        + NEW.formatted("s") + ")",
                List.of(since),
                row -> otherwise[0] = row.getLong(1) != expected || row.getBoolean(2));
        return otherwise[0];
    }

    /** Everything that the comparison of the two books looks at. */
    private Set<Long> concerned(Map<Long, RelationEntry> now, List<RelationEntry> changed, Set<Long> asked) {
        Set<Long> concerned = new HashSet<>(asked);
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

    private Change change(Map<Long, RelationEntry> now, Set<Long> concerned) {
        Map<Long, RelationEntry> before = new HashMap<>();
        Map<Long, RelationEntry> after = new HashMap<>();
        for (long oid : concerned) {
            RelationEntry was = known.get(oid);
            RelationEntry is = now.get(oid);
            if (was != null) {
                before.put(oid, was.scanned(scans.getOrDefault(oid, 0L)));
                // What is not among those that were read is as it was, and has not been scanned.
                after.put(oid, was.scanned(0));
            }
            if (is != null) {
                after.put(oid, is);
            }
        }
        return new Change(new RelationBook(before), new RelationBook(after));
    }

    private Map<Long, RelationEntry> withScans(Map<Long, RelationEntry> entries) {
        Map<Long, RelationEntry> counted = new HashMap<>(entries);
        counted.replaceAll((oid, entry) -> entry.scanned(scans.getOrDefault(oid, 0L)));
        return counted;
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

    private Map<Long, RelationEntry> whole(String scansOf) throws SQLException {
        Map<Long, RelationEntry> entries = new HashMap<>();
        read("SELECT " + COLUMNS + "COALESCE(" + scansOf + ", 0)" + RELATIONS, List.of(), row -> {
            RelationEntry entry = entry(row);
            entries.put(entry.oid(), entry);
        });
        return entries;
    }

    private static RelationEntry entry(ResultSet row) throws SQLException {
        return new RelationEntry(
                row.getLong(1), row.getString(2), row.getString(3), row.getLong(4), row.getLong(5), row.getLong(6));
    }

    private void read(String query, List<String> parameters, CatalogReading.RowReader reader) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }
}
