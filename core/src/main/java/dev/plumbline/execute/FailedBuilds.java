// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Table;
import java.util.List;

/**
 * The indexes that builds which failed have left behind: no statement makes such an index, so no scratch database can have
 * one. A plan begins by removing them, and neither it nor its reverse makes them again as they were. The index of a
 * partitioned table that some partitions lack is another matter: it is made as {@code ON ONLY}.
 */
public final class FailedBuilds {
    private FailedBuilds() {}

    /** Returns the keys of those indexes, sorted. */
    public static List<ObjectKey> of(Catalog catalog) {
        return catalog.objects(Index.class)
                .filter(index -> !index.valid() && !isPartitioned(index.on(), catalog))
                .map(Index::key)
                .toList();
    }

    private static boolean isPartitioned(ObjectKey table, Catalog catalog) {
        return catalog.find(table, Table.class).flatMap(Table::partitioning).isPresent();
    }

    /** Returns the catalog without them. */
    public static Catalog without(Catalog catalog) {
        List<ObjectKey> left = of(catalog);
        return left.isEmpty() ? catalog : catalog.without(left);
    }
}
