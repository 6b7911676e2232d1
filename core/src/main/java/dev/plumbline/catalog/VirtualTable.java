// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/**
 * A SQLite virtual table such as FTS5; its shadow tables are not objects.
 *
 * @param module what implements it, lower case: {@code fts5}
 * @param definition the whole statement in normal form
 * @param columns its columns as the module declares them, hidden ones left out; empty where the module is not loaded
 * @param statement the statement as it was written
 */
public record VirtualTable(
        ObjectKey key,
        String module,
        String definition,
        @Informative List<String> columns,
        @Informative String statement)
        implements SchemaObject {
    public VirtualTable {
        columns = List.copyOf(columns);
    }
}
