// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/**
 * A SQLite table without its columns, which are objects of their own.
 *
 * @param constraints the table constraints (PRIMARY KEY, UNIQUE, CHECK, FOREIGN KEY) in normal form, in order of the
 *     statement
 */
public record SqliteTable(
        ObjectKey key, boolean strict, boolean withoutRowid, boolean autoincrement, List<String> constraints)
        implements SchemaObject {
    public SqliteTable {
        constraints = List.copyOf(constraints);
    }
}
