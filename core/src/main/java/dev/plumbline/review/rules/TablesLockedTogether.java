// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.plan.LockMode;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

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
        Map<Integer, Set<String>> locked = new HashMap<>();
        Set<Integer> told = new HashSet<>();
        for (TriedStatement statement : subject.run()) {
            if (statement.outside()) {
                continue;
            }
            Set<String> before = locked.computeIfAbsent(statement.transaction(), key -> new TreeSet<>());
            List<String> now = tables(subject, statement);
            boolean another = !before.isEmpty() && !before.containsAll(now);
            if (another && told.add(statement.transaction())) {
                findings.add(
                        statement.statement(),
                        "",
                        "The statement locks " + String.join(", ", now)
                                + " under ACCESS EXCLUSIVE while the transaction holds " + String.join(", ", before)
                                + " under the same.");
            }
            before.addAll(now);
        }
    }

    private static List<String> tables(Subject subject, TriedStatement statement) {
        return statement.cost().orElseThrow().locks().stream()
                .filter(lock -> lock.mode() == LockMode.ACCESS_EXCLUSIVE)
                .map(RelationLock::relation)
                .filter(relation -> subject.isTable(relation))
                .toList();
    }
}
