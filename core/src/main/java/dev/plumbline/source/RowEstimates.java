// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Table;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many rows the tables of a live database hold, near enough to judge a difference, and never by a long scan. */
public final class RowEstimates {
    /** Where the database keeps no estimate, rows are counted up to this many. */
    private static final int COUNTED = 10_000;

    private RowEstimates() {}

    /** Returns the estimates of the tables in the catalog; partitioned tables hold no rows themselves. */
    public static SortedMap<ObjectKey, Long> read(Connection connection, Catalog catalog) throws SQLException {
        SortedMap<ObjectKey, Long> rows = new TreeMap<>();
        if (catalog.product().engine().equals("postgres")) {
            readStatistics(connection, catalog, rows);
        }
        List<ObjectKey> open = catalog.objects().stream()
                .filter(object -> object instanceof SqliteTable
                        || (object instanceof Table table
                                && table.partitioning().isEmpty()))
                .map(object -> object.key())
                .filter(key -> !rows.containsKey(key))
                .toList();
        for (ObjectKey table : open) {
            count(connection, table, rows);
        }
        return rows;
    }

    /** {@code reltuples} is -1 for a table that was never analyzed (PostgreSQL 14 and later). */
    private static void readStatistics(Connection connection, Catalog catalog, SortedMap<ObjectKey, Long> into)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                        SELECT n.nspname, c.relname, c.reltuples::bigint
                        FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                        WHERE c.relkind = 'r' AND c.reltuples > 0""")) {
            while (tables.next()) {
                ObjectKey key = ObjectKey.of(ObjectKind.TABLE, tables.getString(1), tables.getString(2));
                if (catalog.contains(key)) {
                    into.put(key, tables.getLong(3));
                }
            }
        }
    }

    /** A table that may not be read has an unknown number of rows. */
    private static void count(Connection connection, ObjectKey table, SortedMap<ObjectKey, Long> into) {
        try (Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM (SELECT 1 FROM " + quote(table.schema())
                        + "." + quote(table.name()) + " LIMIT " + COUNTED + ") AS counted")) {
            if (count.next()) {
                into.put(table, count.getLong(1));
            }
        } catch (SQLException e) {
            into.remove(table);
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
