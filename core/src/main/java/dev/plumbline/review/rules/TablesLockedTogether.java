// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.plan.LockMode;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;

/** Several tables under ACCESS EXCLUSIVE by different statements of one transaction. */
final class TablesLockedTogether implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "tables-locked-together",
            Severity.WARNING,
            "one transaction locks several tables one after the other",
            """
            An application that uses the tables in another order can end in a deadlock with it, and each table stays
            locked while the next is waited for.
            """,
            """
            Give each table a transaction of its own: a file of its own, or BEGIN and COMMIT around each part.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY); CREATE TABLE owners (id bigint PRIMARY KEY);
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text;
                    ALTER TABLE owners ADD COLUMN note text;
                    """, """
                    BEGIN;
                    ALTER TABLE tasks ADD COLUMN note text;
                    COMMIT;
                    BEGIN;
                    ALTER TABLE owners ADD COLUMN note text;
                    COMMIT;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        HeldLocks.behind(subject, LockMode.ACCESS_EXCLUSIVE, (statement, before) -> {
            List<String> now = HeldLocks.tables(subject, statement, LockMode.ACCESS_EXCLUSIVE);
            boolean another = !before.containsAll(now);
            if (another) {
                findings.add(
                        statement.statement(),
                        "",
                        "The statement locks " + String.join(", ", now)
                                + " under ACCESS EXCLUSIVE while the transaction holds " + String.join(", ", before)
                                + " under the same.");
            }
            return another;
        });
    }
}
