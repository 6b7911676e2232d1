// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collections;
import java.util.List;
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
 * @param notNullOptions the words behind NOT NULL: {@code NO INHERIT}, {@code NOT VALID} (PostgreSQL 18)
 * @param impliedNotNull the name of the NOT NULL constraint while a parent has it too, so that it cannot be changed
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
        SortedMap<String, String> foreignOptions,
        List<String> notNullOptions,
        @Informative Optional<String> impliedNotNull)
        implements SchemaObject {
    public Column {
        options = Values.copy(options);
        foreignOptions = Values.copy(foreignOptions);
        notNullOptions = List.copyOf(notNullOptions);
    }

    /** A column of a plain table whose NOT NULL, if any, is inherited and valid. */
    public Column(
            ObjectKey key,
            int position,
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
            SortedMap<String, String> options) {
        this(
                key,
                position,
                table,
                type,
                collation,
                notNull,
                notNullName,
                value,
                inherited,
                storage,
                compression,
                statisticsTarget,
                options,
                Collections.emptySortedMap(),
                List.of(),
                Optional.empty());
    }

    /** Returns the same column with or without NOT NULL, under that name and with those words behind it. */
    public Column withNotNull(boolean other, Optional<String> name, List<String> words) {
        return with(type, other, name, words, value, inherited);
    }

    /** Returns the same column with another type, as {@code format_type} would write it. */
    public Column withType(String other) {
        return with(other, notNull, notNullName, notNullOptions, value, inherited);
    }

    /** Returns the same column as one that its table has by itself, whatever parents define. */
    public Column ofItsOwn() {
        return with(type, notNull, notNullName, notNullOptions, value, false);
    }

    /** Returns the same column with another source of its values. */
    public Column withValue(ColumnValue other) {
        return with(type, notNull, notNullName, notNullOptions, other, inherited);
    }

    /** Returns the same column, stored and compressed in another way. */
    public Column stored(Optional<String> otherStorage, Optional<String> otherCompression) {
        return new Column(
                key,
                position,
                table,
                type,
                collation,
                notNull,
                notNullName,
                value,
                inherited,
                otherStorage,
                otherCompression,
                statisticsTarget,
                options,
                foreignOptions,
                notNullOptions,
                impliedNotNull);
    }

    /** Returns the same column of another table. */
    public Column of(ObjectKey other) {
        return new Column(
                other.child(ObjectKind.COLUMN, key.name()),
                position,
                other,
                type,
                collation,
                notNull,
                notNullName,
                value,
                inherited,
                storage,
                compression,
                statisticsTarget,
                options,
                foreignOptions,
                notNullOptions,
                impliedNotNull);
    }

    private Column with(
            String otherType,
            boolean otherNotNull,
            Optional<String> otherName,
            List<String> words,
            ColumnValue otherValue,
            boolean otherInherited) {
        return new Column(
                key,
                position,
                table,
                otherType,
                collation,
                otherNotNull,
                otherName,
                otherValue,
                otherInherited,
                storage,
                compression,
                statisticsTarget,
                options,
                foreignOptions,
                words,
                impliedNotNull);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(table);
    }
}
