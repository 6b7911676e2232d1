// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Columns of a table whose values are there in two forms for a while: split or merged columns, of which one version of an
 * application writes the first form and the next version the second. Whichever is written, the other one follows.
 *
 * @param table the table
 * @param first the columns that were there and are to go, sorted; never empty
 * @param second the columns that come in their place, sorted; never empty
 * @param parts the keys of what computes the one form from the other, sorted
 */
public record SecondForm(ObjectKey table, List<ObjectKey> first, List<ObjectKey> second, List<ObjectKey> parts) {
    public SecondForm {
        first = List.copyOf(first);
        second = List.copyOf(second);
        parts = List.copyOf(parts);
    }

    /** Returns whether a desired side has the second form alone, so that the way to it leads on from here. */
    public boolean isWanted(Catalog desired) {
        return second.stream().allMatch(desired::contains) && first.stream().noneMatch(desired::contains);
    }

    /** Returns the first form in words: {@code column public.t.a}, {@code columns a, b of table public.t}. */
    public String firstInWords() {
        return words(first);
    }

    /** Returns the second form in words. */
    public String secondInWords() {
        return words(second);
    }

    private String words(List<ObjectKey> columns) {
        return columns.size() == 1
                ? columns.getFirst().toString()
                : "columns " + columns.stream().map(ObjectKey::name).collect(Collectors.joining(", ")) + " of " + table;
    }
}
