// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.plan.LockMode;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;
import java.util.Optional;

/** A table that is written anew under ACCESS EXCLUSIVE, as {@code pg_class.relfilenode} shows. */
final class BlockingRewrite implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "blocking-rewrite",
            Severity.ERROR,
            "a table is written anew while nobody can read it",
            """
            ACCESS EXCLUSIVE keeps readers and writers away until the last row and the last index is copied and the
            transaction has ended, and the disk holds the table twice.
            """,
            """
            Add a column beside the old one, fill it in batches, let a trigger keep the two equal, and swap their names;
            for a default that differs by row, add the column without it, set it, and fill the rows in batches.
            """,
            Example.postgres(
                    "CREATE TABLE tasks (id bigint PRIMARY KEY, amount integer);",
                    "ALTER TABLE tasks ALTER COLUMN amount TYPE bigint;",
                    "ALTER TABLE tasks ADD COLUMN amount_big bigint;"));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            if (!subject.postgres() || statement.statement().word(0).equals("TRUNCATE")) {
                continue;
            }
            for (String relation : statement.cost().orElseThrow().rewrites()) {
                Optional<LockMode> lock = Subject.lock(statement, relation);
                // Outside a transaction the lock is gone before one could look: VACUUM FULL, CLUSTER.
                if (lock.isEmpty() || lock.get() == LockMode.ACCESS_EXCLUSIVE) {
                    String fact = "The statement writes " + subject.sized(relation) + " anew under ACCESS EXCLUSIVE.";
                    if (statement.statement().begins("REFRESH")) {
                        findings.add(
                                statement.statement(),
                                relation,
                                fact,
                                "REFRESH … CONCURRENTLY lets readers go on; it needs a unique index on the view.",
                                Optional.of(Words.with(statement.statement(), "VIEW", "CONCURRENTLY")));
                    } else {
                        findings.add(statement.statement(), relation, fact);
                    }
                }
            }
        }
    }
}
