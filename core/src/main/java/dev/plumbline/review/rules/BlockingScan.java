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
import java.util.Optional;

/** A table that is read from end to end under a lock that keeps writers away, for no reason that has its own rule. */
final class BlockingScan implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "blocking-scan",
            Severity.ERROR,
            "a table is read from end to end while nobody can write it",
            """
            The lock keeps writers, and if it is ACCESS EXCLUSIVE readers too, away for as long as the reading takes, and
            everybody who comes later queues behind it.
            """,
            """
            Let the server know before what it would look for: add a CHECK as NOT VALID, VALIDATE it, which blocks
            nobody, and then run the statement, which finds the proof and reads nothing.
            """,
            Example.postgres(
                    "CREATE TABLE tasks (id bigint PRIMARY KEY, owner text);",
                    "ALTER TABLE tasks ALTER COLUMN owner SET NOT NULL;",
                    """
                    BEGIN;
                    ALTER TABLE tasks ADD CONSTRAINT owner_there CHECK (owner IS NOT NULL) NOT VALID;
                    COMMIT;
                    ALTER TABLE tasks VALIDATE CONSTRAINT owner_there;
                    BEGIN;
                    ALTER TABLE tasks ALTER COLUMN owner SET NOT NULL;
                    ALTER TABLE tasks DROP CONSTRAINT owner_there;
                    COMMIT;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            for (String relation : statement.cost().orElseThrow().scans()) {
                Optional<LockMode> lock = Subject.lock(statement, relation);
                if (lock.isEmpty() || lock.get().compareTo(LockMode.SHARE) < 0) {
                    continue;
                }
                ScanCause cause = ScanCause.of(subject, statement, relation);
                if (cause == ScanCause.OTHER || cause == ScanCause.NOT_NULL) {
                    findings.add(
                            statement.statement(),
                            relation,
                            "The statement reads " + subject.sized(relation) + " from end to end under "
                                    + lock.get().words() + ", which blocks "
                                    + lock.get().blocks()
                                    + (cause == ScanCause.NOT_NULL ? ", to look for nulls." : "."));
                }
            }
        }
    }
}
