// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Index;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import java.util.List;
import java.util.Optional;

/** An index of a table in use is dropped without the exclusive lock that would stop reads and writes. */
record ConcurrentIndexDrop() implements Technique {
    private static final String DROP = "DROP INDEX ";

    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.DROP || action.statements().size() != 1) {
            return Optional.empty();
        }
        return scene.actual()
                .find(action.object(), Index.class)
                .filter(index -> isFree(index, scene))
                .map(index -> List.of(action.concurrently(
                        DROP + "CONCURRENTLY " + action.statements().getFirst().substring(DROP.length()))));
    }

    /** What loses a column or changes its type wants the index gone in the same transaction. */
    static boolean isFree(Index index, Scene scene) {
        return scene.isInUse(index.on())
                && !scene.isPartitioned(index.on())
                && scene.actual().dependencies(index.key()).stream().allMatch(scene::isUntouched);
    }
}
