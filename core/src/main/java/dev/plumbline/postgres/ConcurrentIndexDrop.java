// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Index;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import java.util.List;
import java.util.Optional;

/** An index of a table in use is dropped without the exclusive lock that would stop reads and writes. */
record ConcurrentIndexDrop() implements Technique {
    private static final String DROP = "DROP INDEX ";

    @Override
    public Optional<List<Action>> replace(Action action, Gap gap, Recreation recreation) {
        if (action.verb() != Verb.DROP || action.statements().size() != 1) {
            return Optional.empty();
        }
        return gap.actual()
                .find(action.object(), Index.class)
                .filter(index -> Technique.isInUse(index.on(), gap, recreation))
                .filter(index -> !Technique.isPartitioned(index.on(), gap))
                // What loses a column or changes its type wants the index gone in the same transaction.
                .filter(index -> gap.actual().dependencies(index.key()).stream()
                        .allMatch(needed -> gap.desired().contains(needed)
                                && !recreation.dropped().contains(needed)
                                && !recreation.altered().containsKey(needed)))
                .map(index -> List.of(action.with(
                        List.of(DROP + "CONCURRENTLY "
                                + action.statements().get(0).substring(DROP.length())),
                        TransactionMode.OUTSIDE)));
    }
}
