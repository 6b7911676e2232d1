// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

/**
 * Where the history of a database is kept.
 *
 * @param schema the schema; {@code main} on SQLite
 * @param table the table
 */
public record HistoryLocation(String schema, String table) {
    /** The name of the table unless another is asked for. */
    public static final String TABLE = "plumbline_history";

    @Override
    public String toString() {
        return schema + "." + table;
    }
}
