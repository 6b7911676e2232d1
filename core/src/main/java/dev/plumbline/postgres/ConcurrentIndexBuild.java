// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Index;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import java.util.List;
import java.util.Optional;

/**
 * An index on a table in use is built without blocking writes. The build cannot run in a transaction; when it fails it
 * leaves an index that is not valid, which is dropped before the next attempt (PostgreSQL documentation, CREATE INDEX,
 * "Building Indexes Concurrently").
 */
record ConcurrentIndexBuild() implements Technique {
    private static final String UNIQUE = "CREATE UNIQUE INDEX ";
    private static final String PLAIN = "CREATE INDEX ";

    @Override
    public Optional<List<Action>> replace(Action action, Gap gap, Recreation recreation) {
        if (action.verb() != Verb.CREATE || action.statements().size() != 1) {
            return Optional.empty();
        }
        return gap.desired()
                .find(action.object(), Index.class)
                .filter(index -> Technique.isInUse(index.on(), gap, recreation))
                .filter(index -> !Technique.isPartitioned(index.on(), gap))
                .map(index -> List.of(
                        action.with(List.of(concurrently(action.statements().get(0))), TransactionMode.OUTSIDE)));
    }

    private static String concurrently(String definition) {
        String head = definition.startsWith(UNIQUE) ? UNIQUE : PLAIN;
        return head + "CONCURRENTLY " + definition.substring(head.length());
    }
}
