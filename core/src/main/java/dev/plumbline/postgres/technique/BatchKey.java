// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Batch;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.sql.Sql;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A unique key of a table, by which its rows can be told from each other.
 *
 * @param key the constraint or index
 * @param columns their names, in order; whether they may be null it does not say
 */
record BatchKey(ObjectKey table, ObjectKey key, List<String> columns) {
    /** Returns those of a table: that of the primary key first, then unique constraints and indexes by their names. */
    static Stream<BatchKey> of(ObjectKey table, Catalog catalog) {
        Stream<BatchKey> constraints = catalog.children(table).stream()
                .flatMap(child -> catalog.find(child, Constraint.class).stream())
                .filter(KeyIndex::isOf)
                .sorted(Comparator.comparing(
                                Constraint::type, Comparator.comparing(type -> type != ConstraintType.PRIMARY_KEY))
                        .thenComparing(Constraint::key))
                .map(constraint -> new BatchKey(table, constraint.key(), constraint.columns()));
        Stream<BatchKey> indexes = catalog.children(table).stream()
                .flatMap(child -> catalog.find(child, Index.class).stream())
                .filter(index -> index.unique()
                        && index.valid()
                        && index.definition().endsWith(" USING btree (" + String.join(", ", index.columns()) + ")"))
                .map(index -> new BatchKey(table, index.key(), names(index, catalog)))
                .filter(key -> !key.columns().contains(""));
        return Stream.concat(constraints, indexes).filter(key -> !key.columns().isEmpty());
    }

    /** Returns the names of the columns that an index has; an empty one for an expression. */
    private static List<String> names(Index index, Catalog catalog) {
        return index.columns().stream()
                .map(text -> catalog.children(index.on()).stream()
                        .filter(child -> child.kind() == ObjectKind.COLUMN)
                        .map(ObjectKey::name)
                        .filter(name -> Sql.name(name).equals(text))
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    /** Returns whether none of its columns is ever null. */
    boolean isCertain(Catalog catalog) {
        return columns.stream()
                .allMatch(name -> catalog.find(table.child(ObjectKind.COLUMN, name), Column.class)
                        .filter(NotNull::isCertain)
                        .isPresent());
    }

    /** Returns whether it holds after each statement, so that it can decide what becomes of a row. */
    boolean isImmediate(Catalog catalog) {
        return catalog.find(key, Constraint.class)
                .filter(KeyIndex::isDeferrable)
                .isEmpty();
    }

    /** Returns whether two rows that differ in the columns of another key of the table differ in those of this one. */
    boolean covers(BatchKey other) {
        return Set.copyOf(columns).containsAll(other.columns());
    }

    /** Returns its columns as batches go by them. */
    List<Batch.Column> inBatches(Catalog catalog) {
        return columns.stream()
                .map(name -> new Batch.Column(
                        Sql.name(name),
                        catalog.find(table.child(ObjectKind.COLUMN, name), Column.class)
                                .orElseThrow()
                                .type()))
                .toList();
    }
}
