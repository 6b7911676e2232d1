// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
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
 * a statement has changed is: rows of {@code pg_class} from its transaction or a later one, whose numbers stand in {@code xmin}
 * (PostgreSQL documentation, "System Columns"), and where it is known which relations a statement can have touched at all, no others
 * are looked at. So what a statement costs to watch does not grow with the schema. Where relations have gone unseen, or a schema
 * has another name, they are read whole again.
 *
 * <p>What it has noted holds as long as nothing is rolled back and nobody else changes the schema. Not safe for use by several threads.
 */
final class RelationLedger {
    private static final long BEFORE_ALL = -1;

    /** None of this locks what it reads about. */
    private static final String RELATIONS =
            " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid WHERE " + CatalogReading.USER_SCHEMA
                    + " AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'v', 'S', 'f')";

    private static final String COLUMNS =
            "c.oid, n.nspname || '.' || c.relname, c.relkind, c.relfilenode, COALESCE(x.indrelid, 0), ";

    /** The number of the own transaction, or if it has none yet, one that no transaction before has. */
    static final String NEWEST = "COALESCE(pg_catalog.pg_current_xact_id_if_assigned(),"
            + " pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()))::pg_catalog.xid::pg_catalog.text";

    private static final String NEW = "pg_catalog.age(%s.xmin) <= pg_catalog.age(?::pg_catalog.text::pg_catalog.xid)";

    private static final String SCHEMAS_CHANGED =
            "EXISTS (SELECT FROM pg_catalog.pg_namespace s WHERE " + NEW.formatted("s") + ")";

    /** Relations by their numbers, and the indexes of those. */
    private static final String AMONG = " AND c.oid IN (SELECT pg_catalog.unnest(?::pg_catalog.oid[])"
            + " UNION SELECT y.indexrelid FROM pg_catalog.pg_index y WHERE y.indrelid = ANY (?::pg_catalog.oid[]))";

    /** The number of the command, in its transaction, that has written a row ("System Columns", {@code cmin}). */
    private static final String COMMAND = "c.cmin::pg_catalog.text::pg_catalog.int8";

    /** Those of some relations that there are no more. */
    private static final String GONE = "pg_catalog.array_to_string(ARRAY(SELECT e.oid FROM"
            + " pg_catalog.unnest(?::pg_catalog.oid[]) e(oid)"
            + " WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class y WHERE y.oid = e.oid)), ',')";

    private final Connection connection;

    /** What stands in the books, by object identifiers; nothing until it is read whole. Their scans mean nothing. */
    private final Map<Long, RelationEntry> known = new HashMap<>();

    private final Map<String, Long> byName = new HashMap<>();
    private final Map<Long, Long> byFile = new HashMap<>();
    private Map<Long, Long> scans = Map.of();
    private String since = "";
    private boolean scansHandedOver;
    /** The transaction in which all scans were counted that had not been handed over before it, and these. */
    private String countedIn = "";

    /** The transaction that is watched, and its last command that has changed a relation and was seen to. */
    private String transaction = "";

    private long lastCommand = BEFORE_ALL;

    private Map<Long, Long> pending = Map.of();

    RelationLedger(Connection connection) {
        this.connection = connection;
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
        if (!transaction.equals(held.transaction())) {
            transaction = held.transaction();
            lastCommand = BEFORE_ALL;
        }
        if (!scansHandedOver) {
            begin(RelationBook.OWN_SCANS);
            countedIn = held.transaction();
            pending = scans;
            return;
        }
        readOnce(RelationBook.OWN_SCANS);
        since = held.newest();
        scans = new HashMap<>(countedIn.equals(held.transaction()) ? pending : Map.of());
        scans.putAll(held.scans());
    }

    private void readOnce(String scansOf) throws SQLException {
        if (known.isEmpty()) {
            know(whole(scansOf).values());
        }
    }

    /**
     * Begins to watch.
     *
     * @param scansOf the expression for the scans of {@code c.oid}
     */
    void begin(String scansOf) throws SQLException {
        readOnce(scansOf);
        count(scansOf, "", List.of());
    }

    /**
     * Begins to watch a statement that can touch no relations but some.
     *
     * @param scansOf the expression for the scans of {@code c.oid}
     * @param among those, by their numbers
     */
    void beginAmong(String scansOf, Set<Long> among) throws SQLException {
        transaction = "";
        lastCommand = BEFORE_ALL;
        readOnce(scansOf);
        count(scansOf, " AND c.oid = ANY (?::pg_catalog.oid[])", List.of(array(among)));
    }

    private void count(String scansOf, String condition, List<String> parameters) throws SQLException {
        Map<Long, Long> counted = new HashMap<>();
        read(
                "SELECT " + NEWEST + ", s.oid, s.scans FROM (SELECT 1) one LEFT JOIN (SELECT c.oid, " + scansOf
                        + " AS scans FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'm')" + condition
                        + ") s ON s.scans > 0",
                parameters,
                row -> {
                    since = row.getString(1);
                    counted.put(row.getLong(2), row.getLong(3));
                });
        scans = counted;
    }

    private static String array(Set<Long> numbers) {
        return "{" + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}";
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
                    RelationEntry entry = entry(row, 0);
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
            return readAgain(scansOf);
        }
        Change change = change(now, concerned(now, changed, asked), Set.of());
        changed.forEach(this::note);
        return change;
    }

    /**
     * Returns what a statement has changed since the begin that can have touched no relations but some: whoever changes, scans or drops one
     * has a lock on it until the transaction ends ({@code relation_open}, {@code performMultipleDeletions} in the server's {@code
     * relation.c} and {@code dependency.c}).
     *
     * @param among those, by their numbers; their indexes go without saying
     * @param asked the relations that are in the books in any case
     */
    Change endAmong(String scansOf, Set<Long> among, Set<Long> asked) throws SQLException {
        List<RelationEntry> there = known.values().stream()
                .filter(entry -> among.contains(entry.oid()) || among.contains(entry.table()))
                .toList();
        String numbers = array(among);
        String expected = array(there.stream().map(RelationEntry::oid).collect(Collectors.toSet()));
        Map<Long, RelationEntry> now = new HashMap<>();
        Set<Long> gone = new HashSet<>();
        boolean[] otherwise = {false};
        read(
                "SELECT o.*, r.* FROM (SELECT " + SCHEMAS_CHANGED + ", " + GONE + ") o LEFT JOIN (SELECT " + COLUMNS
                        + "COALESCE(" + scansOf + ", 0), " + NEW.formatted("c") + ", " + COMMAND + RELATIONS + AMONG
                        + " AND (" + NEW.formatted("c") + " AND " + COMMAND + " > ?::pg_catalog.text::pg_catalog.int8"
                        + " OR c.relkind IN ('r', 'p', 'm') AND " + scansOf + " > 0)) r ON true",
                List.of(since, expected, since, numbers, numbers, since, Long.toString(lastCommand)),
                row -> {
                    otherwise[0] = row.getBoolean(1);
                    addNumbers(row.getString(2), gone);
                    if (row.getString(3) != null) {
                        RelationEntry entry = entry(row, 2);
                        now.put(entry.oid(), entry);
                        lastCommand = row.getBoolean(9) ? Math.max(lastCommand, row.getLong(10)) : lastCommand;
                    }
                });
        if (otherwise[0]) {
            return readAgain(scansOf);
        }
        List<RelationEntry> changed = now.values().stream()
                .filter(entry -> !entry.scanned(0).equals(asKnown(entry.oid())))
                .toList();
        Set<Long> concerned = concerned(now, changed, asked);
        concerned.addAll(gone);
        Change change = change(now, concerned, gone);
        gone.stream().map(known::get).filter(Objects::nonNull).toList().forEach(this::strike);
        changed.forEach(this::note);
        return change;
    }

    private static void addNumbers(String list, Set<Long> numbers) {
        if (numbers.isEmpty() && !list.isEmpty()) {
            Arrays.stream(list.split(",")).map(Long::valueOf).forEach(numbers::add);
        }
    }

    private @Nullable RelationEntry asKnown(long oid) {
        RelationEntry entry = known.get(oid);
        return entry == null ? null : entry.scanned(0);
    }

    private Change readAgain(String scansOf) throws SQLException {
        Map<Long, RelationEntry> before = withScans(known);
        Map<Long, RelationEntry> whole = whole(scansOf);
        know(whole.values());
        return new Change(new RelationBook(before), new RelationBook(whole));
    }

    /** Whether relations have gone, or schemas have changed. */
    private boolean isOtherwise(long expected) throws SQLException {
        boolean[] otherwise = {false};
        read(
                "SELECT (SELECT count(*)" + RELATIONS + "), " + SCHEMAS_CHANGED,
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

    private Change change(Map<Long, RelationEntry> now, Set<Long> concerned, Set<Long> gone) {
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

    private void strike(RelationEntry entry) {
        known.remove(entry.oid());
        byName.remove(entry.name(), entry.oid());
        byFile.remove(entry.file(), entry.oid());
    }

    private Map<Long, RelationEntry> whole(String scansOf) throws SQLException {
        Map<Long, RelationEntry> entries = new HashMap<>();
        read("SELECT " + COLUMNS + "COALESCE(" + scansOf + ", 0)" + RELATIONS, List.of(), row -> {
            RelationEntry entry = entry(row, 0);
            entries.put(entry.oid(), entry);
        });
        return entries;
    }

    /** Makes an entry of the columns behind some others. */
    private static RelationEntry entry(ResultSet row, int others) throws SQLException {
        return new RelationEntry(
                row.getLong(others + 1),
                row.getString(others + 2),
                row.getString(others + 3),
                row.getLong(others + 4),
                row.getLong(others + 5),
                row.getLong(others + 6));
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
