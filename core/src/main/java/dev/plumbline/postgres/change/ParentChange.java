// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From which parents a table goes to which. It has them in the order in which it came to them ({@code StoreCatalogInheritance} in
 * {@code tablecmds.c}): from the first on that is new, or out of its place, it leaves them all and comes to them one after the
 * other. It also leaves those whose column it is to have by itself too from now on, or no more by itself: what it has when it leaves
 * its last parent is its own, and what it has from one it cannot drop ({@code RemoveInheritance}, {@code ATExecDropColumn}).
 *
 * @param stays the parents that it keeps all the time, in order
 * @param left the parents that it leaves, in order; some of them it joins again
 * @param joined the parents that it joins, in order
 */
public record ParentChange(List<ObjectKey> stays, List<ObjectKey> left, List<ObjectKey> joined) {
    public ParentChange {
        stays = List.copyOf(stays);
        left = List.copyOf(left);
        joined = List.copyOf(joined);
    }

    /** Looks at a table that both have. */
    public static ParentChange of(Heir from, Heir to, Catalog actual, Catalog desired) {
        List<ObjectKey> stays = new ArrayList<>();
        int place = 0;
        for (ObjectKey parent : to.inherits()) {
            int found = from.inherits().subList(place, from.inherits().size()).indexOf(parent);
            if (found < 0 || isInTheWay(parent, to.key(), actual, desired)) {
                break;
            }
            place += found + 1;
            stays.add(parent);
        }
        List<ObjectKey> left = new ArrayList<>(from.inherits());
        left.removeAll(stays);
        List<ObjectKey> joined = new ArrayList<>(to.inherits());
        joined.removeAll(stays);
        return new ParentChange(stays, left, joined);
    }

    private static boolean isInTheWay(ObjectKey parent, ObjectKey table, Catalog actual, Catalog desired) {
        return actual.children(parent).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN && desired.contains(key))
                .map(key -> table.child(ObjectKind.COLUMN, key.name()))
                .anyMatch(key -> isGivenUp(key, actual, desired) || isTakenOver(key, actual, desired));
    }

    /** Returns whether a table has a column by itself, and is to have it from parents alone. */
    private static boolean isGivenUp(ObjectKey column, Catalog actual, Catalog desired) {
        Optional<Column> before = actual.find(column, Column.class).filter(from -> !from.inherited());
        return before.isPresent()
                && desired.find(column, Column.class)
                        .filter(to -> to.inherited() && !(to.value() instanceof ColumnValue.Identity))
                        .isPresent();
    }

    /**
     * Returns whether a column that its table has from parents alone, and is to have by itself too, takes its type from a parent whom the
     * table leaves and joins again: it does so before.
     */
    public static boolean isRetypedBefore(ObjectKey column, Catalog actual, Catalog desired) {
        return isTakenOver(column, actual, desired)
                && actual.dependencies(column).stream()
                        .filter(parent -> parent.name().equals(column.name()))
                        .anyMatch(desired.dependencies(column)::contains);
    }

    /** Returns whether a table has a column from parents alone, and is to have it by itself too. */
    private static boolean isTakenOver(ObjectKey column, Catalog actual, Catalog desired) {
        return actual.find(column, Column.class).filter(Column::inherited).isPresent()
                && desired.find(column, Column.class)
                        .filter(to -> !to.inherited())
                        .isPresent();
    }
}
