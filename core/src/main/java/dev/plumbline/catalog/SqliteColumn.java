// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A column of a SQLite table.
 *
 * @param name the name as it was written
 * @param position order in the table, from 0; it can be changed only by a rebuild and is information
 * @param type the declared type in lower case, empty where there is none
 * @param defaultExpression the default in normal form
 * @param primaryKeyPosition place in the primary key, from 1; 0 for none
 * @param generated whether it is computed from others
 * @param definition the whole column definition in normal form, name, type and every column constraint with its
 *     conflict clause: what PRAGMA table_xinfo does not tell
 * @param declaration the column definition as it was written
 */
public record SqliteColumn(
        ObjectKey key,
        @Informative String name,
        @Informative int position,
        ObjectKey table,
        String type,
        boolean notNull,
        Optional<String> defaultExpression,
        int primaryKeyPosition,
        boolean generated,
        String definition,
        @Informative String declaration)
        implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(table);
    }
}
