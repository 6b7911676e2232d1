// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.sql.Sql;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bounds of hash partitions name their parent by its number, which it has in one database only: {@code
 * satisfies_hash_partition('16384'::oid, 4, 0, id)} ({@code get_qual_for_hash} in {@code partbounds.c}). By its name it means the
 * same, in any database and to the server's proofs, which compare values.
 */
public final class HashBounds {
    private static final String FUNCTION = "satisfies_hash_partition(";
    private static final Pattern NUMBERED = Pattern.compile("(satisfies_hash_partition\\()'([0-9]+)'::oid");

    /**
     * Types without a collation, by the beginning of their names. The server's own expression has none where one that is parsed has
     * that of its arguments, so that the two differ.
     */
    private static final List<String> UNCOLLATED = List.of(
            "smallint",
            "integer",
            "bigint",
            "numeric",
            "real",
            "double precision",
            "uuid",
            "date",
            "timestamp",
            "time",
            "interval",
            "boolean",
            "bytea",
            "inet",
            "cidr",
            "macaddr",
            "oid");

    private HashBounds() {}

    /** Returns whether a check that says what a partition's constraint says proves it to the server. */
    public static boolean areProvable(String constraint, List<Column> named) {
        return !constraint.contains(FUNCTION)
                || (constraint.indexOf("(", constraint.indexOf(FUNCTION) + FUNCTION.length()) < 0
                        && named.stream()
                                .allMatch(column ->
                                        UNCOLLATED.stream().anyMatch(type -> isOrHasModifier(column.type(), type))));
    }

    private static boolean isOrHasModifier(String type, String plain) {
        return type.equals(plain) || type.startsWith(plain + "(") || type.startsWith(plain + " ");
    }

    /** Returns the tables that are partitioned by hash, as a literal each, by their number. */
    static Map<String, String> read(CatalogReading reading) throws SQLException {
        Map<String, String> tables = new HashMap<>();
        reading.rowsOf(
                "pg_partitioned_table",
                "SELECT c.oid, n.nspname, c.relname FROM pg_partitioned_table p JOIN pg_class c ON c.oid = p.partrelid"
                        + " JOIN pg_namespace n ON n.oid = c.relnamespace WHERE p.partstrat = 'h'",
                row -> tables.put(
                        row.getString("oid"),
                        Sql.literal(Sql.of(
                                ObjectKey.of(ObjectKind.TABLE, row.getString("nspname"), row.getString("relname"))))));
        return tables;
    }

    /** Returns a partition's constraint with the tables' names in place of their numbers. */
    static String named(String constraint, Map<String, String> tables) {
        Matcher matcher = NUMBERED.matcher(constraint);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(
                tables.containsKey(found.group(2))
                        ? found.group(1) + tables.get(found.group(2)) + "::regclass"
                        : found.group()));
    }
}
