// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a step goes over the rows of a table, in short transactions one after the other. The step's one statement is the same
 * work in one go, for whoever runs it as a script.
 *
 * @param table the table
 * @param key the columns by which it goes, in order: none of them is ever null, and together they are unique
 * @param change the statement without a condition, such as {@code UPDATE t SET b = a}
 * @param pending the condition under which a row is still to be changed. A row that was changed does not fulfil it, so that
 *     going over the table once more does no harm
 * @param target how long one transaction is to take; the number of its rows follows from that
 * @param ending what the statement has behind its condition, such as {@code FOR SHARE}; usually nothing
 */
public record Batch(
        ObjectKey table, List<Column> key, String change, String pending, Duration target, Optional<String> ending) {
    /** How long one transaction takes when nobody says otherwise: nobody notices that a row is locked for so long. */
    public static final Duration TARGET = Duration.ofMillis(200);

    public Batch {
        key = List.copyOf(key);
        if (key.isEmpty()) {
            throw new IllegalArgumentException("No key to go over " + table + " by.");
        }
    }

    /** A statement that ends with its condition. */
    public Batch(ObjectKey table, List<Column> key, String change, String pending, Duration target) {
        this(table, key, change, pending, target, Optional.empty());
    }

    /** A column of the key; both as they stand in SQL. */
    public record Column(String name, String type) {}

    /** Returns the same in transactions that are to take no longer than that. */
    public Batch takingAtMost(Duration longest) {
        return new Batch(table, key, change, pending, target.compareTo(longest) <= 0 ? target : longest, ending);
    }

    /** Returns all of it as one statement. */
    public String whole() {
        return where("");
    }

    /** Returns the statement for some of the rows only; {@code more} is put behind the condition. */
    public String where(String more) {
        return change + " WHERE " + pending + more
                + ending.map(end -> " " + end).orElse("");
    }
}
