// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A column of a SQLite table.
 *
 * @param position order in the table, from 0; it can be changed only by a rebuild and is information
 * @param type the declared type, empty where there is none
 * @param definition the whole column definition in normal form, name, type and every column constraint with its
 *     conflict clause: what PRAGMA table_xinfo does not tell
 */
public record SqliteColumn(
        ObjectKey key,
        @Informative int position,
        ObjectKey table,
        String type,
        boolean notNull,
        Optional<String> defaultExpression,
        int primaryKeyPosition,
        boolean generated,
        String definition)
        implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(table);
    }
}
