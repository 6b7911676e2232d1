// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.gap.GapText;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A way down that leads elsewhere. */
final class DownDoesNotRestore implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "down-does-not-restore",
            Severity.WARNING,
            "the way down does not lead back to the schema before",
            """
            What it leaves behind or takes too much stands in the way of the next migration, and of this one when it
            is applied again.
            """,
            """
            Let it undo what the way up does, in the opposite order.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text;
                    ALTER TABLE tasks ADD COLUMN size integer;
                    -- down
                    ALTER TABLE tasks DROP COLUMN size;
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text;
                    ALTER TABLE tasks ADD COLUMN size integer;
                    -- down
                    ALTER TABLE tasks DROP COLUMN size;
                    ALTER TABLE tasks DROP COLUMN note;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        subject.migration()
                .back()
                .ifPresent(back -> back.rest()
                        .filter(rest -> !rest.isEmpty())
                        .ifPresent(rest -> findings.add(
                                Subject.beginning(back.down()),
                                rest.changes().getFirst().key().toString(),
                                "Up and down again, the schema is not as before: " + GapText.brief(rest) + ".")));
    }
}
