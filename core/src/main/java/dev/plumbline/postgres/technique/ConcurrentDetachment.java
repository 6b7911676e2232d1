// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A partition of a table in use leaves it without the lock that would keep everybody from the whole table, before it stands by
 * itself or is dropped. That cannot be in a transaction, and not beside a default partition. The server gives what has left a
 * check of its old bounds, which goes unless it is desired (PostgreSQL documentation, ALTER TABLE, DETACH PARTITION). A partition
 * that only gets other bounds, or another parent, leaves and comes in one transaction, or its rows would be gone in between.
 */
public record ConcurrentDetachment() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        ObjectKey key = action.object();
        if (action.verb() == Verb.DROP && key.kind() == ObjectKind.CONSTRAINT) {
            return checkOfOneThatLeaves(action, scene);
        }
        Optional<ObjectKey> parent = scene.actual()
                .find(key, Table.class)
                .flatMap(Table::partitionOf)
                .map(PartitionOf::parent)
                .filter(scene::isInUse)
                .filter(from -> !RoomInDefault.isBeside(from, scene));
        return parent.flatMap(from -> switch (action.verb()) {
            case DROP -> Optional.of(drop(action, from));
            case ALTER -> detach(action, from, scene);
            default -> Optional.empty();
        });
    }

    private static String statement(ObjectKey parent, ObjectKey table) {
        return "ALTER TABLE " + Sql.of(parent) + " DETACH PARTITION " + Sql.of(table);
    }

    /** A place in the order under a key that no object has: the table is no partition any more. */
    public static ObjectKey detached(ObjectKey table) {
        return table.child(ObjectKind.TABLE, "detached");
    }

    private static Action.Builder leaving(ObjectKey table, ObjectKey parent) {
        return Action.of(Verb.ALTER, table)
                .because(table + " leaves " + parent + " without blocking anyone")
                .sql(statement(parent, table) + " CONCURRENTLY")
                .achieves(detached(table))
                .concurrently();
    }

    private static List<Action> drop(Action action, ObjectKey parent) {
        return List.of(
                leaving(action.object(), parent).awaits(action.awaits()).build(),
                action.following(detached(action.object())));
    }

    private static Optional<List<Action>> detach(Action action, ObjectKey parent, Scene scene) {
        ObjectKey table = action.object();
        String statement = statement(parent, table);
        boolean leaves = action.statements().contains(statement)
                && scene.isInUse(table)
                && scene.desired()
                        .find(table, Table.class)
                        .filter(to -> to.partitionOf().isEmpty())
                        .isPresent();
        if (!leaves) {
            return Optional.empty();
        }
        List<String> rest = new ArrayList<>(action.statements());
        rest.remove(statement);
        rest.addAll(0, checkLeft(table, scene));
        Action.Builder after = Action.of(Verb.ALTER, table)
                .because(table + " has left " + parent)
                .sql(rest)
                .achieves(action.achieves())
                .releases(action.releases())
                .awaits(action.awaits())
                .follows(action.follows())
                .follows(Set.of(detached(table)));
        return Optional.of(List.of(leaving(table, parent).build(), after.build()));
    }

    /**
     * Returns what takes away the check that the server leaves, under the name that it chooses for one without a name
     * (AddRelationNewConstraints in heap.c). It leaves none where another check says as much, nor for hash partitions.
     */
    private static List<String> checkLeft(ObjectKey table, Scene scene) {
        return scene
                .actual()
                .find(table, Table.class)
                .flatMap(Table::partitionConstraint)
                .map(bounds -> "ALTER TABLE " + Sql.of(table) + " DROP CONSTRAINT IF EXISTS "
                        + Sql.name(CheckNames.next(table, bounds, scene.actual())))
                .stream()
                .toList();
    }

    /** A detachment that was begun before has left its check already; until it is ended, the partition cannot be changed. */
    private static Optional<List<Action>> checkOfOneThatLeaves(Action action, Scene scene) {
        return scene.actual()
                .find(action.object(), Constraint.class)
                .filter(constraint -> scene.actual()
                        .find(constraint.on(), Table.class)
                        .filter(table -> isOfBounds(constraint, table))
                        .isPresent())
                .map(constraint -> List.of(action.following(Passages.left(constraint.on()))));
    }

    private static boolean isOfBounds(Constraint constraint, Table table) {
        return constraint.type() == ConstraintType.CHECK
                && table.partitionConstraint()
                        .filter(bounds -> constraint.definition().equals("CHECK (" + bounds + ")"))
                        .isPresent();
    }
}
