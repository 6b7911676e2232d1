// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A column of a PostgreSQL table.
 *
 * @param position {@code attnum}; it cannot be changed, so it is information
 * @param table the table
 * @param type as {@code format_type} writes it with an empty search path
 * @param collation qualified, when it is not the type's own
 * @param inherited true when a parent alone defines the column, so that it is neither added nor dropped here
 * @param notNullName the name of the NOT NULL constraint where it is not the server's own choice (PostgreSQL 18)
 * @param storage the storage strategy when it is not the type's own
 * @param options attribute options such as {@code n_distinct}
 * @param foreignOptions what the foreign-data wrapper is told of the column of a foreign table
 */
public record Column(
        ObjectKey key,
        @Informative int position,
        ObjectKey table,
        String type,
        Optional<String> collation,
        boolean notNull,
        Optional<String> notNullName,
        ColumnValue value,
        boolean inherited,
        Optional<String> storage,
        Optional<String> compression,
        Optional<Integer> statisticsTarget,
        SortedMap<String, String> options,
        SortedMap<String, String> foreignOptions)
        implements SchemaObject {
    public Column {
        options = Values.copy(options);
        foreignOptions = Values.copy(foreignOptions);
    }

    /** Returns the same column with or without NOT NULL, under that name. */
    public Column withNotNull(boolean other, Optional<String> name) {
        return new Column(
                key,
                position,
                table,
                type,
                collation,
                other,
                name,
                value,
                inherited,
                storage,
                compression,
                statisticsTarget,
                options,
                foreignOptions);
    }

    /** Returns the same column with another source of its values. */
    public Column withValue(ColumnValue other) {
        return new Column(
                key,
                position,
                table,
                type,
                collation,
                notNull,
                notNullName,
                other,
                inherited,
                storage,
                compression,
                statisticsTarget,
                options,
                foreignOptions);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(table);
    }
}
