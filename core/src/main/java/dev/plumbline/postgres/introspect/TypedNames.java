// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import static dev.plumbline.postgres.introspect.CatalogReading.USER_SCHEMA;
import static dev.plumbline.postgres.introspect.CatalogReading.optional;

import dev.plumbline.catalog.TypedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the columns of composite types and views, which are no objects of their own. */
final class TypedNames {
    private TypedNames() {}

    /** Returns the columns in order by the OID of their {@code pg_class} row; the condition speaks of {@code c}. */
    static SortedMap<Long, List<TypedName>> read(CatalogReading reading, String condition) throws SQLException {
        SortedMap<Long, List<TypedName>> byRelation = new TreeMap<>();
        reading.rows(
                """
                SELECT c.oid, a.attname, format_type(a.atttypid, a.atttypmod) AS type
                     , (SELECT quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
                        FROM pg_collation co JOIN pg_namespace cn ON cn.oid = co.collnamespace
                        WHERE co.oid = a.attcollation AND a.attcollation <> t.typcollation) AS collation
                FROM pg_class c
                JOIN pg_namespace n ON n.oid = c.relnamespace
                JOIN pg_attribute a ON a.attrelid = c.oid
                JOIN pg_type t ON t.oid = a.atttypid
                WHERE a.attnum > 0 AND NOT a.attisdropped
                  AND\s""" + condition + " AND " + USER_SCHEMA + " ORDER BY c.oid, a.attnum",
                row -> byRelation
                        .computeIfAbsent(row.getLong("oid"), k -> new ArrayList<>())
                        .add(new TypedName(
                                row.getString("attname"), row.getString("type"), optional(row, "collation"))));
        return byRelation;
    }
}
