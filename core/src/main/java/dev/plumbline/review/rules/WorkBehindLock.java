// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.StepCost;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A lock that is held while later statements of the transaction do long work. */
final class WorkBehindLock implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "work-behind-lock",
            Severity.ERROR,
            "a table stays locked while later statements read or change rows",
            """
            The lock is held until the transaction ends, so that everybody waits for the later statement too, however
            quick the first one was.
            """,
            """
            Let the quick statement and the long one be committed apart: two files, or BEGIN and COMMIT around each.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    CREATE TABLE owners (id bigint PRIMARY KEY, name text);
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text;
                    UPDATE owners SET name = upper(name) WHERE name <> upper(name);
                    """, """
                    BEGIN;
                    ALTER TABLE tasks ADD COLUMN note text;
                    COMMIT;
                    BEGIN;
                    UPDATE owners SET name = upper(name) WHERE name <> upper(name);
                    COMMIT;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        HeldLocks.behind(subject, LockMode.SHARE, (statement, locked) -> {
            StepCost cost = statement.cost().orElseThrow();
            Set<String> worked = new TreeSet<>(cost.scans());
            worked.addAll(cost.rewrites());
            boolean works = !worked.isEmpty() && !statement.statement().word(0).equals("TRUNCATE");
            if (works) {
                findings.add(
                        statement.statement(),
                        "",
                        "The statement reads " + sized(subject, worked)
                                + " from end to end while the transaction holds a lock on " + sized(subject, locked)
                                + " that blocks others.");
            }
            return works;
        });
    }

    private static String sized(Subject subject, Set<String> relations) {
        return relations.stream().map(subject::sized).collect(Collectors.joining(", "));
    }
}
