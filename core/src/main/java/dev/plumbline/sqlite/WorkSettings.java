// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.OptionalLong;

/**
 * What a session sets for a transaction that may make tables anew, and takes back afterwards. All of it belongs to the
 * connection and not to the file (SQLite documentation, "PRAGMA Statements"); the journal mode and what is flushed to
 * the disk stay as they are found.
 *
 * @param foreignKeys whether foreign keys were enforced
 * @param cache how many pages were kept in memory, or kibibytes where it is negative; empty where that was not changed
 */
record WorkSettings(boolean foreignKeys, OptionalLong cache) {
    /**
     * In kibibytes, where a large table has a unique constraint: the index behind it is filled in the order of the rows,
     * at random places of the index, and what of it does not fit is read and written again and again. Elsewhere the
     * cache stays as it is, because a larger one makes sorting slower: it is also how much is sorted at a time.
     */
    private static final long LARGE_CACHE = -256L * 1024;

    /** Sets them, outside of a transaction: within one the setting for foreign keys is ignored without a word. */
    static WorkSettings make(Connection connection, LargeConstraint large) throws SQLException {
        boolean enforced = switchOff(connection);
        if (!large.isIn(connection)) {
            return new WorkSettings(enforced, OptionalLong.empty());
        }
        long cache = Queries.number(connection, "PRAGMA main.cache_size");
        Queries.run(connection, "PRAGMA main.cache_size = " + LARGE_CACHE);
        return new WorkSettings(enforced, OptionalLong.of(cache));
    }

    /** Does so for a transaction that writes no rows, which needs no larger cache. */
    static WorkSettings makeForNoRows(Connection connection) throws SQLException {
        return new WorkSettings(switchOff(connection), OptionalLong.empty());
    }

    /** Returns whether foreign keys were enforced until now. */
    private static boolean switchOff(Connection connection) throws SQLException {
        boolean enforced = Queries.number(connection, "PRAGMA foreign_keys") != 0;
        if (enforced) {
            Queries.run(connection, "PRAGMA foreign_keys = OFF");
        }
        return enforced;
    }

    /** Sets what was found. */
    void takeBack(Connection connection) throws SQLException {
        if (foreignKeys) {
            Queries.run(connection, "PRAGMA foreign_keys = ON");
        }
        if (cache.isPresent()) {
            Queries.run(connection, "PRAGMA main.cache_size = " + cache.getAsLong());
        }
    }
}
