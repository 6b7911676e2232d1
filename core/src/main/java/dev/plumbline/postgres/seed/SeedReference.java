// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.seed;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A foreign key, for choosing values.
 *
 * @param parent the referenced table
 * @param columns the referring columns
 * @param referenced the columns that they refer to, in the same order
 */
record SeedReference(ObjectKey parent, List<String> columns, List<String> referenced) {
    private static final String QUERY = """
            SELECT n.nspname, c.relname, pn.nspname, pc.relname,
                   (SELECT array_agg(a.attname::text ORDER BY k.place)
                      FROM unnest(f.conkey) WITH ORDINALITY k(number, place)
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = f.conrelid AND a.attnum = k.number),
                   (SELECT array_agg(a.attname::text ORDER BY k.place)
                      FROM unnest(f.confkey) WITH ORDINALITY k(number, place)
                      JOIN pg_catalog.pg_attribute a ON a.attrelid = f.confrelid AND a.attnum = k.number)
              FROM pg_catalog.pg_constraint f
              JOIN pg_catalog.pg_class c ON c.oid = f.conrelid
              JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_catalog.pg_class pc ON pc.oid = f.confrelid
              JOIN pg_catalog.pg_namespace pn ON pn.oid = pc.relnamespace
             WHERE f.contype = 'f'
             ORDER BY 1, 2, f.conname
            """;

    /** Returns the foreign keys of all tables, by table. */
    static Map<ObjectKey, List<SeedReference>> read(Connection connection) throws SQLException {
        Map<ObjectKey, List<SeedReference>> all = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                ObjectKey table = ObjectKey.of(ObjectKind.TABLE, rows.getString(1), rows.getString(2));
                ObjectKey parent = ObjectKey.of(ObjectKind.TABLE, rows.getString(3), rows.getString(4));
                all.computeIfAbsent(table, k -> new ArrayList<>())
                        .add(new SeedReference(parent, names(rows, 5), names(rows, 6)));
            }
        }
        return all;
    }

    private static List<String> names(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** Returns the n-th key of the parent, null when there are not as many; the same row for each of the columns. */
    String value(String column, int row) {
        String target = referenced.get(columns.indexOf(column));
        return "(SELECT " + Sql.name(target) + " FROM " + Sql.of(parent) + " ORDER BY " + Sql.names(referenced)
                + " LIMIT 1 OFFSET " + (row - 1) + ")";
    }
}
