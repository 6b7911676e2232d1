// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.observe;

import dev.plumbline.postgres.introspect.CatalogReading;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the server's books say of relations, and what they say has changed since a transaction: rows of {@code pg_class} from it or a
 * later one, whose numbers stand in {@code xmin} (PostgreSQL documentation, "System Columns"). None of this locks what it reads
 * about. How often a table was scanned is asked for with an expression over {@code c.oid}.
 */
final class RelationQueries {
    /** The number of the own transaction, or if it has none yet, one that no transaction before has. */
    static final String NEWEST = "COALESCE(pg_catalog.pg_current_xact_id_if_assigned(),"
            + " pg_catalog.pg_snapshot_xmax(pg_catalog.pg_current_snapshot()))::pg_catalog.xid::pg_catalog.text";

    private static final String RELATIONS =
            " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
                    + " LEFT JOIN pg_catalog.pg_index x ON x.indexrelid = c.oid WHERE " + CatalogReading.USER_SCHEMA
                    + " AND c.relkind IN ('r', 'p', 'm', 'i', 'I', 'v', 'S', 'f')";

    private static final String COLUMNS =
            "c.oid, n.nspname || '.' || c.relname, c.relkind, c.relfilenode, COALESCE(x.indrelid, 0), ";

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

    RelationQueries(Connection connection) {
        this.connection = connection;
    }

    /**
     * A moment.
     *
     * @param transaction as {@link #NEWEST} has it
     * @param command the last one of that transaction that lies before the moment; -1 when none does
     */
    record Moment(String transaction, long command) {
        static final long BEFORE_ALL = -1;
    }

    /** The scans of relations by their numbers, where there are any, at a moment before any command. */
    record Count(String newest, Map<Long, Long> scans) {}

    /**
     * What has become of some relations.
     *
     * @param schemasChanged whether relations may have another name without having changed
     * @param gone the numbers of those that there are no more
     * @param entries those that have changed, and tables that were scanned
     * @param lastCommand the last one that has changed a relation
     */
    record Seen(boolean schemasChanged, Set<Long> gone, Map<Long, RelationEntry> entries, long lastCommand) {}

    /** Returns all relations, by their numbers. */
    Map<Long, RelationEntry> all(String scansOf) throws SQLException {
        Map<Long, RelationEntry> entries = new HashMap<>();
        read("SELECT " + COLUMNS + "COALESCE(" + scansOf + ", 0)" + RELATIONS, List.of(), row -> add(row, 0, entries));
        return entries;
    }

    /** Counts the scans of all tables. */
    Count count(String scansOf) throws SQLException {
        return count(scansOf, "", List.of());
    }

    /** Counts the scans of some tables. */
    Count count(String scansOf, Set<Long> among) throws SQLException {
        return count(scansOf, " AND c.oid = ANY (?::pg_catalog.oid[])", List.of(array(among)));
    }

    private Count count(String scansOf, String condition, List<String> parameters) throws SQLException {
        String[] newest = {""};
        Map<Long, Long> scans = new HashMap<>();
        read(
                "SELECT " + NEWEST + ", s.oid, s.scans FROM (SELECT 1) one LEFT JOIN (SELECT c.oid, " + scansOf
                        + " AS scans FROM pg_catalog.pg_class c WHERE c.relkind IN ('r', 'p', 'm')" + condition
                        + ") s ON s.scans > 0",
                parameters,
                row -> {
                    newest[0] = row.getString(1);
                    scans.put(row.getLong(2), row.getLong(3));
                });
        return new Count(newest[0], scans);
    }

    /** Returns the relations that a transaction or a later one has changed, and the tables that were scanned. */
    Map<Long, RelationEntry> since(String transaction, String scansOf) throws SQLException {
        Map<Long, RelationEntry> entries = new HashMap<>();
        read(
                "SELECT " + COLUMNS + "COALESCE(" + scansOf + ", 0)" + RELATIONS + " AND (" + NEW.formatted("c")
                        + " OR c.relkind IN ('r', 'p', 'm') AND " + scansOf + " > 0)",
                List.of(transaction),
                row -> add(row, 0, entries));
        return entries;
    }

    /** Returns whether there are more or fewer relations than expected, or whether schemas have changed. */
    boolean isOtherwise(long expected, String transaction) throws SQLException {
        boolean[] otherwise = {false};
        read(
                "SELECT (SELECT count(*)" + RELATIONS + "), " + SCHEMAS_CHANGED,
                List.of(transaction),
                row -> otherwise[0] = row.getLong(1) != expected || row.getBoolean(2));
        return otherwise[0];
    }

    /**
     * Returns what has become of some relations and their indexes.
     *
     * @param among their numbers; the indexes go without saying
     * @param expected the numbers of those that there were
     */
    Seen since(Moment moment, String scansOf, Set<Long> among, Set<Long> expected) throws SQLException {
        String numbers = array(among);
        String begin = moment.transaction();
        boolean[] schemasChanged = {false};
        long[] last = {moment.command()};
        Set<Long> gone = new HashSet<>();
        Map<Long, RelationEntry> entries = new HashMap<>();
        read(
                "SELECT o.*, r.* FROM (SELECT " + SCHEMAS_CHANGED + ", " + GONE + ") o LEFT JOIN (SELECT "
                        + NEW.formatted("c") + ", " + COMMAND + ", " + COLUMNS + "COALESCE(" + scansOf + ", 0)"
                        + RELATIONS
                        + AMONG + " AND (" + NEW.formatted("c") + " AND " + COMMAND
                        + " > ?::pg_catalog.text::pg_catalog.int8 OR c.relkind IN ('r', 'p', 'm') AND " + scansOf
                        + " > 0)) r ON true",
                List.of(begin, array(expected), begin, numbers, numbers, begin, Long.toString(moment.command())),
                row -> {
                    schemasChanged[0] = row.getBoolean(1);
                    if (gone.isEmpty()) {
                        gone.addAll(numbers(row.getString(2)));
                    }
                    if (row.getBoolean(3)) {
                        last[0] = Math.max(last[0], row.getLong(4));
                    }
                    if (row.getString(5) != null) {
                        add(row, 4, entries);
                    }
                });
        return new Seen(schemasChanged[0], gone, entries, last[0]);
    }

    private static String array(Collection<Long> numbers) {
        return "{" + numbers.stream().map(String::valueOf).collect(Collectors.joining(",")) + "}";
    }

    private static List<Long> numbers(String list) {
        return list.isEmpty()
                ? List.of()
                : Arrays.stream(list.split(",")).map(Long::valueOf).toList();
    }

    /** Adds what stands behind some columns. */
    private static void add(ResultSet row, int others, Map<Long, RelationEntry> entries) throws SQLException {
        RelationEntry entry = new RelationEntry(
                row.getLong(others + 1),
                row.getString(others + 2),
                row.getString(others + 3),
                row.getLong(others + 4),
                row.getLong(others + 5),
                row.getLong(others + 6));
        entries.put(entry.oid(), entry);
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
