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

/** A new partition beside a default one. */
final class DefaultPartitionScan implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "default-partition-scan",
            Severity.ERROR,
            "the default partition is read from end to end for a new one",
            """
            The server looks whether rows of the default partition belong to the new one, and holds ACCESS EXCLUSIVE
            on the default partition meanwhile.
            """,
            """
            Give the default partition a CHECK that excludes the new range, NOT VALID and then VALIDATE, before the
            partition is made; drop the CHECK afterwards.
            """,
            Example.postgres("""
                    CREATE TABLE events (at date NOT NULL) PARTITION BY RANGE (at);
                    CREATE TABLE events_rest PARTITION OF events DEFAULT;
                    """, """
                    CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                    """, """
                    BEGIN;
                    ALTER TABLE events_rest ADD CONSTRAINT not_2026 CHECK (at < '2026-01-01' OR at >= '2027-01-01') NOT VALID;
                    COMMIT;
                    ALTER TABLE events_rest VALIDATE CONSTRAINT not_2026;
                    BEGIN;
                    CREATE TABLE events_2026 PARTITION OF events FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');
                    ALTER TABLE events_rest DROP CONSTRAINT not_2026;
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
                if (Subject.lock(statement, relation)
                                .filter(lock -> lock == LockMode.ACCESS_EXCLUSIVE)
                                .isPresent()
                        && ScanCause.of(subject, statement, relation) == ScanCause.DEFAULT_PARTITION) {
                    findings.add(
                            statement.statement(),
                            relation,
                            "The statement reads the default partition " + subject.sized(relation)
                                    + " from end to end under ACCESS EXCLUSIVE.");
                }
            }
        }
    }
}
