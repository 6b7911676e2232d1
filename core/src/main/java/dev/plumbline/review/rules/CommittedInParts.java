// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A file that is not committed as a whole. */
final class CommittedInParts implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "committed-in-parts",
            Severity.NOTE,
            "the file is committed in several parts",
            """
            When it stops in the middle, what was committed stays. Plumbline goes on from there with the next run;
            other tools leave the rest to you, and some refuse CONCURRENTLY beside other statements.
            """,
            """
            Give what cannot run in a transaction, such as CONCURRENTLY, a file of its own.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text;
                    CREATE INDEX CONCURRENTLY tasks_note ON tasks (note);
                    """, """
                    CREATE INDEX CONCURRENTLY tasks_owner ON tasks (owner);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (!subject.migration().ofFolder()) {
            return;
        }
        TriedStatement last = null;
        for (TriedStatement statement : subject.up().statements()) {
            boolean setting = statement.statement().word(0).equals("SET")
                    || statement.statement().word(0).equals("PRAGMA");
            if (setting) {
                continue;
            }
            if (last != null && (last.outside() || last.transaction() != statement.transaction())) {
                findings.add(
                        statement.statement(),
                        "",
                        "What stands above this statement is committed before it, so that the file can stop here.");
                return;
            }
            last = statement;
        }
    }
}
