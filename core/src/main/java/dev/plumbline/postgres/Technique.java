// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import java.util.List;
import java.util.Optional;

/** A known safe sequence that takes the place of an action which would keep an application waiting. */
sealed interface Technique permits ConcurrentIndexBuild, ConcurrentIndexDrop, ConstraintThenValidate {
    /** All of them, in the order in which they are tried. */
    List<Technique> ALL = List.of(new ConcurrentIndexBuild(), new ConcurrentIndexDrop(), new ConstraintThenValidate());

    /** Returns what takes the action's place, in order; absent where the action may stay as it is. */
    Optional<List<Action>> replace(Action action, Gap gap, Recreation recreation);

    /** Returns the actions with every technique applied that fits. */
    static List<Action> apply(List<Action> actions, Gap gap, Recreation recreation) {
        return actions.stream()
                .flatMap(action -> ALL.stream()
                        .flatMap(technique -> technique.replace(action, gap, recreation).stream())
                        .findFirst()
                        .orElse(List.of(action))
                        .stream())
                .toList();
    }

    /** Returns whether a relation is in use before and after, so that applications may be waiting for it. */
    static boolean isInUse(ObjectKey relation, Gap gap, Recreation recreation) {
        return gap.actual().contains(relation)
                && gap.desired().contains(relation)
                && !recreation.dropped().contains(relation);
    }

    /** Returns whether a table is partitioned: the server has no concurrent builds and few NOT VALID forms for those. */
    static boolean isPartitioned(ObjectKey table, Gap gap) {
        return gap.actual()
                .find(table, Table.class)
                .filter(found -> found.partitioning().isPresent())
                .isPresent();
    }
}
