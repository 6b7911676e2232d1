// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Index;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;

/** An index that is dropped under ACCESS EXCLUSIVE on its table. */
final class IndexDroppedWithoutConcurrently implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "index-dropped-without-concurrently",
            Severity.WARNING,
            "dropping an index locks its table against readers",
            """
            ACCESS EXCLUSIVE on the table is short work, but it waits for every transaction that uses the table, and
            all who come later wait behind it.
            """,
            """
            DROP INDEX CONCURRENTLY waits without keeping others waiting. It runs outside transactions, so give it a
            file of its own.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    CREATE INDEX tasks_owner ON tasks (owner);
                    """, """
                    DROP INDEX tasks_owner;
                    """, """
                    DROP INDEX CONCURRENTLY tasks_owner;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            if (!subject.postgres()
                    || statement.outside()
                    || !statement.statement().begins("DROP", "INDEX")) {
                continue;
            }
            for (Change.Extra change : statement.changes(Change.Extra.class)) {
                if (change.actual() instanceof Index index
                        && index.attachedTo().isEmpty()
                        && index.taken().isEmpty()
                        && Subject.lock(statement, index.on().qualifiedName()).isPresent()
                        && subject.stood(statement, index.on())) {
                    findings.add(
                            statement.statement(),
                            index.key().toString(),
                            "Dropping the index " + index.key().name() + " takes ACCESS EXCLUSIVE on "
                                    + subject.sized(index.on().qualifiedName()) + ".",
                            Words.with(statement.statement(), "INDEX", "CONCURRENTLY"));
                }
            }
        }
    }
}
