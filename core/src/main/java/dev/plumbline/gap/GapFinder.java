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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

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
        for (ObjectKey key : keys(actual, desired)) {
            compare(key, actual, desired, changes);
        }
        return new Gap(actual, desired, changes, columnOrder(actual, desired));
    }

    private static List<ObjectKey> keys(Catalog actual, Catalog desired) {
        List<ObjectKey> keys = new ArrayList<>(actual.keys());
        desired.keys().stream().filter(key -> !actual.contains(key)).forEach(keys::add);
        keys.sort(null);
        return keys;
    }

    private static void compare(ObjectKey key, Catalog actual, Catalog desired, List<Change> changes) {
        if (!desired.contains(key)) {
            changes.add(new Change.Extra(actual.object(key)));
        } else if (!actual.contains(key)) {
            changes.add(new Change.Missing(desired.object(key)));
        } else {
            SchemaObject before = actual.object(key);
            SchemaObject after = desired.object(key);
            if (!before.equals(after)) {
                List<Difference> differences = differences(before, after);
                // Objects are unlike, too, where they differ in what is not compared, such as the place of a column.
                if (!differences.isEmpty()) {
                    changes.add(new Change.Altered(before, after, differences));
                }
            }
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

    private static List<String> columnOrder(Catalog actual, Catalog desired) {
        SortedMap<ObjectKey, List<String>> before = columnsByTable(actual);
        SortedMap<ObjectKey, List<String>> after = columnsByTable(desired);
        List<String> information = new ArrayList<>();
        after.forEach((table, columns) -> {
            List<String> shared = new ArrayList<>(before.getOrDefault(table, List.of()));
            shared.retainAll(columns);
            List<String> wanted = new ArrayList<>(columns);
            wanted.retainAll(shared);
            if (!shared.equals(wanted)) {
                information.add("columns of " + table + " stand in the order " + String.join(", ", shared) + ", not "
                        + String.join(", ", wanted));
            }
        });
        return information;
    }

    private static SortedMap<ObjectKey, List<String>> columnsByTable(Catalog catalog) {
        SortedMap<ObjectKey, List<String>> byTable = new TreeMap<>();
        collect(catalog, Column.class, Column::table, Comparator.comparingInt(Column::position), byTable);
        collect(
                catalog,
                SqliteColumn.class,
                SqliteColumn::table,
                Comparator.comparingInt(SqliteColumn::position),
                byTable);
        return byTable;
    }

    private static <T extends SchemaObject> void collect(
            Catalog catalog,
            Class<T> type,
            Function<T, ObjectKey> table,
            Comparator<T> order,
            SortedMap<ObjectKey, List<String>> into) {
        catalog.objects(type)
                .sorted(order)
                .forEach(column -> into.computeIfAbsent(table.apply(column), k -> new ArrayList<>())
                        .add(column.key().name()));
    }
}
