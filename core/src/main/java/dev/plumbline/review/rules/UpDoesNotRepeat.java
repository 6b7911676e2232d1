// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapText;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A migration that cannot be applied again after its way down. */
final class UpDoesNotRepeat implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "up-does-not-repeat",
            Severity.WARNING,
            "applied again after its way down, the migration fails or leads elsewhere",
            """
            A release that was taken back cannot be made again.
            """,
            """
            Let the way down take away all that the way up makes.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    CREATE TYPE state AS ENUM ('open');
                    ALTER TABLE tasks ADD COLUMN state state;
                    -- down
                    ALTER TABLE tasks DROP COLUMN state;
                    """, """
                    CREATE TYPE state AS ENUM ('open');
                    ALTER TABLE tasks ADD COLUMN state state;
                    -- down
                    ALTER TABLE tasks DROP COLUMN state;
                    DROP TYPE state;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        subject.migration().back().ifPresent(back -> {
            back.again()
                    .ifPresent(failure -> findings.add(
                            subject.beginning(),
                            "",
                            "Applied again after its way down, it fails: " + failure.fact() + "."));
            boolean restored = back.rest().filter(Gap::isEmpty).isPresent();
            back.other()
                    .filter(other -> restored && !other.isEmpty())
                    .ifPresent(other -> findings.add(
                            subject.beginning(),
                            other.changes().getFirst().key().toString(),
                            "Applied again after its way down, it leads to another schema: " + GapText.brief(other)
                                    + "."));
        });
    }
}
