// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Table;
import java.util.List;
import java.util.stream.Stream;

/** The partitions of a table. */
public final class Partitions {
    private Partitions() {}

    /** Returns those right below it, in order of keys. */
    public static List<Table> below(ObjectKey table, Catalog catalog) {
        // Asked of each index and key of each table, of which few have any.
        if (catalog.find(table, Table.class).flatMap(Table::partitioning).isEmpty()) {
            return List.of();
        }
        return catalog.dependents(table).stream()
                .flatMap(key -> catalog.find(key, Table.class).stream())
                .filter(part -> part.isPartitionOf(table))
                .toList();
    }

    /** Returns all of them, those above before those below. */
    public static List<Table> all(ObjectKey table, Catalog catalog) {
        return below(table, catalog).stream()
                .flatMap(part -> Stream.concat(Stream.of(part), all(part.key(), catalog).stream()))
                .toList();
    }
}
