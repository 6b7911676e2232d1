// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.ObjectKey;
import java.time.Instant;
import java.util.List;

/**
 * Something in the trash of a database: a table, or a partitioned table with its partitions.
 *
 * @param place where it is, which no other entry has
 * @param tables what was put there together, under the names that they had, sorted; never empty
 * @param since when it was put there
 * @param until how long it is to be kept
 * @param bytes how much room it takes
 * @param due whether that time is over, by the clock of the database
 */
public record TrashEntry(String place, List<ObjectKey> tables, Instant since, Instant until, long bytes, boolean due) {
    public TrashEntry {
        tables = List.copyOf(tables);
    }

    /** Returns whether one of the tables is called that, with its schema or without, or the place is. */
    public boolean isCalled(String name) {
        return place.equals(name)
                || tables.stream()
                        .anyMatch(table -> table.name().equals(name)
                                || table.qualifiedName().equals(name));
    }
}
