// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A SQLite table without its columns, which are objects of their own. Names in SQLite do not differ by the case of
 * ASCII letters; keys hold them in lower case.
 *
 * @param name the name as it was written
 * @param constraints the table constraints (PRIMARY KEY, UNIQUE, CHECK, FOREIGN KEY) in normal form, sorted: their order
 *     means nothing
 * @param rowidAlias the key of the column that is another name for the rowid, where there is one
 * @param statement the CREATE TABLE statement as SQLite keeps it
 */
public record SqliteTable(
        ObjectKey key,
        @Informative String name,
        boolean strict,
        boolean withoutRowid,
        boolean autoincrement,
        List<String> constraints,
        @Informative Optional<ObjectKey> rowidAlias,
        @Informative String statement)
        implements SchemaObject {
    public SqliteTable {
        constraints = List.copyOf(constraints);
    }
}
