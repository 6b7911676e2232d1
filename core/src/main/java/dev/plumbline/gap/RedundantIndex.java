// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.StoredIndex;
import dev.plumbline.source.IndexUse;
import java.util.List;
import java.util.Optional;

/**
 * An index without which every query that uses it can use another one.
 *
 * @param index the index, or the unique constraint, that can go
 * @param on the table
 * @param columns its columns for people
 * @param coveredBy the name of the index that covers it
 * @param coveringColumns the columns of that one for people
 * @param coveringOrigin what that one exists for: {@code index}, {@code primary key}
 * @param coverage how it covers
 * @param declaration whether the desired schema wants it; absent where a schema is looked at by itself
 * @param use how it was used, where the actual database counts that
 */
public record RedundantIndex(
        ObjectKey index,
        ObjectKey on,
        String columns,
        String coveredBy,
        String coveringColumns,
        String coveringOrigin,
        Coverage coverage,
        Optional<Declaration> declaration,
        Optional<IndexUse> use) {

    /** How one index covers another. */
    public enum Coverage {
        /** It has the same columns. */
        DUPLICATE("has the same columns"),
        /** It begins with the same columns. */
        PREFIX("begins with them"),
        /** It begins with the same columns, each in the other direction, and is read from its end. */
        REVERSED_PREFIX("begins with them, each in the other direction, and is read backwards");

        private final String words;

        Coverage(String words) {
            this.words = words;
        }

        /** Returns what the covering index does, for the end of a sentence. */
        public String words() {
            return words;
        }
    }

    /** What the desired schema says of a redundant index. */
    public enum Declaration {
        /** It is on both sides. */
        DECLARED("declared too: take it out of the schema"),
        /** The actual side alone has it. */
        UNDECLARED("undeclared: the plan drops it"),
        /** The desired side alone has it. */
        MISSING("declared, not made yet: take it out of the schema");

        private final String words;

        Declaration(String words) {
            this.words = words;
        }

        /** Returns what follows, for people. */
        public String words() {
            return words;
        }
    }

    static RedundantIndex of(StoredIndex index, StoredIndex cover, Coverage coverage) {
        return new RedundantIndex(
                index.object().orElseThrow(),
                index.on(),
                index.description(),
                cover.name(),
                cover.description(),
                cover.origin().label(),
                coverage,
                Optional.empty(),
                Optional.empty());
    }

    RedundantIndex with(Declaration said, Optional<IndexUse> used) {
        return new RedundantIndex(
                index, on, columns, coveredBy, coveringColumns, coveringOrigin, coverage, Optional.of(said), used);
    }

    /** Returns the redundant indexes of a schema by itself, by table and name. */
    public static List<RedundantIndex> in(Catalog catalog) {
        return RedundantIndexes.of(catalog, key -> false);
    }
}
