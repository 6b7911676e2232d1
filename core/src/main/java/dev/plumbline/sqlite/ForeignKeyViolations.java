// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Rows that violate foreign keys ({@code PRAGMA foreign_key_check}), counted by child and parent table. Counts, because
 * rowids and the numbers of foreign keys change when a table is made anew.
 *
 * @param counts how many, by {@code child → parent}
 */
record ForeignKeyViolations(SortedMap<String, Long> counts) {
    static final ForeignKeyViolations NONE = new ForeignKeyViolations(new TreeMap<>());

    /** No foreign key is declared without the word; to ask every table for its own takes long where there are thousands. */
    private static final String CHILDREN = """
            SELECT DISTINCT s.name FROM main.sqlite_schema AS s, pragma_foreign_key_list(s.name, 'main') AS f
            WHERE s.type = 'table' AND instr(lower(s.sql), 'references') > 0
            """;

    static ForeignKeyViolations find(Connection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (String child : Queries.list(connection, CHILDREN, row -> row.getString(1))) {
            for (String pair : violations(connection, child)) {
                counts.merge(pair, 1L, Long::sum);
            }
        }
        return new ForeignKeyViolations(counts);
    }

    /** Returns the same in one query, where no declaration of a foreign key stands in the way of that. */
    static ForeignKeyViolations findAtOnce(Connection connection) throws SQLException {
        SortedMap<String, Long> counts = new TreeMap<>();
        try {
            Queries.list(
                    connection,
                    "SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2",
                    row -> counts.put(
                            SqliteNames.fold(row.getString(1)) + " → " + SqliteNames.fold(row.getString(2)),
                            row.getLong(3)));
        } catch (SQLException e) {
            return find(connection);
        }
        return new ForeignKeyViolations(counts);
    }

    private static List<String> violations(Connection connection, String child) throws SQLException {
        try {
            return Queries.list(
                    connection,
                    "SELECT parent FROM pragma_foreign_key_check(?)",
                    row -> SqliteNames.fold(child) + " → " + SqliteNames.fold(row.getString(1)),
                    child);
        } catch (SQLException e) {
            // "foreign key mismatch": the parent lacks the key that is referred to. SQLite allows such a declaration,
            // and no row can be judged by it.
            if (String.valueOf(e.getMessage()).contains("foreign key mismatch")) {
                return List.of();
            }
            throw e;
        }
    }

    /** Returns what is worse here than there, for people. */
    List<String> notIn(ForeignKeyViolations earlier) {
        List<String> worse = new ArrayList<>();
        counts.forEach((pair, count) -> {
            long added = count - earlier.counts.getOrDefault(pair, 0L);
            if (added > 0) {
                worse.add(pair + ": " + added + (added == 1 ? " row" : " rows"));
            }
        });
        return worse;
    }
}
