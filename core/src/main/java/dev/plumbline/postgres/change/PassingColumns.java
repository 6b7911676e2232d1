// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The columns that a table is to have from parents which it joins: those that it takes along from one that it leaves, those that it
 * has by itself before, and those that it gets.
 */
final class PassingColumns {
    private final Catalog actual;
    private final Catalog desired;
    private final Heir from;
    private final Heir to;
    private final ParentChange parents;
    private final List<Column> takenAlong = new ArrayList<>();
    private final List<Column> regained = new ArrayList<>();
    private final List<Column> added = new ArrayList<>();

    PassingColumns(Gap gap, Heir from, Heir to, ParentChange parents) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.from = from;
        this.to = to;
        this.parents = parents;
        if (to.partitionOf().isEmpty()) {
            desired.children(to.key()).stream()
                    .flatMap(key -> desired.find(key, Column.class).stream())
                    .filter(column -> column.inherited() && !(column.value() instanceof ColumnValue.Identity))
                    .filter(column -> isThereToJoin(column.key().name()))
                    .forEach(this::place);
        }
    }

    /** Returns the columns that it has from a parent which it leaves, and from another later. */
    List<Column> takenAlong() {
        return Collections.unmodifiableList(takenAlong);
    }

    /** Returns the columns that it has by itself before, and from parents alone then, with the same values. */
    List<Column> regained() {
        return Collections.unmodifiableList(regained);
    }

    /** Returns the columns that it lacks, or has by itself with values that cannot be kept. */
    List<Column> added() {
        return Collections.unmodifiableList(added);
    }

    private void place(Column column) {
        Optional<Column> before = before(column);
        if (before.filter(own -> keepsItsValues(own, column)).isPresent()) {
            regained.add(column);
        } else if (before.isEmpty() || !before.get().inherited()) {
            if (!comesFromParentThatStays(column.key().name())) {
                added.add(column);
            }
        } else if (from.partitionOf().isEmpty()
                && before.get().value().equals(column.value())
                && (column.value() instanceof ColumnValue.Given || !ColumnStatements.typeChanges(before.get(), column))
                && losesAllItsParents(column.key().name())) {
            takenAlong.add(column);
        }
    }

    private boolean keepsItsValues(Column own, Column column) {
        return from instanceof Table
                && !own.inherited()
                && own.value() instanceof ColumnValue.Given
                && column.value() instanceof ColumnValue.Given
                && own.collation().equals(column.collation())
                && !ColumnStatements.typeChanges(own, column)
                && goesBelow(own);
    }

    /** Another column takes its name, which those below must not have from elsewhere; and a foreign table has no values to write. */
    private boolean goesBelow(Column column) {
        return actual.dependents(column.key()).stream()
                .filter(key -> key.name().equals(column.key().name()))
                .flatMap(key -> actual.find(key, Column.class).stream())
                .allMatch(heir -> heir.inherited()
                        && hasOneParent(heir)
                        && actual.find(heir.table(), Table.class).isPresent()
                        && goesBelow(heir));
    }

    private boolean hasOneParent(Column column) {
        return actual.dependencies(column.key()).stream()
                        .filter(key -> key.name().equals(column.key().name())
                                && actual.find(key, Column.class).isPresent())
                        .count()
                == 1;
    }

    /** Returns the column that the table has before; absent where it has none of that name. */
    Optional<Column> before(Column column) {
        return actual.find(from.key().child(ObjectKind.COLUMN, column.key().name()), Column.class);
    }

    /** Returns whether a parent that it joins has the column by then; one that gets it later gives it to those below. */
    private boolean isThereToJoin(String column) {
        return parents.joined().stream()
                .map(parent -> parent.child(ObjectKind.COLUMN, column))
                .filter(desired::contains)
                .anyMatch(key -> actual.contains(key)
                        || desired.find(key, Column.class)
                                .filter(parent -> !actual.contains(parent.table()))
                                .isPresent());
    }

    private boolean comesFromParentThatStays(String column) {
        return parents.stays().stream().anyMatch(parent -> desired.contains(parent.child(ObjectKind.COLUMN, column)));
    }

    private boolean losesAllItsParents(String column) {
        return parents.stays().stream()
                .map(parent -> parent.child(ObjectKind.COLUMN, column))
                .noneMatch(key -> actual.contains(key) && desired.contains(key));
    }

    /** Returns what such columns are computed from beside them, which the table has by then. */
    List<Column> sources(List<Column> columns, Catalog catalog, Set<ObjectKey> there) {
        return columns.stream()
                .filter(column -> column.value() instanceof ColumnValue.Generated)
                .flatMap(column -> catalog.dependencies(column.key()).stream())
                .filter(key -> isSource(key) && !there.contains(key))
                .distinct()
                .flatMap(key -> catalog.find(key, Column.class).stream())
                .toList();
    }

    /** Returns whether that is a column of the table itself. */
    boolean isSource(ObjectKey column) {
        return to.key().child(ObjectKind.COLUMN, column.name()).equals(column);
    }

    /** Returns the keys of columns, sorted. */
    static Set<ObjectKey> keys(List<Column> columns) {
        return columns.stream().map(Column::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
