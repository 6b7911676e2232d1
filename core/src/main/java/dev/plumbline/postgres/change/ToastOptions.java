// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Storage parameters of a table's TOAST table: the server takes them in silence and forgets them where no column needs such a
 * table ({@code ATExecSetRelOptions}), so they wait until the columns are as desired.
 */
public final class ToastOptions {
    private ToastOptions() {}

    /** Returns the storage parameters that a table has before its columns change; all that are desired where they do not. */
    public static SortedMap<String, String> first(Table from, Table to, Catalog actual, Catalog desired) {
        boolean none = to.options().keySet().stream().noneMatch(ToastOptions::isOfToast);
        if (none || !columnsChange(to.key(), actual, desired)) {
            return to.options();
        }
        SortedMap<String, String> options = new TreeMap<>(to.options());
        options.keySet().removeIf(name -> isOfToast(name) && !from.options().containsKey(name));
        options.replaceAll((name, value) -> isOfToast(name) ? from.options().getOrDefault(name, value) : value);
        return options;
    }

    private static boolean columnsChange(ObjectKey table, Catalog actual, Catalog desired) {
        return desired.children(table).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN)
                .anyMatch(key -> !actual.find(key, Column.class)
                        .map(Column::type)
                        .equals(desired.find(key, Column.class).map(Column::type)));
    }

    private static boolean isOfToast(String option) {
        return option.startsWith("toast.");
    }
}
