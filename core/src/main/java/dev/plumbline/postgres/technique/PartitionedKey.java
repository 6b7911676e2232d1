// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.OwnParts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A unique or primary key on a partitioned table in use: each partition that holds rows gets its own before, by an index that is
 * built concurrently; adding the key to the whole then finds them and makes them its parts, without reading a row
 * (DefineIndex in indexcmds.c). They have the names that they have on the desired side. Partitions that a stopped run has
 * given theirs keep them.
 */
record PartitionedKey() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        return switch (action.verb()) {
            case CREATE ->
                scene.desired()
                        .find(action.object(), Constraint.class)
                        .flatMap(top -> Family.of(top, scene))
                        .map(family -> family.actions(action));
            case DROP -> isTaken(action.object(), scene) ? Optional.of(List.of()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean isTaken(ObjectKey key, Scene scene) {
        if (key.kind() != ObjectKind.CONSTRAINT && key.kind() != ObjectKind.INDEX) {
            return false;
        }
        return scene.recreation().created().stream()
                .flatMap(created -> scene.desired().find(created, Constraint.class).stream())
                .flatMap(top -> Family.of(top, scene).stream())
                .anyMatch(family -> family.parts.stream()
                        .anyMatch(
                                part -> family.isThere(part).filter(key::equals).isPresent()));
    }

    /** One key and those of all partitions below that hold rows. */
    private static final class Family {
        private final Constraint top;
        private final Scene scene;
        private final List<Constraint> parts = new ArrayList<>();
        private boolean complete = true;

        private Family(Constraint top, Scene scene) {
            this.top = top;
            this.scene = scene;
        }

        /** Returns the family of a key that comes to a partitioned table in use; absent where partitions come, go or change. */
        static Optional<Family> of(Constraint top, Scene scene) {
            if (!KeyIndex.isOf(top)
                    || !top.valid()
                    || !scene.isInUse(top.on())
                    || !scene.isPartitioned(top.on())
                    || scene.recreation().dropped().contains(top.key())) {
                return Optional.empty();
            }
            Family family = new Family(top, scene);
            family.below(top.on());
            return family.complete && !family.parts.isEmpty() ? Optional.of(family) : Optional.empty();
        }

        private void below(ObjectKey parent) {
            complete &= partitions(scene.actual().objects(Table.class), parent)
                    .allMatch(partition -> PartitionedIndexBuild.isSettled(partition.key(), scene));
            for (Table partition :
                    partitions(scene.desired().objects(Table.class), parent).toList()) {
                complete &= PartitionedIndexBuild.isSettled(partition.key(), scene);
                if (OwnParts.of(top.key(), partition.key(), scene.desired()).isPresent()) {
                    continue; // made by itself, under its own name
                }
                Optional<Constraint> part = part(partition);
                if (scene.isPartitioned(partition.key())) {
                    below(partition.key());
                } else {
                    complete &= part.filter(this::isPossible).isPresent();
                    part.ifPresent(parts::add);
                }
            }
        }

        private static Stream<Table> partitions(Stream<Table> tables, ObjectKey parent) {
            return tables.filter(table -> table.isPartitionOf(parent));
        }

        /** Returns the partition's part; of parts that are alike, the one at the place that the key has among the keys that come and are alike. */
        private Optional<Constraint> part(Table partition) {
            List<SchemaObject> before = scene.actual()
                    .find(partition.key(), Table.class)
                    .map(Table::implied)
                    .orElse(List.of());
            return partition.implied().stream()
                    .filter(Constraint.class::isInstance)
                    .map(Constraint.class::cast)
                    .filter(part -> isAlike(part)
                            && before.stream().noneMatch(there -> there.key().equals(part.key())))
                    .skip(keysBefore())
                    .findFirst();
        }

        private long keysBefore() {
            return scene.desired().children(top.on()).stream()
                    .filter(key ->
                            key.compareTo(top.key()) < 0 && scene.creation(key).isPresent())
                    .flatMap(key -> scene.desired().find(key, Constraint.class).stream())
                    .filter(this::isAlike)
                    .count();
        }

        /** A key takes the oldest index of its columns as its part, one for another kind of key too ({@code DefineIndex} in indexcmds.c). */
        private Set<ObjectKey> keyOfSameColumns() {
            return scene.desired().children(top.on()).stream()
                    .filter(key ->
                            key.compareTo(top.key()) < 0 && scene.creation(key).isPresent())
                    .filter(key -> scene.desired()
                            .find(key, Constraint.class)
                            .filter(other ->
                                    KeyIndex.isOf(other) && other.columns().equals(top.columns()))
                            .isPresent())
                    .collect(Collectors.toSet());
        }

        private boolean isAlike(Constraint other) {
            return other.type() == top.type() && other.definition().equals(top.definition());
        }

        /** Its name is free, or taken by what is to have it. */
        private boolean isPossible(Constraint part) {
            Table before = scene.actual().find(part.on(), Table.class).orElseThrow();
            String name = part.key().name();
            boolean free = before.implied().stream()
                            .noneMatch(implied -> implied.key().name().equals(name))
                    && !scene.actual().contains(part.key())
                    && Stream.of(ObjectKind.INDEX, ObjectKind.TABLE)
                            .noneMatch(kind -> scene.actual()
                                    .contains(ObjectKey.of(kind, part.key().schema(), name)));
            return free || isThere(part).isPresent();
        }

        /** Returns the key of the partition's own constraint, or of the index that only has to become one, where it is there. */
        Optional<ObjectKey> isThere(Constraint part) {
            Optional<ObjectKey> constraint = scene.actual()
                    .find(part.key(), Constraint.class)
                    .filter(own -> own.attachedTo().isEmpty()
                            && own.type() == part.type()
                            && own.definition().equals(part.definition())
                            && own.indexOptions().equals(part.indexOptions()))
                    .map(Constraint::key);
            return constraint.or(() -> scene.actual()
                    .find(new KeyIndex(part).key(part.key().name()), Index.class)
                    .filter(index -> new KeyIndex(part).isLike(index))
                    .map(Index::key));
        }

        List<Action> actions(Action action) {
            List<Action> actions = new ArrayList<>();
            Action add = action;
            for (Constraint part : parts) {
                Optional<ObjectKey> there = isThere(part);
                if (there.isEmpty()) {
                    actions.add(build(part, action));
                }
                if (!there.equals(Optional.of(part.key()))) {
                    actions.add(own(part));
                    add = add.following(done(part));
                }
            }
            actions.add(add);
            return actions;
        }

        private Action build(Constraint part, Action action) {
            return Action.of(Verb.CREATE, part.key())
                    .because(part.on() + " gets its part of " + top.key() + " without blocking anyone")
                    .sql(new KeyIndex(part).build(part.key().name()))
                    .achieves(KeyByIndex.built(part))
                    .awaits(action.awaits())
                    .follows(action.follows())
                    .follows(scene.desired().dependencies(top.key()))
                    .follows(keyOfSameColumns())
                    .hazard(Hazard.DATA_DEPENDENT)
                    .concurrently()
                    .build();
        }

        private Action own(Constraint part) {
            return Action.of(Verb.CREATE, part.key())
                    .because("the index of " + part.key() + " is built")
                    .sql(new KeyIndex(part).add(part.key().name()))
                    .achieves(done(part))
                    .follows(Set.of(KeyByIndex.built(part)))
                    .follows(scene.desired().dependencies(top.key()))
                    .build();
        }

        private static ObjectKey done(Constraint part) {
            return part.key().child(ObjectKind.CONSTRAINT, "own");
        }
    }
}
