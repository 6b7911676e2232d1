// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tables that a transaction has made, anew or at all: those that come in the schema behind all that was there before.
 *
 * <p>Each is checked before the commit by {@code PRAGMA quick_check(table)}: every page and record of it, NOT NULL and
 * CHECK. What {@code integrity_check} does besides is to look every row up in every index, at random over the file. The
 * indexes of such a table were made from those very rows in the same transaction, and the lookups take several times as
 * long as the rebuild itself.
 *
 * <p>What is made gets the rowid behind the highest of its time (SQLite documentation, "Rowid Tables", and sqlite_schema is one).
 * So all that was made lies behind the newest object that is still what it was, and of a schema of thousands of tables only the end is looked at. (A table that is dropped and
 * made again by the same name, as the newest object and at the same page, passes for what it was; rows that are carried over need both at once.)
 */
final class RebuiltTables {
    private static final int LOOKED_AT = 100;

    private final SortedMap<Long, String> before;

    private RebuiltTables(SortedMap<Long, String> before) {
        this.before = before;
    }

    /** Notes what is there now. */
    static RebuiltTables since(Connection connection) throws SQLException {
        return new RebuiltTables(objects(connection, "ORDER BY rowid DESC LIMIT " + LOOKED_AT));
    }

    private static SortedMap<Long, String> objects(Connection connection, String which, Object... parameters)
            throws SQLException {
        SortedMap<Long, String> objects = new TreeMap<>();
        Queries.list(
                connection,
                "SELECT rowid, type, name, rootpage FROM main.sqlite_schema " + which,
                row -> objects.put(row.getLong(1), row.getString(2) + " " + row.getString(3) + " " + row.getLong(4)),
                parameters);
        return objects;
    }

    /** Returns the rowid behind which all lies that was made since; 0 where nothing that was noted is left, so that all is looked at. */
    private long unchanged(Connection connection) throws SQLException {
        if (before.isEmpty()) {
            return 0;
        }
        SortedMap<Long, String> left =
                objects(connection, "WHERE rowid BETWEEN ? AND ?", before.firstKey(), before.lastKey());
        left.entrySet().retainAll(before.entrySet());
        return left.isEmpty() ? 0 : left.lastKey();
    }

    /** Returns what is wrong with those that were made, for people; empty if nothing is. */
    List<String> damages(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        for (String table : Queries.list(
                connection,
                "SELECT name FROM main.sqlite_schema WHERE rowid > ? AND type = 'table' AND rootpage > 0",
                row -> row.getString(1),
                unchanged(connection))) {
            Queries.list(
                            connection,
                            "PRAGMA main.quick_check(" + SqliteNames.quote(table) + ")",
                            row -> row.getString(1))
                    .stream()
                    .filter(line -> !line.equals("ok"))
                    .forEach(found::add);
        }
        return found;
    }
}
