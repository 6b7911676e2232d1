// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.postgres.change.Recreation;
import java.util.List;
import java.util.Optional;

/** A known safe sequence that takes the place of an action which would keep an application waiting. */
public sealed interface Technique
        permits ConcurrentDetachment,
                ConcurrentIndexBuild,
                ConcurrentIndexDrop,
                ConstraintThenValidate,
                DerivedColumns,
                EnumReplacement,
                IndexReplacement,
                KeyByIndex,
                KeyCompletion,
                KeyReplacement,
                NewColumnInSteps,
                PartitionedIndexBuild,
                PartitionedKey,
                ProvenAttachment,
                ProvenNotNull,
                RoutineReplacement,
                SecondColumn {
    /** All of them, in the order in which they are tried. */
    List<Technique> ALL = List.of(
            new SecondColumn(),
            new EnumReplacement(),
            new IndexReplacement(),
            new KeyReplacement(),
            new KeyByIndex(),
            new PartitionedKey(),
            new KeyCompletion(),
            new ConcurrentIndexBuild(),
            new PartitionedIndexBuild(),
            new ConcurrentIndexDrop(),
            new ConstraintThenValidate(),
            new ProvenAttachment(),
            new ConcurrentDetachment(),
            new DerivedColumns(),
            new NewColumnInSteps(),
            new ProvenNotNull(),
            new RoutineReplacement());

    /** Returns what takes the action's place, in order, which may be nothing; absent where the action may stay as it is. */
    Optional<List<Action>> replace(Action action, Scene scene);

    /** Returns the actions with every technique applied that fits. */
    static List<Action> apply(List<Action> actions, Gap gap, Recreation recreation) {
        Scene scene = new Scene(gap, recreation, actions);
        List<Action> applied = actions.stream()
                .map(action -> DerivedColumns.explained(SecondColumn.explained(action, scene), scene))
                .flatMap(action -> ALL.stream()
                        .flatMap(technique -> technique.replace(action, scene).stream())
                        .findFirst()
                        .orElse(List.of(action))
                        .stream())
                .toList();
        List<Action> ordered = ProvenNotNull.defaultsFirst(applied, scene);
        return RoutineReplacement.waitingOnce(RoomInDefault.made(JointValidation.joined(ordered, scene), scene));
    }
}
