// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.options;
import static dev.plumbline.postgres.introspect.CatalogReading.strings;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.StoredIndex;
import dev.plumbline.catalog.StoredIndex.Origin;
import dev.plumbline.catalog.StoredIndex.Part;
import dev.plumbline.catalog.StoredIndex.Uniqueness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Reads what {@code pg_index} knows of every index: collations and operator classes as they were resolved, directions,
 * included columns, and what relies on it (PostgreSQL documentation, "pg_index").
 */
final class StoredIndexReader {
    /** {@code INDOPTION_DESC} and {@code INDOPTION_NULLS_FIRST} of the server's {@code pg_index.h}. */
    private static final int DESCENDING = 1;

    private static final int NULLS_FIRST = 2;

    /** {@code InvalidOid}, and {@code DEFAULT_COLLATION_OID} of the server's {@code pg_collation.dat}. */
    private static final long NO_COLLATION = 0;

    private static final long DEFAULT_COLLATION = 100;

    private final CatalogReading reading;
    private final Map<Long, String> operatorClasses = new HashMap<>();
    private final Map<Long, String> collations = new HashMap<>();

    StoredIndexReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        reading.rows(
                "SELECT oid, opcname FROM pg_opclass",
                row -> operatorClasses.put(row.getLong("oid"), row.getString("opcname")));
        reading.rows(query(), this::index);
    }

    /** The query for all indexes. */
    String query() {
        String nullsDistinct = reading.atLeast(15) ? "NOT x.indnullsnotdistinct" : "true";
        return "SELECT " + nullsDistinct + " AS nullsdistinct, " + """
                     n.nspname, i.relname, am.amname
                     , x.indisunique, x.indimmediate, x.indisvalid, x.indisclustered, x.indisreplident
                     , x.indnkeyatts
                     , pg_get_expr(x.indpred, x.indrelid) AS predicate, array_to_string(i.reloptions, ', ') AS options
                     , k.conname, k.contype, parent.relname AS parent
                     , referring.keys AS referring
                     , t.oid AS relation, x.indkey, x.indcollation, x.indclass, x.indoption, settings.attoptions
                     , CASE WHEN\s"""
                + IndexRows.HAS_EXPRESSION + " THEN " + IndexRows.KEYS + " END AS keys" + """

                FROM pg_index x
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class t ON t.oid = x.indrelid
                JOIN pg_namespace n ON n.oid = i.relnamespace
                JOIN pg_am am ON am.oid = i.relam
                LEFT JOIN pg_constraint k ON k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN (
                    SELECT f.conindid, array_agg(f.conname::text ORDER BY f.conname) AS keys FROM pg_constraint f
                    WHERE f.contype = 'f' AND f.conparentid = 0 GROUP BY f.conindid) AS referring
                    ON referring.conindid = x.indexrelid
                LEFT JOIN pg_inherits h ON h.inhrelid = x.indexrelid
                LEFT JOIN pg_class parent ON parent.oid = h.inhparent
                LEFT JOIN (
                    SELECT a.attrelid, array_agg(a.attnum || '=' || array_to_string(a.attoptions, ', ')) AS attoptions
                    FROM pg_attribute a WHERE a.attnum > 0 AND a.attoptions IS NOT NULL GROUP BY a.attrelid) AS settings
                    ON settings.attrelid = x.indexrelid
                WHERE t.relkind IN ('r', 'p', 'm') AND\s""" + USER_SCHEMA + " AND "
                + notOfExtension("pg_class", "t.oid");
    }

    private void index(ResultSet row) throws SQLException {
        String schema = row.getString("nspname");
        String name = row.getString("relname");
        ObjectKey on = reading.key(ObjectAddress.of("pg_class", row.getLong("relation")))
                .orElseThrow();
        Optional<String> constraint = optional(row, "conname");
        ObjectKey object = constraint
                .map(of -> on.child(ObjectKind.CONSTRAINT, of))
                .orElseGet(() -> ObjectKey.of(ObjectKind.INDEX, schema, name));
        List<String> columns = IndexRows.columns(row, reading);
        int keys = row.getInt("indnkeyatts");
        reading.builder()
                .storedIndex(new StoredIndex(
                        on,
                        name,
                        Optional.of(object).filter(reading.builder()::contains),
                        constraint.isEmpty() ? Origin.INDEX : origin(row.getString("contype")),
                        row.getString("amname"),
                        row.getBoolean("indisunique")
                                ? Optional.of(
                                        new Uniqueness(row.getBoolean("nullsdistinct"), row.getBoolean("indimmediate")))
                                : Optional.empty(),
                        parts(row, columns.subList(0, keys)),
                        List.of(),
                        List.copyOf(columns.subList(keys, columns.size())),
                        optional(row, "predicate"),
                        optional(row, "options").orElse(""),
                        row.getBoolean("indisvalid"),
                        pins(row)));
    }

    private static Origin origin(String constraintType) {
        return switch (constraintType) {
            case "p" -> Origin.PRIMARY_KEY;
            case "u" -> Origin.UNIQUE;
            case "x" -> Origin.EXCLUSION;
            default -> throw new IllegalStateException("no index stands behind a constraint of type " + constraintType);
        };
    }

    private List<Part> parts(ResultSet row, List<String> columns) throws SQLException {
        List<String> written = strings(row, "keys"); // where one is an expression
        long[] rules = numbers(row, "indcollation");
        long[] classes = numbers(row, "indclass");
        long[] directions = numbers(row, "indoption");
        SortedMap<String, String> settings = options(row, "attoptions");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String setting = settings.get(String.valueOf(i + 1));
            String operators = operatorClasses.getOrDefault(classes[i], "");
            parts.add(new Part(
                    columns.get(i).isEmpty() ? written.get(i) : columns.get(i),
                    collation(rules[i]),
                    setting == null ? operators : operators + "(" + setting + ")",
                    (directions[i] & DESCENDING) != 0,
                    (directions[i] & NULLS_FIRST) != 0));
        }
        return parts;
    }

    /** Returns the name of a collation. Most indexes have none or the default one, and a server knows a thousand others. */
    private String collation(long oid) throws SQLException {
        if (oid == NO_COLLATION) {
            return "";
        }
        if (oid == DEFAULT_COLLATION) {
            return "pg_catalog.default";
        }
        if (collations.isEmpty()) {
            reading.rows(
                    "SELECT c.oid, n.nspname || '.' || c.collname AS name FROM pg_collation c"
                            + " JOIN pg_namespace n ON n.oid = c.collnamespace",
                    row -> collations.put(row.getLong("oid"), row.getString("name")));
        }
        return collations.getOrDefault(oid, "");
    }

    /** Reads an {@code int2vector} or {@code oidvector}. */
    private static long[] numbers(ResultSet row, String column) throws SQLException {
        return Arrays.stream(row.getString(column).split(" ", -1))
                .mapToLong(Long::parseLong)
                .toArray();
    }

    private static List<String> pins(ResultSet row) throws SQLException {
        List<String> pins = new ArrayList<>();
        optional(row, "parent").ifPresent(parent -> pins.add("it is part of the index " + parent));
        if (row.getBoolean("indisreplident")) {
            pins.add("it is the replica identity of its table");
        }
        if (row.getBoolean("indisclustered")) {
            pins.add("CLUSTER orders its table by it");
        }
        strings(row, "referring").forEach(key -> pins.add("the foreign key " + key + " refers to it"));
        return pins;
    }
}
