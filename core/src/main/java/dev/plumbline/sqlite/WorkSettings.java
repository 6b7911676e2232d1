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
 * @param threads how many threads helped to sort
 */
record WorkSettings(boolean foreignKeys, long cache, long threads) {
    /**
     * In kibibytes, used only as far as there are pages for it. A unique constraint's index is filled in the order of
     * the rows, at random places of the index: what of it does not fit is read and written again and again. A larger
     * cache also keeps the pages from being written before the commit, until when readers go on.
     */
    private static final long CACHE = -256L * 1024;

    /** An index is sorted by these and the session's own thread. */
    private static final int HELPERS = Math.min(3, Runtime.getRuntime().availableProcessors() - 1);

    /** Sets them, outside of a transaction: within one the setting for foreign keys is ignored without a word. */
    static WorkSettings make(Connection connection) throws SQLException {
        WorkSettings found = new WorkSettings(
                Queries.number(connection, "PRAGMA foreign_keys") != 0,
                Queries.number(connection, "PRAGMA main.cache_size"),
                Queries.number(connection, "PRAGMA threads"));
        Queries.run(connection, "PRAGMA foreign_keys = OFF");
        Queries.run(connection, "PRAGMA main.cache_size = " + CACHE);
        Queries.run(connection, "PRAGMA threads = " + Math.max(found.threads(), HELPERS));
        return found;
    }

    /** Sets what was found. */
    void takeBack(Connection connection) throws SQLException {
        if (foreignKeys) {
            Queries.run(connection, "PRAGMA foreign_keys = ON");
        }
        Queries.run(connection, "PRAGMA main.cache_size = " + cache);
        Queries.run(connection, "PRAGMA threads = " + threads);
    }
}
