// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A way down that drops what was there before the way up. */
final class DownLosesData implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "down-loses-data",
            Severity.WARNING,
            "the way down drops a table or column that is older than the migration",
            """
            Undoing the migration costs data that it did not make.
            """,
            """
            Let the way down undo renames by renames, and leave alone what the way up did not make.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks RENAME COLUMN owner TO assignee;
                    -- down
                    ALTER TABLE tasks DROP COLUMN assignee;
                    ALTER TABLE tasks ADD COLUMN owner text;
                    """, """
                    ALTER TABLE tasks RENAME COLUMN owner TO assignee;
                    -- down
                    ALTER TABLE tasks RENAME COLUMN assignee TO owner;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        subject.migration().back().ifPresent(back -> {
            for (TriedStatement statement : back.down().statements()) {
                statement.gone().stream()
                        .filter(gone -> gone.kind() != ObjectKind.TABLE
                                || !back.down().after().contains(gone))
                        .forEach(gone -> findings.add(
                                statement.statement(),
                                gone.toString(),
                                "The way down drops the " + gone + ", which is older than the migration."));
            }
        });
    }
}
