// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.ObjectKey;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Groups of steps that follow each other, by what they may change; each is called by a number. */
final class Stretch {
    private final Set<Integer> groups = new HashSet<>();
    private final Map<ObjectKey, SortedSet<Integer>> byObject = new HashMap<>();
    private final Map<String, SortedSet<Integer>> byScaffold = new HashMap<>();
    private final Set<ObjectKey> built = new HashSet<>();

    /** Takes one more. */
    void add(int group, Footprint footprint) {
        groups.add(group);
        footprint.objects().forEach(object -> note(byObject, object, group));
        footprint.scaffolds().forEach(scaffold -> note(byScaffold, scaffold, group));
        built.addAll(footprint.built());
    }

    private static <K> void note(Map<K, SortedSet<Integer>> groups, K what, int group) {
        groups.computeIfAbsent(what, w -> new TreeSet<>()).add(group);
    }

    /** Returns whether no other group than this one is here. */
    boolean isOnly(int group) {
        return groups.isEmpty() || groups.equals(Set.of(group));
    }

    /** Returns whether what comes behind it changes nothing that one of its groups may change. */
    boolean isApartFrom(Footprint following) {
        return Collections.disjoint(byObject.keySet(), following.objects())
                && Collections.disjoint(byObject.keySet(), following.found())
                && Collections.disjoint(byScaffold.keySet(), following.scaffolds())
                && Collections.disjoint(built, following.objects());
    }

    /** Returns the groups that may change an object itself, apart from what it is part of; sorted. */
    SortedSet<Integer> changing(ObjectKey object) {
        SortedSet<Integer> changing = new TreeSet<>(byObject.getOrDefault(object, new TreeSet<>()));
        if (hasNameOfItsOwn(object)) {
            for (String word : Words.of(object)) {
                changing.addAll(byScaffold.getOrDefault(word, new TreeSet<>()));
            }
        }
        return changing;
    }

    /** Parts of different tables have the same names. */
    private static boolean hasNameOfItsOwn(ObjectKey object) {
        return switch (object.kind()) {
            case COLUMN, DEFAULT, CONSTRAINT, TRIGGER, RULE, POLICY, COMMENT, GRANT, OWNER -> false;
            default -> true;
        };
    }

    void clear() {
        groups.clear();
        byObject.clear();
        byScaffold.clear();
        built.clear();
    }
}
