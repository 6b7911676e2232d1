// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Table;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A table whose policies hold no longer. */
final class RowSecurityOff implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "row-security-off",
            Severity.ERROR,
            "row security of a table is switched off",
            """
            Everybody who may read the table sees all of its rows from the commit on, whatever its policies say.
            """,
            """
            Change the policies instead, or say in a comment that this is meant.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    ALTER TABLE tasks ENABLE ROW LEVEL SECURITY;
                    """, """
                    ALTER TABLE tasks DISABLE ROW LEVEL SECURITY;
                    """, """
                    CREATE POLICY all_of_it ON tasks FOR SELECT USING (true);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.altered(subject).forEach(altered -> {
            if (altered.change().actual() instanceof Table was
                    && altered.change().desired() instanceof Table is
                    && was.rowSecurity()
                    && !is.rowSecurity()) {
                findings.add(
                        altered.statement(),
                        was.key().toString(),
                        "Row security of " + subject.sized(was.key().qualifiedName()) + " is switched off.");
            }
        });
    }
}
