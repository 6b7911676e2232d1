// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Gap;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * How an engine lets columns that are split or merged be used in both forms for a while, for reads and for writes: both stand in
 * the table, and what is written to either is computed for the other.
 */
public interface SecondForms {
    /** Returns those that are under way in a catalog, sorted by table and second columns. */
    List<SecondForm> underWay(Catalog catalog);

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
     * What both forms take.
     *
     * @param columns the actual catalog with the columns that come and what an application needs on them
     * @param triggers what makes the one form follow the other then, in order
     * @param forms those that are new
     */
    record Given(Catalog columns, List<Action> triggers, List<SecondForm> forms) {
        public Given {
            triggers = List.copyOf(triggers);
            forms = List.copyOf(forms);
        }
    }
}
