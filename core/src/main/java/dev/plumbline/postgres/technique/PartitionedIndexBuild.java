// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.IncompleteIndexes;
import dev.plumbline.postgres.change.OwnParts;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index on a partitioned table in use, which cannot be built concurrently as a whole: it is made on the parent alone, where
 * there is nothing to read, on each partition concurrently, and theirs are attached. With the last it is valid (PostgreSQL
 * documentation, CREATE INDEX, "Building Indexes Concurrently", and ALTER INDEX, ATTACH PARTITION). The partitions' indexes
 * have the names that they have on the desired side.
 */
record PartitionedIndexBuild() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        Optional<Index> index = scene.desired()
                .find(action.object(), Index.class)
                .filter(Index::valid)
                .filter(found -> scene.isInUse(found.on()) && scene.isPartitioned(found.on()));
        return switch (action.verb()) {
            case CREATE -> index.flatMap(found -> new Family(action, found, scene).actions());
            case DROP ->
                index.map(found -> new Family(action, found, scene))
                        .filter(family -> family.actions().isPresent() && family.stepsAside())
                        .map(family -> List.of());
            default -> Optional.empty();
        };
    }

    /** Returns whether a partition neither comes nor goes nor changes. */
    static boolean isSettled(ObjectKey partition, Scene scene) {
        return scene.isInUse(partition)
                && !scene.recreation().altered().containsKey(partition)
                && scene.actual()
                        .find(partition, Table.class)
                        .flatMap(Table::partitionOf)
                        .equals(scene.desired().find(partition, Table.class).flatMap(Table::partitionOf));
    }

    /** One index and those of all partitions below. */
    private static final class Family {
        private final Action action;
        private final Index top;
        private final Scene scene;
        private final Set<ObjectKey> taken = new HashSet<>();
        private final List<Action> actions = new ArrayList<>();
        private boolean complete = true;
        private boolean collides;

        Family(Action action, Index top, Scene scene) {
            this.action = action;
            this.top = top;
            this.scene = scene;
        }

        /** Returns what takes the place of the one action; nothing where a partition comes, goes or has no such index. */
        Optional<List<Action>> actions() {
            List<String> statements = action.statements();
            actions.add(action.with(List.of(ConstraintStatements.onOnly(top)), TransactionMode.TOGETHER));
            below(top);
            if (statements.size() > 1) {
                actions.add(Action.of(Verb.ALTER, top.key())
                        .because(top.key() + " is built")
                        .sql(statements.subList(1, statements.size()))
                        .achieves(top.key())
                        .follows(OwnParts.of(top.key(), scene.desired()).stream()
                                .map(Attachable::key)
                                .toList())
                        .build());
            }
            if (!complete || actions.size() == 1 || (collides && !isReplaced())) {
                return Optional.empty();
            }
            if (stepsAside()) {
                actions.addAll(
                        IndexReplacement.aside(top.key(), scene.drop(top.key()).orElseThrow(), scene));
            }
            return Optional.of(actions);
        }

        private boolean isReplaced() {
            return scene.recreation().dropped().contains(top.key());
        }

        /** Returns whether the old index can serve until the new one is built: its parts do not have the names of the new ones. */
        boolean stepsAside() {
            Optional<Index> before = scene.actual().find(top.key(), Index.class);
            return isReplaced()
                    && !collides
                    && before.filter(old -> old.valid() && old.on().equals(top.on()))
                            .isPresent()
                    && scene.drop(top.key())
                            .filter(drop -> drop.statements().size() == 1)
                            .isPresent()
                    && scene.actual().dependencies(top.key()).stream().allMatch(scene::isStill)
                    // The key of a partition that was taken for a part has to make way.
                    && !new IncompleteIndexes(scene.gap()).takesKeys(before.get());
        }

        private void below(Index parent) {
            for (Table partition : scene.desired().objects(Table.class).toList()) {
                if (isPartOf(partition, parent.on())) {
                    Optional<Attachable> own = OwnParts.of(top.key(), partition.key(), scene.desired());
                    if (own.isPresent()) {
                        take(own.get(), parent, partition);
                        continue;
                    }
                    Optional<Index> part = part(parent, partition);
                    complete &= part.isPresent() && isSettled(partition);
                    collides |= complete && isTaken(part.orElseThrow());
                    if (complete) {
                        add(part.orElseThrow(), parent);
                    }
                }
            }
            complete &= scene.actual()
                    .objects(Table.class)
                    .filter(partition -> isPartOf(partition, parent.on()))
                    .allMatch(this::isSettled);
        }

        /** A part with a name of its own is made by itself. */
        private void take(Attachable own, Index parent, Table partition) {
            collides |= isReplaced();
            complete &= own instanceof Index
                    && isSettled(partition)
                    && scene.creation(own.key()).isPresent();
            if (complete) {
                attach(own.key(), parent, Set.of());
            }
        }

        private static boolean isPartOf(Table partition, ObjectKey parent) {
            return partition
                    .partitionOf()
                    .map(PartitionOf::parent)
                    .filter(parent::equals)
                    .isPresent();
        }

        private boolean isSettled(Table partition) {
            return PartitionedIndexBuild.isSettled(partition.key(), scene);
        }

        /** The name may be that of another part of the table before. */
        private boolean isTaken(Index part) {
            return scene.actual().find(part.on(), Table.class).orElseThrow().implied().stream()
                    .anyMatch(implied -> implied.key().name().equals(part.key().name()));
        }

        private Optional<Index> part(Index parent, Table partition) {
            for (SchemaObject implied : partition.implied()) {
                if (implied instanceof Index index && isLike(index, parent) && taken.add(index.key())) {
                    return Optional.of(index);
                }
            }
            return Optional.empty();
        }

        private static boolean isLike(Index one, Index other) {
            return one.unique() == other.unique() && behindTable(one).equals(behindTable(other));
        }

        private static String behindTable(Index index) {
            String definition = index.definition();
            String head = "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX "
                    + Sql.name(index.key().name()) + " ON " + Sql.of(index.on());
            return definition.startsWith(head) ? definition.substring(head.length()) : definition;
        }

        private void add(Index part, Index parent) {
            boolean partitioned = scene.isPartitioned(part.on());
            List<String> statements = ConstraintStatements.create(part);
            Action make = Action.of(Verb.CREATE, part.key())
                    .because(part.on() + " has its part of " + top.key())
                    .sql(statements)
                    .achieves(part.key())
                    .follows(scene.desired().dependencies(top.key()))
                    .follows(action.follows())
                    .awaits(action.awaits())
                    .awaits(scene.actual().children(top.on()))
                    .hazards(action.hazards())
                    .build();
            if (partitioned) {
                actions.add(make.with(List.of(ConstraintStatements.onOnly(part)), TransactionMode.TOGETHER));
                below(part);
            } else {
                actions.addAll(ConcurrentIndexBuild.concurrently(make));
            }
            attach(part.key(), parent, below(part.key(), partitioned));
        }

        private void attach(ObjectKey part, Index parent, Set<ObjectKey> below) {
            actions.add(Action.of(Verb.ALTER, top.key())
                    .because(part + " is a part of " + parent.key())
                    .sql(ConstraintStatements.attach(parent.key(), part))
                    .achieves(part.child(ObjectKind.INDEX, "attached"))
                    .achieves(top.key())
                    .follows(Set.of(part))
                    .follows(below)
                    .build());
        }

        /** What is partitioned itself is attached when its own parts are, so that it is valid by then. */
        private Set<ObjectKey> below(ObjectKey index, boolean partitioned) {
            return partitioned ? parts(index) : Set.of();
        }

        private Set<ObjectKey> parts(ObjectKey index) {
            Set<ObjectKey> parts = new HashSet<>();
            String attach = "ALTER INDEX " + Sql.of(index) + " ATTACH PARTITION ";
            actions.stream()
                    .filter(each -> each.statements().getFirst().startsWith(attach))
                    .forEach(each -> parts.addAll(each.achieves()));
            parts.remove(top.key());
            return parts;
        }
    }
}
