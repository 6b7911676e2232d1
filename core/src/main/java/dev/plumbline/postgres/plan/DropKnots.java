// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A part goes with its table, but for one that ties a knot: two tables that refer to each other, a default that calls a
 * function over its own table. Dropped by itself and first, it undoes the knot.
 */
final class DropKnots {
    private final Catalog actual;
    private final SortedSet<ObjectKey> dropped;

    /** What must go before a table or another object that stands by itself, its parts' needs included. */
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> needs = new TreeMap<>();

    DropKnots(Catalog actual, SortedSet<ObjectKey> dropped) {
        this.actual = actual;
        this.dropped = dropped;
        for (ObjectKey key : dropped) {
            for (ObjectKey needed : actual.dependencies(key)) {
                if (dropped.contains(needed) && !whole(needed).equals(whole(key))) {
                    needs.computeIfAbsent(whole(key), k -> new TreeSet<>()).add(whole(needed));
                }
            }
        }
    }

    /** Returns whether an object that goes must go before the table that it is part of. */
    boolean ties(ObjectKey part) {
        ObjectKey whole = whole(part);
        return !whole.equals(part)
                && part.kind() != ObjectKind.COLUMN
                && actual.dependencies(part).stream()
                        .filter(dropped::contains)
                        .map(this::whole)
                        .filter(needed -> !needed.equals(whole))
                        .anyMatch(needed -> reaches(needed, whole, new HashSet<>()));
    }

    private boolean reaches(ObjectKey from, ObjectKey to, Set<ObjectKey> seen) {
        return from.equals(to)
                || (seen.add(from)
                        && needs.getOrDefault(from, new TreeSet<>()).stream()
                                .anyMatch(needed -> reaches(needed, to, seen)));
    }

    private ObjectKey whole(ObjectKey key) {
        ObjectKey whole = key;
        while (dropped.contains(whole)) {
            ObjectKey parent = actual.object(whole).parent().orElse(whole);
            if (parent.equals(whole) || !dropped.contains(parent)) {
                return whole;
            }
            whole = parent;
        }
        return whole;
    }
}
