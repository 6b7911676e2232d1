// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.StoredIndex;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an index was used since the server's statistics began (PostgreSQL documentation, "pg_stat_user_indexes"). Each
 * server of a replicated group counts for itself.
 *
 * @param scans how many scans of it were begun here
 * @param bytes how much room it takes
 */
public record IndexUse(long scans, long bytes) {

    /** Returns the use of the indexes of a live database by the object that each belongs to; SQLite counts none. */
    public static SortedMap<ObjectKey, IndexUse> read(Connection connection, Catalog catalog) throws SQLException {
        SortedMap<ObjectKey, IndexUse> uses = new TreeMap<>();
        if (!catalog.product().engine().equals("postgres")) {
            return uses;
        }
        Map<String, ObjectKey> objects = new HashMap<>();
        for (StoredIndex index : catalog.storedIndexes()) {
            index.object().ifPresent(object -> objects.put(index.on().schema() + "\0" + index.name(), object));
        }
        try (Statement statement = connection.createStatement();
                // The index of a partitioned table is the sum of those of its partitions.
                ResultSet rows = statement.executeQuery("""
                        SELECT s.schemaname, s.indexrelname, s.idx_scan, pg_catalog.pg_relation_size(s.indexrelid)
                        FROM pg_catalog.pg_stat_user_indexes s
                        UNION ALL
                        SELECT n.nspname, c.relname, coalesce(sum(s.idx_scan), 0)::bigint
                             , coalesce(sum(pg_catalog.pg_relation_size(t.relid)), 0)::bigint
                        FROM pg_catalog.pg_class c
                        JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                        CROSS JOIN LATERAL pg_catalog.pg_partition_tree(c.oid) t
                        LEFT JOIN pg_catalog.pg_stat_user_indexes s ON s.indexrelid = t.relid
                        WHERE c.relkind = 'I' AND t.isleaf
                        GROUP BY 1, 2""")) {
            while (rows.next()) {
                ObjectKey object = objects.get(rows.getString(1) + "\0" + rows.getString(2));
                if (object != null) {
                    uses.put(object, new IndexUse(rows.getLong(3), rows.getLong(4)));
                }
            }
        }
        return uses;
    }
}
