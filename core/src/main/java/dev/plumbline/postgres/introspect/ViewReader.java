// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.notOfExtension;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;
import static dev.plumbline.postgres.introspect.CatalogReading.options;

import dev.plumbline.catalog.ColumnSettings;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads views and materialized views. */
final class ViewReader {
    private final CatalogReading reading;

    ViewReader(CatalogReading reading) {
        this.reading = reading;
    }

    void read() throws SQLException {
        SortedMap<Long, List<TypedName>> columns = TypedNames.read(reading, "c.relkind IN ('v', 'm')");
        Map<Long, SortedMap<String, String>> defaults = defaults();
        Map<Long, SortedMap<String, ColumnSettings>> settings = settings();
        reading.rowsOf(
                "pg_rewrite",
                """
                SELECT c.oid, n.nspname, c.relname, c.relkind, pg_get_viewdef(c.oid) AS definition, c.reloptions
                     , c.relispopulated, am.amname, ts.spcname, c.reltype, ty.typarray, r.oid AS rule
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_rewrite r ON r.ev_class = c.oid AND r.rulename = '_RETURN'
                LEFT JOIN pg_am am ON am.oid = c.relam
                LEFT JOIN pg_tablespace ts ON ts.oid = c.reltablespace
                LEFT JOIN pg_type ty ON ty.oid = c.reltype
                WHERE c.relkind IN ('v', 'm') AND\s""" + USER_SCHEMA + " AND " + notOfExtension("pg_class", "c.oid"),
                row -> view(row, columns, defaults, settings));
    }

    private Map<Long, SortedMap<String, String>> defaults() throws SQLException {
        Map<Long, SortedMap<String, String>> byView = new HashMap<>();
        reading.rowsOf(
                "pg_rewrite",
                """
                SELECT c.oid, a.attname, pg_get_expr(d.adbin, d.adrelid) AS expression
                FROM pg_class c
                JOIN pg_attrdef d ON d.adrelid = c.oid
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = d.adnum
                WHERE c.relkind = 'v'""",
                row -> byView.computeIfAbsent(row.getLong("oid"), k -> new TreeMap<>())
                        .put(row.getString("attname"), row.getString("expression")));
        return byView;
    }

    private Map<Long, SortedMap<String, ColumnSettings>> settings() throws SQLException {
        Map<Long, SortedMap<String, ColumnSettings>> byView = new HashMap<>();
        reading.rowsOf("pg_rewrite", "SELECT c.oid, a.attname, " + ColumnReader.SETTINGS + """
                     FROM pg_class c
                JOIN pg_attribute a ON a.attrelid = c.oid
                JOIN pg_type t ON t.oid = a.atttypid
                WHERE c.relkind = 'm' AND a.attnum > 0 AND NOT a.attisdropped""", row -> {
            ColumnSettings found = ColumnReader.settings(row);
            if (!found.equals(ColumnSettings.USUAL)) {
                byView.computeIfAbsent(row.getLong("oid"), k -> new TreeMap<>()).put(row.getString("attname"), found);
            }
        });
        return byView;
    }

    private void view(
            ResultSet row,
            SortedMap<Long, List<TypedName>> columns,
            Map<Long, SortedMap<String, String>> defaults,
            Map<Long, SortedMap<String, ColumnSettings>> settings)
            throws SQLException {
        long oid = row.getLong("oid");
        boolean materialized = row.getString("relkind").equals("m");
        ObjectKey key = ObjectKey.of(
                materialized ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW,
                row.getString("nspname"),
                row.getString("relname"));
        String definition = row.getString("definition").strip();
        if (definition.endsWith(";")) {
            definition = definition.substring(0, definition.length() - 1);
        }
        List<TypedName> own = columns.getOrDefault(oid, List.of());
        reading.add(
                ObjectAddress.of("pg_class", oid),
                materialized
                        ? new MaterializedView(
                                key,
                                definition,
                                own,
                                row.getBoolean("relispopulated"),
                                optional(row, "amname"),
                                optional(row, "spcname"),
                                options(row, "reloptions"),
                                settings.getOrDefault(oid, CatalogReading.none()))
                        : new View(
                                key,
                                definition,
                                own,
                                options(row, "reloptions"),
                                defaults.getOrDefault(oid, CatalogReading.none())));
        for (int i = 0; i < own.size(); i++) {
            reading.part(
                    new ObjectAddress("pg_class", oid, i + 1),
                    key.child(ObjectKind.COLUMN, own.get(i).name()),
                    key);
        }
        reading.alias(ObjectAddress.of("pg_rewrite", row.getLong("rule")), key);
        reading.alias(ObjectAddress.of("pg_type", row.getLong("reltype")), key);
        reading.alias(ObjectAddress.of("pg_type", row.getLong("typarray")), key);
    }
}
