// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.HistoryTable;
import dev.plumbline.source.MigrationHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** The histories of other tools, beside which none of ours is begun unasked. */
final class OtherHistories {
    private OtherHistories() {}

    /** Refuses a database in which another tool keeps a history: what it has applied would be applied once more. */
    static void refuse(Connection connection) throws SQLException {
        for (Map.Entry<ObjectKey, HistoryTable> other :
                MigrationHistory.tables(connection).entrySet()) {
            if (other.getValue().isForeignHistory()) {
                throw new PlumblineException(
                        ErrorCode.HISTORY_CONFLICT,
                        other.getValue().tool() + " keeps a history in "
                                + other.getKey().qualifiedName() + ", and Plumbline has none here yet. What is applied"
                                + " already would be applied again, so nothing was done.",
                        "'adopt' takes it over, 'repair' finds out about one that is dirty. If the table belongs to"
                                + " something else, say --beside-others.");
            }
        }
    }
}
