// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.change.Casts;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.InheritedTypes;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.TableStatements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns that a new table takes from its parents, and what they are to have beyond that: those of a partition from
 * the one it belongs to, those of a table that inherits from each that it names.
 */
final class InheritedColumns {
    private final Table table;
    private final Catalog desired;
    private final List<ObjectKey> parents;

    InheritedColumns(Table table, Catalog desired) {
        this.table = table;
        this.desired = desired;
        this.parents =
                table.partitionOf().map(PartitionOf::parent).map(List::of).orElseGet(table::inherits);
    }

    /** Returns the constraints that stand in CREATE TABLE: a NOT NULL that the parent has too, under a name of its own. */
    List<String> constraints() {
        List<String> constraints = new ArrayList<>();
        for (Column own : columns()) {
            taken(own).ifPresent(taken -> {
                if (NotNull.isRenamed(taken, own, desired.product().majorVersion())) {
                    constraints.add(NotNull.asConstraint(own));
                }
            });
        }
        return constraints;
    }

    /**
     * Returns what makes such constraints of a partition its parent's: those that CREATE TABLE names are its own too, and then no type of
     * those columns can be changed ("cannot create not-null constraint", {@code ATPostAlterTypeCleanup} in {@code tablecmds.c}); those of
     * a table that is attached are not ({@code MergeConstraintsIntoExisting}). Below one that is NOT VALID they have to stay when that
     * is taken away and added anew.
     */
    List<String> attachedAgain() {
        return constraints().isEmpty() || isBelowUnproven(table)
                ? List.of()
                : table.partitionOf().stream()
                        .flatMap(of -> Stream.of(
                                TableStatements.detach(table.key(), of), TableStatements.attach(table.key(), of)))
                        .toList();
    }

    private boolean isBelowUnproven(Table partition) {
        return partition
                .partitionOf()
                .map(PartitionOf::parent)
                .flatMap(parent -> desired.find(parent, Table.class))
                .filter(parent -> isBelowUnproven(parent)
                        || desired.children(parent.key()).stream()
                                .flatMap(key -> desired.find(key, Column.class).stream())
                                .anyMatch(NotNull::isNotValid))
                .isPresent();
    }

    /** Returns what is said of the columns once the table is there. */
    List<String> statements() {
        List<String> statements = new ArrayList<>();
        Casts casts = new Casts(desired, desired);
        InheritedTypes types = new InheritedTypes(desired, desired);
        for (Column own : columns()) {
            taken(own)
                    .flatMap(taken -> ColumnStatements.alter(
                            taken, own, casts, types, desired.product().majorVersion()))
                    .ifPresent(alteration -> statements.addAll(alteration.statements()));
        }
        return statements;
    }

    /** Returns a column as its definition may say it: one that parents have too is compressed as theirs, or the server refuses it. */
    Column withoutCompression(Column own) {
        return taken(own).isPresent() ? own.stored(own.storage(), Optional.empty()) : own;
    }

    /** Returns what a column's definition has no words for, or must not say. */
    List<String> attributes(Column own) {
        return taken(own)
                .map(taken -> ColumnStatements.attributesBeside(taken, own))
                .orElseGet(() -> ColumnStatements.attributes(own));
    }

    private List<Column> columns() {
        return parents.isEmpty()
                ? List.of()
                : desired.children(table.key()).stream()
                        .flatMap(key -> desired.find(key, Column.class).stream())
                        .filter(column ->
                                column.inherited() || table.partitionOf().isPresent())
                        .toList();
    }

    /**
     * Returns the column as a new table has it from its parents: without their statistics target and attribute options,
     * with NOT NULL if one of them has it for others too, and then valid, since there are no rows (MergeAttributes in
     * tablecmds.c).
     */
    private Optional<Column> taken(Column own) {
        List<Column> theirs = parents.stream()
                .flatMap(parent ->
                        desired.find(parent.child(ObjectKind.COLUMN, own.key().name()), Column.class).stream())
                .toList();
        if (theirs.isEmpty()) {
            return Optional.empty();
        }
        Optional<Column> notNull = theirs.stream()
                .filter(column -> column.notNull() && !NotNull.isNotInherited(column))
                .findFirst();
        Column first = theirs.getFirst();
        return Optional.of(new Column(
                own.key(),
                own.position(),
                own.table(),
                first.type(),
                first.collation(),
                notNull.isPresent(),
                notNull.map(NotNull::plainName),
                value(first.value(), own.value()),
                true,
                first.storage(),
                ConflictingSettings.compression(theirs),
                Optional.empty(),
                Collections.emptySortedMap(),
                Collections.emptySortedMap(),
                List.of(),
                notNull.map(NotNull::plainName)));
    }

    /**
     * An identity is never a partition's own: before 17 it has none, from then on it shares the parent's. One that
     * inherits has it only by itself (PostgreSQL documentation, CREATE TABLE, GENERATED AS IDENTITY).
     */
    private ColumnValue value(ColumnValue theirs, ColumnValue own) {
        if (!(theirs instanceof ColumnValue.Identity)) {
            return theirs;
        }
        return table.partitionOf().isPresent() ? own : new ColumnValue.Given();
    }
}
