// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An index of a table in use that is to have another definition steps aside under another name and serves until the new
 * one is built; only then is it dropped. A unique one keeps out what it kept out all the while.
 *
 * <p>A run that is stopped in between leaves the old one under its other name, which the next plan takes for what it is: an
 * index that nobody wants, to be dropped without blocking anyone after what is missing is there.
 */
record IndexReplacement() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        Optional<Index> before = scene.actual().find(action.object(), Index.class);
        Optional<Index> after = scene.desired().find(action.object(), Index.class);
        Optional<Action> drop = scene.drop(action.object());
        boolean replaces = before.isPresent()
                && after.isPresent()
                && drop.isPresent()
                && before.get().valid()
                && before.get().on().equals(after.get().on())
                && drop.get().statements().size() == 1
                && scene.recreation().created().contains(action.object())
                && ConcurrentIndexDrop.isFree(before.get(), scene)
                && scene.actual().dependencies(before.get().key()).stream().allMatch(scene::isStill);
        if (!replaces) {
            return Optional.empty();
        }
        return switch (action.verb()) {
            case CREATE -> Optional.of(replace(action, drop.orElseThrow(), scene));
            case DROP -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    private static List<Action> replace(Action create, Action drop, Scene scene) {
        List<Action> actions = new ArrayList<>(aside(create.object(), drop, scene));
        actions.addAll(1, ConcurrentIndexBuild.concurrently(create));
        return actions;
    }

    /** Returns what lets an index step aside before another of its name comes, and what drops it once that is there. */
    static List<Action> aside(ObjectKey index, Action drop, Scene scene) {
        ObjectKey aside = ObjectKey.of(ObjectKind.INDEX, index.schema(), Scaffold.aside(index.name()));
        boolean partitioned = scene.isPartitioned(
                scene.actual().find(index, Index.class).orElseThrow().on());
        Action gone = Action.of(Verb.DROP, aside)
                .because("the new " + index + " serves instead")
                .sql("DROP INDEX " + Sql.of(aside))
                .releases(aside)
                .follows(Set.of(index))
                .build();
        return List.of(
                Action.of(Verb.ALTER, index)
                        .because(index + " has another definition; the old one serves until the new one is built")
                        .sql("ALTER INDEX " + Sql.of(index) + " RENAME TO " + Sql.name(aside.name()))
                        .releases(drop.releases())
                        .awaits(drop.awaits())
                        .follows(drop.follows())
                        .follows(scene.desired().dependencies(index))
                        .build(),
                partitioned ? gone : gone.concurrently("DROP INDEX CONCURRENTLY " + Sql.of(aside)));
    }
}
