// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Index;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An index on a table in use is built without blocking writes. The build cannot run in a transaction; when it fails it
 * leaves an index that is not valid, which is dropped before the next attempt (PostgreSQL documentation, CREATE INDEX,
 * "Building Indexes Concurrently").
 */
public record ConcurrentIndexBuild() implements Technique {
    private static final String UNIQUE = "CREATE UNIQUE INDEX ";
    private static final String PLAIN = "CREATE INDEX ";

    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.CREATE) {
            return Optional.empty();
        }
        return scene.desired()
                .find(action.object(), Index.class)
                .filter(index -> scene.isInUse(index.on()))
                .filter(index -> !scene.isPartitioned(index.on()))
                .map(index -> concurrently(action));
    }

    /** Returns the build, and what is said of the index once it is there, where that is anything. */
    static List<Action> concurrently(Action action) {
        List<String> statements = action.statements();
        List<Action> actions = new ArrayList<>();
        actions.add(action.concurrently(concurrently(statements.getFirst())));
        if (statements.size() > 1) {
            actions.add(Action.of(Verb.ALTER, action.object())
                    .because(action.object() + " is built")
                    .sql(statements.subList(1, statements.size()))
                    .achieves(action.achieves())
                    .build());
        }
        return actions;
    }

    /** Returns what builds an index of a table under another name, without blocking writes. */
    public static String build(Index index, String name) {
        String create = ConstraintStatements.create(index).getFirst();
        String head = index.unique() ? UNIQUE : PLAIN;
        int behindName = (head + Sql.name(index.key().name())).length();
        return head + "CONCURRENTLY " + Sql.name(name) + create.substring(behindName);
    }

    private static String concurrently(String definition) {
        String head = definition.startsWith(UNIQUE) ? UNIQUE : PLAIN;
        return head + "CONCURRENTLY " + definition.substring(head.length());
    }
}
