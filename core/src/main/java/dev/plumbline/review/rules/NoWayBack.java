// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A migration of a folder without a way down. */
final class NoWayBack implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "no-way-back",
            Severity.NOTE,
            "the migration has no way down, and others of its folder have one",
            """
            When the release is taken back, the schema stays as the new version wanted it.
            """,
            """
            Write the way down beside it, or go on without and let the next migration put things right.
            """,
            Example.postgres("""

                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY);
                    -- down
                    DROP TABLE tasks;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (subject.migration().ofFolder() && subject.migration().oneWay()) {
            findings.add(subject.beginning(), "", subject.migration().title() + " has no way down.");
        }
    }
}
