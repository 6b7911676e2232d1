// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A partition that is detached under ACCESS EXCLUSIVE on its parent. */
final class DetachWithoutConcurrently implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "detach-without-concurrently",
            Severity.WARNING,
            "detaching a partition locks the whole partitioned table",
            """
            ACCESS EXCLUSIVE on the parent waits for every transaction that uses any of its partitions, and all who
            come later wait behind it.
            """,
            """
            DETACH PARTITION … CONCURRENTLY waits without keeping others waiting. It runs outside transactions, and
            not where there is a default partition.
            """,
            Example.postgres("""
                    CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
                    CREATE TABLE events_2025 PARTITION OF events FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
                    """, """
                    ALTER TABLE events DETACH PARTITION events_2025;
                    """, """
                    ALTER TABLE events DETACH PARTITION events_2025 CONCURRENTLY;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            for (Change.Altered change : statement.changes(Change.Altered.class)) {
                if (!statement.outside()
                        && change.actual() instanceof Table was
                        && change.desired() instanceof Table is
                        && was.partitionOf().isPresent()
                        && is.partitionOf().isEmpty()
                        && subject.stood(statement, was.key())) {
                    findings.add(
                            statement.statement(),
                            was.key().toString(),
                            "Detaching " + was.key().qualifiedName() + " takes ACCESS EXCLUSIVE on "
                                    + was.partitionOf().get().parent().qualifiedName() + ".",
                            statement.statement().sql() + " CONCURRENTLY;");
                }
            }
        }
    }
}
