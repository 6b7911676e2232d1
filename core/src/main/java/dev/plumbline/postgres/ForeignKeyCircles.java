// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Foreign keys of tables that are dropped and refer to each other in a circle. PostgreSQL drops no table that a foreign
 * key of another one refers to, so none of the tables could be first: these foreign keys are dropped before.
 */
final class ForeignKeyCircles {
    private final Map<ObjectKey, SortedSet<ObjectKey>> references = new TreeMap<>();
    private final SortedSet<ObjectKey> keys = new TreeSet<>();

    private ForeignKeyCircles(Catalog actual, Collection<ObjectKey> dropped) {
        actual.objects(Constraint.class)
                .filter(key -> isBetween(key, dropped))
                .forEach(key -> references
                        .computeIfAbsent(key.on(), table -> new TreeSet<>())
                        .add(key.references().orElseThrow()));
        actual.objects(Constraint.class)
                .filter(key -> isBetween(key, dropped) && !key.inherited())
                .filter(key -> leads(key.references().orElseThrow(), key.on()))
                .forEach(key -> keys.add(key.key()));
    }

    /** Returns the foreign keys that close a circle, sorted. */
    static SortedSet<ObjectKey> among(Collection<ObjectKey> dropped, Catalog actual) {
        return new ForeignKeyCircles(actual, dropped).keys;
    }

    private static boolean isBetween(Constraint key, Collection<ObjectKey> dropped) {
        return key.type() == ConstraintType.FOREIGN_KEY
                && dropped.contains(key.on())
                && key.references()
                        .filter(table -> dropped.contains(table) && !table.equals(key.on()))
                        .isPresent();
    }

    private boolean leads(ObjectKey from, ObjectKey to) {
        Set<ObjectKey> seen = new HashSet<>();
        Deque<ObjectKey> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            ObjectKey table = open.remove();
            if (table.equals(to)) {
                return true;
            }
            if (seen.add(table)) {
                open.addAll(references.getOrDefault(table, new TreeSet<>()));
            }
        }
        return false;
    }
}
