// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.time.Instant;
import java.util.List;

/**
 * Something in the trash of a database: a table, a partitioned table with its partitions, or a column, which stays in its table
 * under another name.
 *
 * @param place where it is, which no other entry has
 * @param objects what was put there together, under the names that they had, sorted; never empty
 * @param since when it was put there
 * @param until how long it is to be kept
 * @param bytes how much room it takes; 0 for a column, whose values are among those of its table
 * @param due whether that time is over, by the clock of the database
 */
public record TrashEntry(String place, List<ObjectKey> objects, Instant since, Instant until, long bytes, boolean due) {
    public TrashEntry {
        objects = List.copyOf(objects);
    }

    /** Returns whether it is a column. */
    public boolean isColumn() {
        return objects.getFirst().kind() == ObjectKind.COLUMN;
    }

    /** Returns whether one of its objects is called that, with its schema or without, a column also by itself, or the place is. */
    public boolean isCalled(String name) {
        return place.equals(name)
                || objects.stream()
                        .anyMatch(object -> object.name().equals(name)
                                || object.qualifiedName().equals(name)
                                || object.qualifiedName().equals(object.schema() + "." + name));
    }
}
