// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.KeyIndex;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A unique or primary key on a table in use is built as an index without blocking writes, and made a constraint once that
 * is there (PostgreSQL documentation, ALTER TABLE, "ADD table_constraint_using_index"). An index of that very form and
 * name which is there already is taken as it is: a run that was stopped has left it, or somebody built it before.
 */
record KeyByIndex() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        return switch (action.verb()) {
            case CREATE ->
                scene.desired()
                        .find(action.object(), Constraint.class)
                        .filter(constraint -> isFit(constraint, scene))
                        .map(constraint -> replace(action, constraint, scene));
            case DROP ->
                scene.actual()
                        .find(action.object(), Index.class)
                        .filter(index -> isTaken(index, scene))
                        .map(index -> List.of());
            default -> Optional.empty();
        };
    }

    private static boolean isFit(Constraint constraint, Scene scene) {
        return KeyIndex.isOf(constraint)
                && scene.isInUse(constraint.on())
                && !scene.isPartitioned(constraint.on())
                // One that is recreated leaves and comes back in one transaction.
                && !scene.recreation().dropped().contains(constraint.key())
                && KeyReplacement.replaced(constraint, scene).isEmpty();
    }

    private static List<Action> replace(Action action, Constraint constraint, Scene scene) {
        KeyIndex index = new KeyIndex(constraint);
        ObjectKey key = index.key(constraint.key().name());
        boolean taken = scene.actual()
                .find(key, Index.class)
                .filter(found -> isTaken(found, scene))
                .isPresent();
        ObjectKey built = built(constraint);
        Action add = Action.of(Verb.CREATE, constraint.key())
                .because(
                        taken
                                ? action.reason() + "; its index is there"
                                : "the index of " + constraint.key() + " is built")
                .sql(index.add(constraint.key().name()))
                .sql(action.statements().subList(1, action.statements().size()))
                .achieves(action.achieves())
                .releases(action.releases())
                .awaits(action.awaits())
                .follows(action.follows())
                .follows(taken ? Set.of() : Set.of(built))
                .build();
        Action build = Action.of(Verb.CREATE, constraint.key())
                .because(action.reason() + "; its index is built without blocking anyone")
                .sql(index.build(constraint.key().name()))
                .achieves(built)
                .achieves(action.achieves())
                .awaits(action.awaits())
                .follows(action.follows())
                .hazards(action.hazards())
                .concurrently()
                .build();
        return taken ? List.of(add) : List.of(build, add);
    }

    /** A place in the order under a key that no object has: the index of the constraint is built. */
    static ObjectKey built(Constraint constraint) {
        return constraint.key().child(ObjectKind.INDEX, "built");
    }

    /** Returns whether an index becomes that of the constraint which is to have its name. */
    private static boolean isTaken(Index index, Scene scene) {
        ObjectKey key = index.on().child(ObjectKind.CONSTRAINT, index.key().name());
        return scene.recreation().dropped().contains(index.key())
                && scene.recreation().created().contains(key)
                && scene.actual().children(index.key()).isEmpty()
                && scene.actual().dependencies(index.key()).stream().allMatch(scene::isStill)
                && scene.desired()
                        .find(key, Constraint.class)
                        .filter(constraint -> isFit(constraint, scene))
                        .filter(constraint -> new KeyIndex(constraint).isLike(index))
                        .isPresent();
    }
}
