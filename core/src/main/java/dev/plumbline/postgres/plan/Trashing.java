// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.ScaffoldColumns;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.technique.ConcurrentDetachment;
import dev.plumbline.postgres.trash.TrashStatements;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Tables that a plan would drop go into the trash instead, with their rows, indexes, checks, triggers, grants and the sequences
 * that they own; a partitioned table with its partitions. One that cannot stay as it is, because something that it is made of is
 * dropped too, is dropped, and the plan says why.
 */
final class Trashing {
    private final Catalog actual;
    private final Gap gap;
    private final Recreation recreation;
    private final Duration keep;
    private final SortedMap<ObjectKey, Action> drops = new TreeMap<>();

    private Trashing(List<Action> actions, Gap gap, Recreation recreation, Duration keep) {
        this.actual = gap.actual();
        this.gap = gap;
        this.recreation = recreation;
        this.keep = keep;
        actions.stream().filter(this::dropsTable).forEach(action -> drops.put(action.object(), action));
    }

    private boolean dropsTable(Action action) {
        return action.verb() == Verb.DROP
                && action.object().kind() == ObjectKind.TABLE
                && actual.contains(action.object())
                && !ScaffoldColumns.isLeft(actual.object(action.object()), actual)
                && !gap.desired().contains(action.object());
    }

    /** Returns the actions with the trash in place of drops. */
    static List<Action> instead(List<Action> actions, Gap gap, Recreation recreation, Duration keep) {
        return new Trashing(actions, gap, recreation, keep).of(actions);
    }

    private List<Action> of(List<Action> actions) {
        SortedMap<ObjectKey, SortedSet<ObjectKey>> trees = new TreeMap<>();
        drops.keySet()
                .forEach(table ->
                        trees.computeIfAbsent(root(table), k -> new TreeSet<>()).add(table));
        List<Action> all = new ArrayList<>();
        for (Map.Entry<ObjectKey, SortedSet<ObjectKey>> tree : trees.entrySet()) {
            Optional<String> obstacle = obstacle(tree.getValue());
            for (ObjectKey table : tree.getValue()) {
                obstacle.ifPresent(
                        why -> all.add(drop(table).because(drop(table).reason() + "; " + why)));
            }
            if (obstacle.isEmpty()) {
                all.add(move(tree.getKey(), tree.getValue(), actions));
            }
        }
        actions.stream().filter(action -> !drops.containsValue(action)).forEach(all::add);
        return all;
    }

    private Action drop(ObjectKey table) {
        return Optional.ofNullable(drops.get(table)).orElseThrow();
    }

    /** Returns the table at the top of the partitions that go with it. */
    private ObjectKey root(ObjectKey table) {
        ObjectKey root = table;
        Optional<ObjectKey> above = parent(root);
        while (above.isPresent() && drops.containsKey(above.get())) {
            root = above.get();
            above = parent(root);
        }
        return root;
    }

    private Optional<ObjectKey> parent(ObjectKey table) {
        return actual.find(table, Table.class).flatMap(Table::partitionOf).map(PartitionOf::parent);
    }

    /** Returns why tables cannot be kept, as a clause. */
    private Optional<String> obstacle(Set<ObjectKey> tables) {
        SortedSet<ObjectKey> parts = new TreeSet<>(tables);
        tables.forEach(table -> parts.addAll(actual.descendants(table)));
        boolean inherits = actual.objects(Table.class)
                .anyMatch(table -> tables.contains(table.key())
                        ? !table.inherits().isEmpty()
                        : table.inherits().stream().anyMatch(tables::contains));
        if (inherits) {
            return Optional.of("it is not kept, because tables inherit from others that way");
        }
        for (ObjectKey part : parts) {
            for (ObjectKey needed : actual.dependencies(part)) {
                boolean goes = recreation.dropped().contains(needed)
                        && !parts.contains(needed)
                        && needed.kind() != ObjectKind.SCHEMA
                        && !isReference(part);
                boolean cutOff = goes && !parent(part).equals(Optional.of(needed));
                if (cutOff) {
                    return Optional.of("it is not kept, because " + needed + " goes too");
                }
            }
        }
        return Optional.empty();
    }

    private boolean isReference(ObjectKey part) {
        return actual.find(part, Constraint.class)
                .filter(constraint -> constraint.type() == ConstraintType.FOREIGN_KEY)
                .isPresent();
    }

    private Action move(ObjectKey root, SortedSet<ObjectKey> tables, List<Action> actions) {
        Action drop = drop(root);
        Action.Builder move = Action.of(Verb.DROP, root)
                .because(drop.reason() + "; it is kept for " + TrashStatements.words(keep))
                .loses("the rows of " + root + ", until 'plumbline trash restore' brings them back");
        ObjectKey left = ConcurrentDetachment.detached(root);
        boolean leaves = actions.stream().anyMatch(action -> action.achieves().contains(left));
        if (!leaves) {
            parent(root)
                    .ifPresent(
                            parent -> move.sql("ALTER TABLE " + Sql.of(parent) + " DETACH PARTITION " + Sql.of(root)));
        }
        // Whether the trash is there already no catalog tells, and it must be there when a stopped run is taken up.
        move.sql(TrashStatements.make()).sql(TrashStatements.put(List.copyOf(tables), keep));
        for (ObjectKey table : tables) {
            Action each = drop(table);
            move.releases(each.releases()).awaits(each.awaits()).follows(each.follows());
        }
        return move.build();
    }
}
