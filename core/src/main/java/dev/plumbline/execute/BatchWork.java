// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.plan.Batch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Goes over a table in batches; for engines whose plans have such steps. */
public interface BatchWork {
    /** Returns about how many rows the table has, without counting them; 0 where that is not known. */
    long estimate(Connection connection, Batch batch) throws SQLException;

    /**
     * Carries out the next batch in the transaction that has begun. Rows that need no change any more are passed over.
     *
     * @param after the key of the last row of the batch before, as {@link Portion#last} has it; empty at the begin
     * @param size how many rows to change at most
     * @param stride how many rows to pass over at most, looking for one that is still to be changed
     */
    Portion next(Connection connection, Batch batch, List<String> after, long size, long stride) throws SQLException;

    /**
     * Returns who should not be held up further, as a clause for people: a replica that lags behind, sessions that wait; empty
     * where there is nobody. Asked between batches, outside transactions.
     */
    Optional<String> strained(Connection connection, Pace pace) throws SQLException;

    /**
     * What a batch came to.
     *
     * @param last the key of its last row, value by value; empty when no row is left
     * @param rows how many rows lie behind it, those that were passed over included
     * @param changed how many of them were changed
     */
    record Portion(List<String> last, long rows, long changed) {
        public Portion {
            last = List.copyOf(last);
        }
    }
}
