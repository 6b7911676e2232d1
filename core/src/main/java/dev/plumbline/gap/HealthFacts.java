// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.source.IndexUse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a catalog does not tell about the actual database, where the caller knows it.
 *
 * @param histories the migration histories that were found
 * @param rows row estimates of tables; a table that is not named has an unknown number
 * @param indexUses how indexes were used; nothing is known of one that is not named
 */
public record HealthFacts(
        List<History> histories, SortedMap<ObjectKey, Long> rows, SortedMap<ObjectKey, IndexUse> indexUses) {
    /** Nothing is known. */
    public static final HealthFacts NONE = new HealthFacts(List.of(), Map.of());

    public HealthFacts {
        histories = List.copyOf(histories);
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
        indexUses = Collections.unmodifiableSortedMap(new TreeMap<>(indexUses));
    }

    /** Creates the facts where nothing is known of the use of indexes, from a map in any order. */
    public HealthFacts(List<History> histories, Map<ObjectKey, Long> rows) {
        this(histories, new TreeMap<>(rows), new TreeMap<>());
    }

    /**
     * The history table of a migration tool.
     *
     * @param tool such as {@code golang-migrate}
     * @param table the qualified name, unquoted
     * @param rows how many rows it holds
     * @param state what it says, such as {@code dirty at version 1}
     */
    public record History(String tool, String table, long rows, String state) {}
}
