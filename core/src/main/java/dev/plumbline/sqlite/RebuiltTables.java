// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The tables that a transaction has made anew: those that begin at another page than before.
 *
 * <p>Each is checked before the commit by {@code PRAGMA quick_check(table)}: every page and record of it, NOT NULL and
 * CHECK. What {@code integrity_check} does besides is to look every row up in every index, at random over the file. The
 * indexes of such a table were made from those very rows in the same transaction, and the lookups take several times as
 * long as the rebuild itself.
 */
final class RebuiltTables {
    private static final String ROOTS =
            "SELECT name, rootpage FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0";

    static final RebuiltTables NONE = new RebuiltTables(Map.of());

    private final Map<String, Long> before;

    private RebuiltTables(Map<String, Long> before) {
        this.before = before;
    }

    /** Notes where the tables are stored now. */
    static RebuiltTables since(Connection connection) throws SQLException {
        return new RebuiltTables(roots(connection));
    }

    private static Map<String, Long> roots(Connection connection) throws SQLException {
        Map<String, Long> roots = new TreeMap<>();
        Queries.list(connection, ROOTS, row -> roots.put(row.getString(1), row.getLong(2)));
        return roots;
    }

    /** Returns what is wrong with those that were made anew, for people; empty if nothing is. */
    List<String> damages(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Long> now : roots(connection).entrySet()) {
            Long then = before.get(now.getKey());
            if (then != null && !then.equals(now.getValue())) {
                Queries.list(
                                connection,
                                "PRAGMA main.quick_check(" + SqliteNames.quote(now.getKey()) + ")",
                                row -> row.getString(1))
                        .stream()
                        .filter(line -> !line.equals("ok"))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
