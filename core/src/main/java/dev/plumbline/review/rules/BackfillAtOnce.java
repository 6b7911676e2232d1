// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** An UPDATE or DELETE that reads a table from end to end. */
final class BackfillAtOnce implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "backfill-at-once",
            Severity.WARNING,
            "rows of a whole table are changed in one transaction",
            """
            Every row that it has changed stays locked until the transaction ends, and the old versions of all of
            them stay on disk.
            """,
            """
            Change them in batches by key, each committed by itself, beside the migrations.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    UPDATE tasks SET owner = 'nobody' WHERE owner IS NULL;
                    """, """
                    UPDATE tasks SET owner = 'nobody' WHERE id BETWEEN 1 AND 1000;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            String verb = statement.statement().word(0);
            boolean changes = verb.equals("UPDATE") || verb.equals("DELETE") || verb.equals("MERGE");
            for (String relation : statement.cost().orElseThrow().scans()) {
                if (changes && Subject.lock(statement, relation).isPresent()) {
                    findings.add(
                            statement.statement(),
                            relation,
                            "The statement reads " + subject.sized(relation)
                                    + " from end to end and keeps the rows that it changes locked.");
                }
            }
        }
    }
}
