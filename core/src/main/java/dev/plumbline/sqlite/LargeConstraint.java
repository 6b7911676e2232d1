// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Whether a database has a large table with a unique constraint. To find out takes a query for each table that has one, so the
 * answer is kept for a connection until the file has grown by an eighth: thousands of migrations, each a transaction of its own,
 * ask for it a few dozen times.
 */
final class LargeConstraint {
    private static final long LARGE_TABLE = 50_000;
    private static final int GROWTH = 8;

    /** An index that no statement made is behind a constraint. */
    private static final String CONSTRAINED =
            "SELECT DISTINCT tbl_name FROM main.sqlite_schema WHERE type = 'index' AND sql IS NULL";

    /**
     * An answer.
     *
     * @param pages the pages of the file when it was found
     */
    private record Answer(long pages, boolean large) {}

    private final Map<Connection, Answer> known = Collections.synchronizedMap(new WeakHashMap<>());

    /** Returns whether there is one; by an earlier answer where the file has hardly grown since. */
    boolean isIn(Connection connection) throws SQLException {
        long pages = Queries.number(connection, "PRAGMA main.page_count");
        Answer answer = known.get(connection);
        if (answer == null || pages > answer.pages() + answer.pages() / GROWTH || pages < answer.pages()) {
            answer = new Answer(pages, find(connection));
            known.put(connection, answer);
        }
        return answer.large();
    }

    /** The highest rowid is found without counting, and there are not many more rows than that. */
    private static boolean find(Connection connection) throws SQLException {
        for (String table : Queries.list(connection, CONSTRAINED, row -> row.getString(1))) {
            try {
                if (Queries.number(connection, "SELECT max(_rowid_) FROM main." + SqliteNames.quote(table))
                        > LARGE_TABLE) {
                    return true;
                }
            } catch (SQLException e) {
                // A table without rowids tells nothing of its size so cheaply.
                return !SqliteSessionControl.isBusy(e);
            }
        }
        return false;
    }
}
