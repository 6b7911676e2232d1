// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Passages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A partition that comes, by being made or attached, has the default partition beside it read for rows that would belong to the
 * new one, under a lock that keeps everybody out (PostgreSQL documentation, ALTER TABLE, ATTACH PARTITION). A check on the
 * default partition, validated before, says that there are none. As long as it stands, rows for the new partition are refused, which
 * would otherwise go where they could not stay.
 */
final class RoomInDefault {
    private static final String DEFAULT = "DEFAULT";

    private RoomInDefault() {}

    /** Returns the actions with one check for each default partition beside which others come. */
    static List<Action> made(List<Action> actions, Scene scene) {
        SortedMap<ObjectKey, SortedSet<ObjectKey>> coming = new TreeMap<>();
        for (Action action : actions) {
            parent(action, scene)
                    .flatMap(parent -> ofParent(parent, scene))
                    .ifPresent(beside ->
                            coming.computeIfAbsent(beside, k -> new TreeSet<>()).add(action.object()));
        }
        coming.entrySet()
                .removeIf(each -> BoundsProof.beside(each.getKey(), each.getValue(), scene)
                        .isEmpty());
        List<Action> all = new ArrayList<>();
        for (Action action : actions) {
            Optional<ObjectKey> beside = parent(action, scene)
                    .flatMap(parent -> ofParent(parent, scene))
                    .filter(coming::containsKey);
            all.add(beside.map(key -> action.following(BoundsProof.proven(key))).orElse(action));
        }
        for (Map.Entry<ObjectKey, SortedSet<ObjectKey>> each : coming.entrySet()) {
            ObjectKey partition = each.getKey();
            BoundsProof proof =
                    BoundsProof.beside(partition, each.getValue(), scene).orElseThrow();
            all.addAll(proof.actions(partition + " is to hold no rows of those that come beside it"));
            all.add(Action.of(Verb.ALTER, partition)
                    .because("what comes beside " + partition + " is there")
                    .sql(proof.drop())
                    .follows(each.getValue())
                    .follows(each.getValue().stream().map(Passages::joined).toList())
                    .build());
        }
        return all;
    }

    /** Returns the parent that gets a partition by an action. */
    private static Optional<ObjectKey> parent(Action action, Scene scene) {
        boolean comes = action.object().kind() == ObjectKind.TABLE
                && (action.verb() == Verb.CREATE
                        || (action.verb() == Verb.ALTER
                                && ProvenAttachment.isAttachment(action, action.object(), scene)));
        return comes
                ? scene.desired()
                        .find(action.object(), Table.class)
                        .flatMap(Table::partitionOf)
                        .map(PartitionOf::parent)
                : Optional.empty();
    }

    /** Returns the default partition that a parent in use has before and after. */
    private static Optional<ObjectKey> ofParent(ObjectKey parent, Scene scene) {
        PartitionOf asDefault = new PartitionOf(parent, DEFAULT);
        return scene.actual()
                .objects(Table.class)
                .filter(table -> table.partitionOf().filter(asDefault::equals).isPresent())
                .map(Table::key)
                .filter(scene::isInUse)
                .filter(key -> scene.desired()
                        .find(key, Table.class)
                        .flatMap(Table::partitionOf)
                        .filter(asDefault::equals)
                        .isPresent())
                .findFirst();
    }

    /** Returns whether a parent has a default partition as it is. */
    static boolean isBeside(ObjectKey parent, Scene scene) {
        PartitionOf asDefault = new PartitionOf(parent, DEFAULT);
        return scene.actual()
                .objects(Table.class)
                .anyMatch(table -> table.partitionOf().filter(asDefault::equals).isPresent());
    }
}
