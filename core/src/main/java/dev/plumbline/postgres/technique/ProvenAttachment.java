// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.TableStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A table in use that becomes a partition, or gets other bounds, is read before that, beside reads and writes; attaching it
 * then takes a moment. What its parent has and it has not is made before, too. That a default partition holds none of its
 * rows is the business of {@link RoomInDefault}.
 */
record ProvenAttachment() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        ObjectKey table = action.object();
        if (action.verb() != Verb.ALTER || table.kind() != ObjectKind.TABLE || !joins(table, scene)) {
            return Optional.empty();
        }
        Optional<BoundsProof> proof = BoundsProof.of(table, scene);
        if (proof.isEmpty()) {
            return Optional.empty();
        }
        if (isAttachment(action, table, scene)) {
            return Optional.of(attach(action, proof.get(), scene));
        }
        return action.achieves().contains(Passages.left(table))
                ? Optional.of(List.of(leaving(action, scene)))
                : Optional.empty();
    }

    /** It leaves its old place in the transaction in which it comes to the new one, once that may be. */
    private static Action leaving(Action action, Scene scene) {
        ObjectKey table = action.object();
        List<String> statements = new ArrayList<>(action.statements());
        statements.removeAll(LackingParts.instead(table, scene));
        return following(
                action.with(statements, action.mode()).following(BoundsProof.proven(table)), before(table, scene));
    }

    /** Returns what does not come between the leaving and the coming: others leave for good, and are read, before. */
    private static Set<ObjectKey> before(ObjectKey table, Scene scene) {
        Set<ObjectKey> before = new TreeSet<>();
        for (Table other : scene.actual().objects(Table.class).toList()) {
            boolean beside = !other.key().equals(table)
                    && (isUnder(table, other.key(), scene.actual(), scene.desired())
                            || isUnder(table, other.key(), scene.desired(), scene.desired()));
            if (beside) {
                before.add(ConcurrentDetachment.detached(other.key()));
                before.add(BoundsProof.proven(other.key()));
            }
        }
        return before;
    }

    /** Returns whether one is to be a partition of a table of which the other is one. */
    private static boolean isUnder(ObjectKey table, ObjectKey other, Catalog others, Catalog desired) {
        Optional<ObjectKey> parent =
                desired.find(table, Table.class).flatMap(Table::partitionOf).map(PartitionOf::parent);
        return parent.isPresent()
                && others.find(other, Table.class)
                        .filter(found -> found.isPartitionOf(parent.get()))
                        .isPresent();
    }

    private static boolean joins(ObjectKey table, Scene scene) {
        return scene.isInUse(table)
                && scene.actual()
                        .find(table, Table.class)
                        .filter(from -> scene.desired()
                                .find(table, Table.class)
                                .filter(to -> Passages.joins(from, to))
                                .isPresent())
                        .isPresent();
    }

    /** Returns whether an action attaches a table to the parent that it is to have. */
    static boolean isAttachment(Action action, ObjectKey table, Scene scene) {
        return scene.desired()
                .find(table, Table.class)
                .flatMap(Table::partitionOf)
                .map(of -> TableStatements.attach(table, of))
                .filter(attach -> action.statements().contains(attach))
                .isPresent();
    }

    private static List<Action> attach(Action action, BoundsProof proof, Scene scene) {
        ObjectKey table = action.object();
        PartitionOf of = scene.desired()
                .find(table, Table.class)
                .flatMap(Table::partitionOf)
                .orElseThrow();
        List<String> statements = new ArrayList<>(action.statements());
        statements.add(statements.indexOf(TableStatements.attach(table, of)) + 1, proof.drop());
        SortedSet<ObjectKey> first = new TreeSet<>(scene.desired().dependencies(table));
        first.add(of.parent());
        List<Action> actions = new ArrayList<>();
        for (Action each : proof.actions("the rows of " + table + " are to fit its bounds before it is attached")) {
            actions.add(following(each, first));
        }
        LackingParts lacking = new LackingParts(action, of.parent(), scene);
        actions.addAll(lacking.actions());
        Action attach = action.with(statements, action.mode()).following(BoundsProof.proven(table));
        actions.add(following(attach, lacking.made()));
        return actions;
    }

    private static Action following(Action action, Iterable<ObjectKey> first) {
        Action following = action;
        for (ObjectKey key : first) {
            following = following.following(key);
        }
        return following;
    }
}
