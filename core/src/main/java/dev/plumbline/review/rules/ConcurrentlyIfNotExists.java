// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;

/** IF NOT EXISTS takes an invalid index for the one that is wanted. */
final class ConcurrentlyIfNotExists implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "concurrently-if-not-exists",
            Severity.WARNING,
            "CONCURRENTLY with IF NOT EXISTS can leave an invalid index",
            """
            A build that failed leaves an invalid index under the name. The next try sees the name, does nothing and
            succeeds, and no query ever uses the index.
            """,
            """
            Leave IF NOT EXISTS away, and drop the invalid index before the next try. Plumbline does that for the
            migrations that it runs: this is found where something else does.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    CREATE INDEX CONCURRENTLY IF NOT EXISTS tasks_owner ON tasks (owner);
                    """, """
                    CREATE INDEX CONCURRENTLY tasks_owner ON tasks (owner);
                    """).byOthers());

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (subject.byPlumbline() || !subject.postgres()) {
            return;
        }
        for (TriedStatement statement : subject.up().statements()) {
            int at = Words.at(statement.statement(), "CONCURRENTLY");
            if (statement.statement().word(0).equals("CREATE")
                    && at > 0
                    && statement.statement().word(at + 1).equals("IF")) {
                findings.add(
                        statement.statement(),
                        "",
                        "The statement succeeds without doing anything where an earlier try left an invalid index.");
            }
        }
    }
}
