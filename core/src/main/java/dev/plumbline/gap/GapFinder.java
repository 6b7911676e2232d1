// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectComponents;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteColumn;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Compares two catalogs, the same way for every kind of object. */
public final class GapFinder {
    private GapFinder() {}

    /** Returns the gap between two catalogs without declared renames. */
    public static Gap between(Catalog actual, Catalog desired) {
        return between(actual, desired, List.of());
    }

    /**
     * Returns the gap between two catalogs.
     *
     * @param actual the actual catalog as it is after the renames
     * @param renames the renames that were carried out on it
     */
    public static Gap between(Catalog actual, Catalog desired, List<Change.Renamed> renames) {
        List<Change> changes = new ArrayList<>(renames);
        if (actual == desired) {
            return new Gap(actual, desired, changes, List.of());
        }
        SortedSet<ObjectKey> moved = new TreeSet<>();
        compare(actual, desired, changes, moved);
        return new Gap(actual, desired, changes, columnOrder(moved, actual, desired));
    }

    /** Goes through both in key order, side by side. The tables that have a column in another place are noted, too. */
    private static void compare(Catalog actual, Catalog desired, List<Change> changes, SortedSet<ObjectKey> moved) {
        List<SchemaObject> left = actual.objects();
        List<SchemaObject> right = desired.objects();
        int l = 0;
        int r = 0;
        while (l < left.size() && r < right.size()) {
            int order = left.get(l).key().compareTo(right.get(r).key());
            if (order < 0) {
                changes.add(new Change.Extra(left.get(l++)));
            } else if (order > 0) {
                changes.add(new Change.Missing(right.get(r++)));
            } else {
                compare(left.get(l++), right.get(r++), changes, moved);
            }
        }
        left.subList(l, left.size()).forEach(object -> changes.add(new Change.Extra(object)));
        right.subList(r, right.size()).forEach(object -> changes.add(new Change.Missing(object)));
    }

    private static void compare(
            SchemaObject before, SchemaObject after, List<Change> changes, SortedSet<ObjectKey> moved) {
        if (before.equals(after)) {
            return;
        }
        List<Difference> differences = differences(before, after);
        // Objects are unlike, too, where they differ in what is not compared, such as the place of a column.
        if (!differences.isEmpty()) {
            changes.add(new Change.Altered(before, after, differences));
        }
        if (place(before) != place(after)) {
            before.parent().ifPresent(moved::add);
        }
    }

    /** Returns the components in which two objects of one key differ. */
    public static List<Difference> differences(SchemaObject actual, SchemaObject desired) {
        if (!actual.getClass().equals(desired.getClass())) {
            return List.of(new Difference(
                    "kind", actual.key().kind().label(), desired.key().kind().label()));
        }
        List<Difference> differences = new ArrayList<>();
        for (RecordComponent component : ObjectComponents.compared(desired.getClass())) {
            Object before = ObjectComponents.value(component, actual);
            Object after = ObjectComponents.value(component, desired);
            if (!before.equals(after)) {
                differences.add(new Difference(
                        component.getName(), ObjectComponents.text(before), ObjectComponents.text(after)));
            }
        }
        return differences;
    }

    private static List<String> columnOrder(SortedSet<ObjectKey> tables, Catalog actual, Catalog desired) {
        List<String> information = new ArrayList<>();
        for (ObjectKey table : tables) {
            List<String> shared = columns(table, actual);
            List<String> wanted = columns(table, desired);
            shared.retainAll(wanted);
            wanted.retainAll(shared);
            if (!shared.equals(wanted)) {
                information.add("columns of " + table + " stand in the order " + String.join(", ", shared) + ", not "
                        + String.join(", ", wanted));
            }
        }
        return information;
    }

    /** Returns the names of a table's columns as they stand. */
    private static List<String> columns(ObjectKey table, Catalog catalog) {
        return catalog.children(table).stream()
                .map(catalog::object)
                .filter(child -> place(child) > 0)
                .sorted(Comparator.comparingInt(GapFinder::place))
                .map(column -> column.key().name())
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns the place of a column among all of its table, from 1; 0 for what is none. */
    private static int place(SchemaObject object) {
        return switch (object) {
            case Column column -> column.position();
            case SqliteColumn column -> column.position() + 1;
            default -> 0;
        };
    }
}
