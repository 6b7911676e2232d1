// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.IncompleteKey;
import dev.plumbline.postgres.change.KeyIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A key of a partitioned table in use that lacks parts is completed without blocking anyone: each partition that has none builds its index
 * concurrently, makes a constraint of it, and attaches it to the whole (PostgreSQL documentation, "Table Partitioning",
 * "Partition Maintenance"). What partitions have already is taken, so a run that was stopped goes on.
 */
record KeyCompletion() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.ALTER || !scene.recreation().altered().containsKey(action.object())) {
            return Optional.empty();
        }
        Optional<Constraint> from = scene.actual().find(action.object(), Constraint.class);
        Optional<Constraint> to = scene.desired().find(action.object(), Constraint.class);
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : IncompleteKey.of(from.get(), to.get(), scene.actual(), scene.desired())
                        .filter(key -> key.parts().stream().allMatch(part -> isInUse(part, scene)))
                        .map(key -> new Completion(action, key, scene).actions());
    }

    private static boolean isInUse(IncompleteKey.Part part, Scene scene) {
        return scene.isInUse(part.to().on()) && part.parts().stream().allMatch(below -> isInUse(below, scene));
    }

    /** The actions for one key. */
    private static final class Completion {
        private final Action whole;
        private final IncompleteKey key;
        private final Scene scene;
        private final Set<ObjectKey> own;
        private final List<Action> actions = new ArrayList<>();

        Completion(Action whole, IncompleteKey key, Scene scene) {
            this.whole = whole;
            this.key = key;
            this.scene = scene;
            this.own = key.own();
        }

        List<Action> actions() {
            key.parts().forEach(this::complete);
            return actions;
        }

        private void complete(IncompleteKey.Part part) {
            own(part);
            part.parts().forEach(this::complete);
            if (!part.attached()) {
                Set<ObjectKey> below =
                        part.parts().stream().map(Completion::attached).collect(Collectors.toSet());
                actions.add(action(Verb.ALTER, whole.object())
                        .because(part.to().key() + " is a part of " + part.whole())
                        .sql(ConstraintStatements.attach(part.whole(), part.to().key()))
                        .achieves(attached(part))
                        .achieves(whole.achieves().stream()
                                .filter(achieved -> !own.contains(achieved))
                                .toList())
                        .achieves(named(part))
                        .releases(part.there().stream().toList())
                        .follows(Set.of(made(part)))
                        .follows(below)
                        .build());
            }
        }

        /** Gives the partition a constraint of its own. */
        private void own(IncompleteKey.Part part) {
            List<String> statements = key.own(part);
            if (statements.isEmpty()) {
                return;
            }
            Constraint to = part.to();
            boolean added = part.there().isEmpty();
            boolean built = added && KeyIndex.isOf(to) && !key.isPartitioned(to.on());
            Action.Builder own = action(part.renamed().isPresent() ? Verb.ALTER : Verb.CREATE, to.key())
                    .achieves(made(part))
                    .achieves(part.attached() ? named(part) : List.of())
                    .releases(part.there().stream().toList());
            if (built) {
                KeyIndex index = new KeyIndex(to);
                actions.add(action(Verb.CREATE, to.key())
                        .because(to.on() + " gets its part of " + whole.object() + " without blocking anyone")
                        .sql(index.build(to.key().name()))
                        .achieves(KeyByIndex.built(to))
                        .awaits(Set.of(index.key(to.key().name())))
                        .hazard(Hazard.DATA_DEPENDENT)
                        .concurrently()
                        .build());
                own.because("the index of " + to.key() + " is built")
                        .sql(index.add(to.key().name()))
                        .sql(statements.subList(1, statements.size()))
                        .follows(Set.of(KeyByIndex.built(to)));
            } else {
                own.because(to.on() + " has its part of " + whole.object()).sql(statements);
            }
            if (added && !built && !key.isPartitioned(to.on())) {
                own.takesLong().hazard(Hazard.DATA_DEPENDENT);
            }
            actions.add(own.build());
        }

        /** A part that is an object of its own is there once it is one. */
        private List<ObjectKey> named(IncompleteKey.Part part) {
            ObjectKey to = part.to().key();
            return own.contains(to) ? List.of(to) : List.of();
        }

        private Action.Builder action(Verb verb, ObjectKey object) {
            return Action.of(verb, object)
                    .awaits(whole.awaits())
                    .follows(whole.follows())
                    .follows(scene.desired().dependencies(whole.object()).stream()
                            .filter(needed -> !own.contains(needed))
                            .toList());
        }

        private static ObjectKey made(IncompleteKey.Part part) {
            return part.to().key().child(ObjectKind.CONSTRAINT, "own");
        }

        private static ObjectKey attached(IncompleteKey.Part part) {
            return part.to().key().child(ObjectKind.INDEX, "attached");
        }
    }
}
