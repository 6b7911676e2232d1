// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import java.util.List;

/** How an engine spells the statements of the history. The columns are the same everywhere. */
public interface HistoryDialect {
    /** Returns where the history is kept unless another place is asked for. */
    HistoryLocation defaultLocation();

    /** Returns the qualified and quoted name of a table of that name in the schema of the history. */
    String qualified(HistoryLocation location);

    /** Returns the statements that create the table and its index; they run in one transaction. */
    List<String> create(HistoryLocation location);

    /** Returns a query with one row, one column: whether the table is there, as 1 or 0. */
    String exists(HistoryLocation location);

    /** Returns the parameter of a statement that takes an instant as a text in ISO 8601, UTC. */
    String instantParameter();

    /** Returns an expression for a column that holds an instant, as a text in ISO 8601, UTC. */
    String instantColumn(String column);
}
