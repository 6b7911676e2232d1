// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.SourcePosition;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a comment in the desired SQL says that the SQL itself cannot: where an object comes from. A hint may stay in the
 * file for good; once what it says has come true it does nothing.
 */
public sealed interface Hint {
    /** Returns the object that it is about: one of the desired catalog, but for a {@link Reversal}. */
    ObjectKey object();

    /** Returns where it stands. */
    SourcePosition position();

    /** Returns the columns of which hints say how their values come, or are found again. */
    static Set<ObjectKey> ofValues(Collection<Hint> hints) {
        return hints.stream()
                .filter(hint -> hint instanceof Conversion || hint instanceof Reversal)
                .map(Hint::object)
                .collect(Collectors.toSet());
    }

    /**
     * The object had another name before.
     *
     * @param from the key under the old name; the path that leads to it (schema, table) is the desired one unless the
     *     hint names another
     */
    record Rename(ObjectKey from, ObjectKey object, SourcePosition position) implements Hint {}

    /**
     * The values of a column change with it.
     *
     * @param object the column
     * @param expression the new value of each row, in terms of the table under its desired names
     * @param reverse the old value of each row, in the same terms; absent when it cannot be had back
     */
    record Conversion(ObjectKey object, String expression, Optional<String> reverse, SourcePosition position)
            implements Hint {}

    /**
     * Whoever goes back to a schema that has the column finds its values by this.
     *
     * @param object the column, which the desired catalog does not have; the table it does
     * @param expression the value of each row, in terms of the table under its desired names
     */
    record Reversal(ObjectKey object, String expression, SourcePosition position) implements Hint {}

    /**
     * Where the table must be dropped and made again, its rows are kept.
     *
     * @param object the table
     */
    record KeptRows(ObjectKey object, SourcePosition position) implements Hint {}
}
