// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;

/** A label that an enum has lost. */
final class EnumLabelRemoved implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "enum-label-removed",
            Severity.ERROR,
            "an enum has lost a label",
            """
            Rows that hold it make the conversion fail, and the running version fails when it writes it.
            """,
            """
            Stop writing the label first, and change the rows that hold it; then make the type anew, and say so in a
            comment.
            """,
            Example.postgres("""
                    CREATE TYPE state AS ENUM ('open', 'closed'); CREATE TABLE tasks (id bigint PRIMARY KEY, state state);
                    """, """
                    ALTER TYPE state RENAME TO state_old;
                    CREATE TYPE state AS ENUM ('open');
                    ALTER TABLE tasks ALTER COLUMN state TYPE state USING state::text::state;
                    DROP TYPE state_old;
                    """, """
                    ALTER TYPE state ADD VALUE 'paused';
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        subject.before()
                .objects(EnumType.class)
                .forEach(was -> subject.after().find(was.key(), EnumType.class).ifPresent(is -> {
                    List<String> lost = was.labels().stream()
                            .filter(label -> !is.labels().contains(label))
                            .toList();
                    if (!lost.isEmpty()) {
                        String fact = "The " + was.key() + " has lost '" + String.join("', '", lost) + "'.";
                        Changes.first(subject, was.key())
                                .ifPresentOrElse(
                                        statement -> findings.add(
                                                statement, was.key().toString(), fact),
                                        () -> findings.add(
                                                subject.beginning(), was.key().toString(), fact));
                    }
                }));
    }
}
