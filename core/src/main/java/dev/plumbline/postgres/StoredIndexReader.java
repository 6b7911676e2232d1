// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static dev.plumbline.postgres.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.CatalogReading.optional;
import static dev.plumbline.postgres.CatalogReading.strings;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.StoredIndex;
import dev.plumbline.catalog.StoredIndex.Origin;
import dev.plumbline.catalog.StoredIndex.Part;
import dev.plumbline.catalog.StoredIndex.Uniqueness;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@code pg_index} knows of every index: collations and operator classes as they were resolved, directions,
 * included columns, and what relies on it (PostgreSQL documentation, "pg_index").
 */
final class StoredIndexReader {
    /** {@code INDOPTION_DESC} and {@code INDOPTION_NULLS_FIRST} of the server's {@code pg_index.h}. */
    private static final int DESCENDING = 1;

    private static final int NULLS_FIRST = 2;

    private final CatalogReading reading;

    StoredIndexReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        String nullsDistinct = reading.atLeast(15) ? "NOT x.indnullsnotdistinct" : "true";
        reading.rows(
                "SELECT " + nullsDistinct + """
                     AS nullsdistinct, n.nspname, i.relname, t.relname AS onname, t.relkind AS onkind, am.amname
                     , x.indisunique, x.indimmediate, x.indisvalid, x.indisclustered, x.indisreplident, x.indnkeyatts
                     , pg_get_expr(x.indpred, x.indrelid) AS predicate, array_to_string(i.reloptions, ', ') AS options
                     , k.conname, k.contype, parent.relname AS parent
                     , referring.keys AS referring
                     , parts.*
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
                CROSS JOIN LATERAL (
                    SELECT array_agg(CASE WHEN x.indkey[p] = 0 THEN pg_get_indexdef(x.indexrelid, p + 1, true)
                                     ELSE quote_ident(a.attname) END ORDER BY p) AS expressions
                         , array_agg(COALESCE(cn.nspname || '.' || c.collname, '') ORDER BY p) AS collations
                         , array_agg(COALESCE(o.opcname || COALESCE(
                               '(' || array_to_string(own.attoptions, ', ') || ')', ''), '') ORDER BY p) AS operators
                         , array_agg(COALESCE(x.indoption[p], 0)::text ORDER BY p) AS directions
                    FROM generate_series(0, x.indnatts - 1) AS p
                    LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = x.indkey[p] AND x.indkey[p] <> 0
                    LEFT JOIN pg_attribute own ON own.attrelid = x.indexrelid AND own.attnum = p + 1
                    LEFT JOIN pg_collation c ON p < x.indnkeyatts AND c.oid = x.indcollation[p]
                    LEFT JOIN pg_namespace cn ON cn.oid = c.collnamespace
                    LEFT JOIN pg_opclass o ON p < x.indnkeyatts AND o.oid = x.indclass[p]) AS parts
                WHERE t.relkind IN ('r', 'p', 'm') AND\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_class", "t.oid"),
                this::index);
    }

    private void index(ResultSet row) throws SQLException {
        ObjectKind onKind = row.getString("onkind").equals("m") ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.TABLE;
        String schema = row.getString("nspname");
        String name = row.getString("relname");
        ObjectKey on = ObjectKey.of(onKind, schema, row.getString("onname"));
        Optional<String> constraint = optional(row, "conname");
        ObjectKey object = constraint
                .map(of -> on.child(ObjectKind.CONSTRAINT, of))
                .orElseGet(() -> ObjectKey.of(ObjectKind.INDEX, schema, name));
        List<String> expressions = strings(row, "expressions");
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
                        parts(row, expressions, keys),
                        List.of(),
                        expressions.subList(keys, expressions.size()),
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

    private static List<Part> parts(ResultSet row, List<String> expressions, int keys) throws SQLException {
        List<String> collations = strings(row, "collations");
        List<String> operators = strings(row, "operators");
        List<String> directions = strings(row, "directions");
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < keys; i++) {
            int direction = Integer.parseInt(directions.get(i));
            parts.add(new Part(
                    expressions.get(i),
                    collations.get(i),
                    operators.get(i),
                    (direction & DESCENDING) != 0,
                    (direction & NULLS_FIRST) != 0));
        }
        return parts;
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
