// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Gap;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * With which columns of other tables a column goes. While a parent that its table does not leave has the column too, no statement
 * drops it there: "cannot drop inherited column" ({@code ATExecDropColumn} in {@code tablecmds.c}).
 */
public final class InheritedDrops {
    private final Catalog actual;
    private final Catalog desired;
    private final Recreation recreation;

    public InheritedDrops(Gap gap, Recreation recreation) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.recreation = recreation;
    }

    /** Returns the columns that a column comes from, sorted; without those of parents that its table leaves before. */
    public List<ObjectKey> parents(Column column) {
        return actual.dependencies(column.key()).stream()
                .filter(key -> key.name().equals(column.key().name()))
                .flatMap(key -> actual.find(key, Column.class).stream())
                .filter(parent -> !leaves(column.table(), parent.table()))
                .map(Column::key)
                .sorted()
                .toList();
    }

    private boolean leaves(ObjectKey table, ObjectKey parent) {
        return Heir.in(actual, table)
                .flatMap(from -> Heir.in(desired, table)
                        .filter(to -> from.inherits().contains(parent)
                                ? ParentChange.of(from, to, actual, desired)
                                        .left()
                                        .contains(parent)
                                : !from.partitionOf().equals(to.partitionOf())))
                .isPresent();
    }

    /** Returns whether a table leaves a parent that has the column. */
    public boolean leaves(Column column) {
        return actual.dependencies(column.key()).stream()
                .filter(key -> key.name().equals(column.key().name()))
                .flatMap(key -> actual.find(key, Column.class).stream())
                .anyMatch(parent -> leaves(column.table(), parent.table()));
    }

    /** Returns those of the columns that it comes from which the plan drops. */
    public List<ObjectKey> dropped(Column column) {
        return parents(column).stream().filter(recreation.dropped()::contains).toList();
    }

    /** Returns the columns at the top, those that come from nowhere, with the last of which it can go: itself, if it is one. */
    public SortedSet<ObjectKey> tops(Column column) {
        SortedSet<ObjectKey> tops = new TreeSet<>();
        dropped(column).forEach(parent -> tops.addAll(tops(column(parent))));
        if (tops.isEmpty()) {
            tops.add(column.key());
        }
        return tops;
    }

    private Column column(ObjectKey key) {
        return actual.find(key, Column.class).orElseThrow();
    }

    /** Returns the columns of tables that stay, and stay below, which come from this one: from it alone or by themselves too. */
    public Stream<Column> heirs(Column column) {
        return actual.dependents(column.key()).stream()
                .filter(key -> key.name().equals(column.key().name()))
                .flatMap(key -> actual.find(key, Column.class).stream())
                .filter(heir -> !recreation.dropped().contains(heir.table()))
                .filter(heir -> parents(heir).contains(column.key()));
    }

    /**
     * Returns what a column waits for that is made again, or altered: those that it comes from, and with which they go. Until then
     * it is theirs: "cannot alter inherited column".
     */
    public Set<ObjectKey> before(ObjectKey column) {
        return actual.find(column, Column.class).stream()
                .filter(found -> !dropped(found).isEmpty())
                .flatMap(found -> Stream.concat(dropped(found).stream(), tops(found).stream()))
                .collect(Collectors.toSet());
    }
}
