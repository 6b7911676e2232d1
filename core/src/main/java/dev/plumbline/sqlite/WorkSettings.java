// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What a session sets for a transaction that may make tables anew, and takes back afterwards. All of it belongs to the
 * connection and not to the file (SQLite documentation, "PRAGMA Statements"); the journal mode and what is flushed to
 * the disk stay as they are found.
 *
 * @param foreignKeys whether foreign keys were enforced
 * @param cache how many pages were kept in memory, or kibibytes where it is negative
 */
record WorkSettings(boolean foreignKeys, long cache) {
    /**
     * In kibibytes, where a large table has a unique constraint: the index behind it is filled in the order of the rows,
     * at random places of the index, and what of it does not fit is read and written again and again. Elsewhere the
     * cache stays as it is, because a larger one makes sorting slower: it is also how much is sorted at a time.
     */
    private static final long LARGE_CACHE = -256L * 1024;

    /** Sets them, outside of a transaction: within one the setting for foreign keys is ignored without a word. */
    static WorkSettings make(Connection connection, LargeConstraint large) throws SQLException {
        WorkSettings found = new WorkSettings(
                Queries.number(connection, "PRAGMA foreign_keys") != 0,
                Queries.number(connection, "PRAGMA main.cache_size"));
        Queries.run(connection, "PRAGMA foreign_keys = OFF");
        if (large.isIn(connection)) {
            Queries.run(connection, "PRAGMA main.cache_size = " + LARGE_CACHE);
        }
        return found;
    }

    /** Sets what was found. */
    void takeBack(Connection connection) throws SQLException {
        if (foreignKeys) {
            Queries.run(connection, "PRAGMA foreign_keys = ON");
        }
        Queries.run(connection, "PRAGMA main.cache_size = " + cache);
    }
}
