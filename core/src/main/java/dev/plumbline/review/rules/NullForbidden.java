// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;

/** A column from before the migration that may not be NULL any more. */
final class NullForbidden implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "null-forbidden",
            Severity.WARNING,
            "a column may not be NULL any more",
            """
            The statement fails if there is a NULL, and every insert of the running version that leaves the column
            out fails from the commit on.
            """,
            """
            Release a version that always writes the column first, and fill what is NULL; then forbid it, and say so
            in a comment.
            """,
            List.of(Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD CONSTRAINT owner_there CHECK (owner IS NOT NULL) NOT VALID;
                    ALTER TABLE tasks ALTER COLUMN owner SET NOT NULL;
                    """, """
                    ALTER TABLE tasks ADD CONSTRAINT owner_there CHECK (owner IS NOT NULL) NOT VALID;
                    """), Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY, owner TEXT);
                    """, """
                    CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, owner TEXT NOT NULL);
                    INSERT INTO tasks_new (id, owner) SELECT id, owner FROM tasks;
                    DROP TABLE tasks;
                    ALTER TABLE tasks_new RENAME TO tasks;
                    """, """
                    ALTER TABLE tasks ADD COLUMN note TEXT;
                    """)));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.altered(subject).forEach(altered -> {
            boolean forbidden = switch (altered.change().actual()) {
                case Column was ->
                    altered.change().desired() instanceof Column is
                            && !was.notNull()
                            && is.notNull()
                            && !subject.hasDefault(is.key());
                case SqliteColumn was ->
                    altered.change().desired() instanceof SqliteColumn is
                            && !was.notNull()
                            && is.notNull()
                            && is.defaultExpression().isEmpty();
                default -> false;
            };
            if (forbidden) {
                findings.add(
                        altered.statement(),
                        altered.change().key().toString(),
                        "The " + altered.change().key() + " was allowed to be NULL, and is not any more.");
            }
        });
    }
}
