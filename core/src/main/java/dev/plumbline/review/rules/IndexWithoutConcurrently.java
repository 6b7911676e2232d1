// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.plan.LockMode;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;
import java.util.List;
import java.util.Optional;

/** An index that is built, or built anew, under SHARE. */
final class IndexWithoutConcurrently implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "index-without-concurrently",
            Severity.ERROR,
            "an index is built while nobody can write the table",
            "SHARE keeps every writer of the table away until the index is built and the transaction has ended.",
            """
            CONCURRENTLY builds it beside the writers. It runs outside transactions, so give it a file of its own.
            """,
            Example.postgres(
                    "CREATE TABLE tasks (id bigint PRIMARY KEY, owner text);",
                    "CREATE INDEX tasks_owner ON tasks (owner);",
                    "CREATE INDEX CONCURRENTLY tasks_owner ON tasks (owner);"));

    private static final String PARTITIONED = "Create it on the parent alone (ON ONLY), on each partition"
            + " CONCURRENTLY, and attach those; with the last one the parent's becomes valid.";

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            if (!subject.postgres() || statement.outside()) {
                continue;
            }
            if (statement.statement().word(0).equals("REINDEX")) {
                reindex(subject, statement, findings);
            }
            List<String> scans = statement.cost().orElseThrow().scans();
            for (Change.Missing change : statement.changes(Change.Missing.class)) {
                if (change.desired() instanceof Index index
                        && index.attachedTo().isEmpty()
                        && index.taken().isEmpty()
                        && subject.stood(statement, index.on())
                        && !scans.isEmpty()) {
                    built(subject, statement, index, findings);
                }
            }
        }
    }

    private static void built(Subject subject, TriedStatement statement, Index index, Findings findings) {
        boolean partitioned = subject.before()
                .find(index.on(), Table.class)
                .filter(table -> table.partitioning().isPresent())
                .isPresent();
        boolean own = statement.statement().word(0).equals("CREATE");
        findings.add(
                statement.statement(),
                index.key().toString(),
                "The index " + index.key().name() + " is built on "
                        + subject.sized(index.on().qualifiedName()) + " under SHARE, which blocks writes.",
                partitioned ? PARTITIONED : DESCRIPTION.wayOut(),
                partitioned || !own
                        ? Optional.empty()
                        : Optional.of(Words.with(statement.statement(), "INDEX", "CONCURRENTLY")));
    }

    private static void reindex(Subject subject, TriedStatement statement, Findings findings) {
        statement.cost().orElseThrow().locks().stream()
                .filter(lock -> lock.mode().compareTo(LockMode.SHARE) >= 0)
                .findFirst()
                .ifPresent(lock -> findings.add(
                        statement.statement(),
                        lock.relation(),
                        "Indexes of " + subject.sized(lock.relation()) + " are built anew under "
                                + lock.mode().words() + ", which blocks writes.",
                        Words.with(
                                statement.statement(),
                                Words.has(statement.statement(), "TABLE") ? "TABLE" : "INDEX",
                                "CONCURRENTLY")));
    }
}
