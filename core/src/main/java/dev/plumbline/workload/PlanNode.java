// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import java.util.Optional;

/**
 * One line of a plan.
 *
 * @param depth how far it is indented, 0 for the outermost
 * @param access what it does
 * @param relation what it reads, as the query calls it; empty where it reads the output of other lines
 * @param index the index that it uses
 * @param text the line in the words of the database
 */
public record PlanNode(int depth, Access access, Optional<String> relation, Optional<String> index, String text) {
    /** What a line of a plan does. */
    public enum Access {
        /** Reads every row of a table. */
        TABLE_SCAN,
        /** Reads an index from its beginning, in its order, until it has enough. */
        INDEX_SCAN,
        /** Reads a covering index from its beginning, and the table not at all. */
        COVERING_SCAN,
        /** Goes to the rows by an index. */
        INDEX_SEARCH,
        /** Finds all that it needs in an index, and does not read the table. */
        COVERING_SEARCH,
        /** Goes to the rows by their place or by the key that the table itself is sorted by. */
        KEY_SEARCH,
        /** Goes to the rows by an index that it builds first. */
        OWN_INDEX,
        /** Asks a virtual table or a function, which answers in its own way. */
        VIRTUAL,
        /** Sorts. */
        SORT,
        /** Joins, groups, limits and whatever else works on rows that are read already. */
        OTHER
    }

    /** Returns what is slow about it, if anything. */
    public Optional<Trait> trait() {
        return switch (access) {
            case TABLE_SCAN -> Optional.of(Trait.SCAN);
            case SORT -> Optional.of(Trait.SORT);
            case OWN_INDEX -> Optional.of(Trait.OWN_INDEX);
            case INDEX_SCAN, COVERING_SCAN, INDEX_SEARCH, COVERING_SEARCH, KEY_SEARCH, VIRTUAL, OTHER ->
                Optional.empty();
        };
    }
}
