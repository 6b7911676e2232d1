// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What was moved out of the way instead of being dropped; it belongs to no catalog. */
public interface Trash {
    /** Returns what is there, oldest first. */
    List<TrashEntry> list(Connection connection) throws SQLException;

    /**
     * Brings an entry back under the names that its tables had, in one transaction.
     *
     * @return what could not be brought back with them, one sentence each
     */
    List<String> restore(Connection connection, TrashEntry entry) throws SQLException;

    /** Drops an entry for good. */
    void purge(Connection connection, TrashEntry entry) throws SQLException;
}
