// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;

/** A rule for rows that the running version does not know. */
final class RestrictionAdded implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "restriction-added",
            Severity.NOTE,
            "a new constraint or unique index limits what may be written",
            """
            The running version does not know it: what it writes against it fails from the commit on.
            """,
            """
            Release a version that keeps to it first.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
                    """, """
                    CREATE INDEX CONCURRENTLY tasks_amount ON tasks (amount);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, SchemaObject.class, (statement, object) -> {
            if (restricts(statement, object)
                    && subject.before().contains(object.parent().orElseThrow())
                    && subject.stood(statement, object.parent().orElseThrow())) {
                findings.add(
                        statement.statement(),
                        object.key().toString(),
                        "The " + object.key() + " limits what may be written to "
                                + object.parent().orElseThrow().qualifiedName() + ".");
            }
        });
    }

    private static boolean restricts(TriedStatement statement, SchemaObject object) {
        // One that becomes a constraint was told when its index was built.
        boolean usingIndex = Words.has(statement.statement(), "USING") && Words.has(statement.statement(), "INDEX");
        return (object instanceof Constraint constraint && !constraint.inherited() && !usingIndex)
                || (object instanceof Index index && index.unique());
    }
}
