// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Gap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How an engine lets columns that are split, merged, or renamed with other values be used in both forms for a while, for reads and for writes: both stand in
 * the table, and what is written to either is computed for the other.
 */
public interface SecondForms {
    /** Returns those that are under way in a catalog, sorted by table and second columns. */
    List<SecondForm> underWay(Catalog catalog);

    /**
     * Returns what hints say of columns that take other values or another type together with another name, as they would say it of
     * columns that go and others that come in their place. What no hint says is a cast; where the values change, nothing is
     * guessed of the way back.
     *
     * @param columns all of them, since the values of one may be computed from another
     */
    Hinted hinted(List<Recast> columns);

    /**
     * Returns what is to stand there so that columns which go and columns which come in their place, as hints say, are there in both
     * forms; with what is missing of those under way.
     *
     * @param actual the catalog as it is
     * @param hinted what the hints of the desired side say of columns, in terms of {@code actual}
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} and the reason for columns that cannot be
     */
    Given give(Catalog actual, Catalog desired, Hinted hinted);

    /**
     * Makes sure that the columns that come can be filled while the table is in use.
     *
     * @param gap from the catalog as it is to the one with both forms
     * @param conversions how the columns get their values
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} and the reason where one cannot
     */
    void requireGentle(Gap gap, List<Action> conversions, Collection<SecondForm> forms);

    /**
     * What hints say of values.
     *
     * @param values how columns of the desired side get their values
     * @param reversals how columns that it does not have are found again
     */
    record Hinted(SortedMap<ObjectKey, String> values, SortedMap<ObjectKey, String> reversals) {}

    /**
     * A column that takes other values or another type together with another name.
     *
     * @param from its name as it is
     * @param to its name as it is to be
     * @param using how its new values are computed, where a hint says so; {@code to} is what it has the old ones under
     * @param reverse how the old values are computed from the new, where a hint says so
     */
    record Recast(
            ObjectKey from,
            ObjectKey to,
            String fromType,
            String toType,
            Optional<String> using,
            Optional<String> reverse) {}

    /**
     * What both forms take.
     *
     * @param columns the actual catalog with the columns that come and what an application needs on them
     * @param making what makes the one form follow the other then, and what cannot be there as it is declared, in order
     * @param forms those that are new
     * @param questions for each column of these a statement that a server takes, without doing anything, where it can compute the
     *     column in the catalog with both forms
     */
    record Given(Catalog columns, List<Action> making, List<SecondForm> forms, SortedMap<ObjectKey, String> questions) {
        public Given {
            making = List.copyOf(making);
            forms = List.copyOf(forms);
            questions = new TreeMap<>(questions);
        }
    }
}
