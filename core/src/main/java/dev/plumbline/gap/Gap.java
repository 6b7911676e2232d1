// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What stands between two catalogs, complete: applying the changes to the actual side gives the desired one.
 *
 * @param actual the actual side, with the declared renames already carried out where there are any
 * @param desired the desired side
 * @param changes renames first, then everything else in key order
 * @param information what differs but no statement can change, such as the order of columns; not a gap
 * @param explained the columns of which hints say how their values come or go: who has said that has said that they are no renames
 * @param computed the actual columns that are computed where a statement leaves them out, by what stands there for a plan that is not
 *     finished; each with what from, in words
 */
public record Gap(
        Catalog actual,
        Catalog desired,
        List<Change> changes,
        List<String> information,
        Set<ObjectKey> explained,
        SortedMap<ObjectKey, String> computed) {
    public Gap {
        changes = List.copyOf(changes);
        information = List.copyOf(information);
        explained = Collections.unmodifiableSet(new TreeSet<>(explained));
        computed = Collections.unmodifiableSortedMap(new TreeMap<>(computed));
    }

    /** A gap of which no hint says anything, and no plan is unfinished. */
    public Gap(Catalog actual, Catalog desired, List<Change> changes, List<String> information) {
        this(actual, desired, changes, information, Set.of(), Collections.emptySortedMap());
    }

    /** Returns the same gap, of which hints say how the values of these columns come or go. */
    public Gap explaining(Set<ObjectKey> columns) {
        return new Gap(actual, desired, changes, information, columns, computed);
    }

    /** Returns the same gap, whose actual side computes these columns where a statement leaves them out, each from what is said. */
    public Gap computing(SortedMap<ObjectKey, String> columns) {
        return new Gap(actual, desired, changes, information, explained, columns);
    }

    /** Returns a gap between the same sides with other changes and other information. */
    public Gap with(List<Change> otherChanges, List<String> otherInformation) {
        return new Gap(actual, desired, otherChanges, otherInformation, explained, computed);
    }

    /** Returns whether nothing stands between the two sides. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the changes of one type, in order. */
    public <T extends Change> Stream<T> changes(Class<T> type) {
        return changes.stream().filter(type::isInstance).map(type::cast);
    }
}
