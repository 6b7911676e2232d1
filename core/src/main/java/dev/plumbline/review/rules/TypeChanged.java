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

/** A column from before the migration whose values are converted. */
final class TypeChanged implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "type-changed",
            Severity.WARNING,
            "the values of a column are converted to another type",
            """
            A value that the new type does not take makes the statement fail, or comes out changed; the running
            version reads and writes the old type.
            """,
            """
            Add a column of the new type beside the old one, let both be written, and move readers over.
            """,
            List.of(Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ALTER COLUMN owner TYPE integer USING owner::integer;
                    """, """
                    ALTER TABLE tasks ALTER COLUMN owner TYPE varchar;
                    """), Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY, size TEXT);
                    """, """
                    CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, size INTEGER);
                    INSERT INTO tasks_new (id, size) SELECT id, size FROM tasks;
                    DROP TABLE tasks;
                    ALTER TABLE tasks_new RENAME TO tasks;
                    """, """
                    ALTER TABLE tasks ADD COLUMN size_number INTEGER;
                    """)));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.altered(subject).forEach(altered -> {
            switch (altered.change().actual()) {
                case Column was -> {
                    // Where the server keeps the rows as they are, every value is one of the new type already.
                    boolean converted = altered.tried().cost().stream()
                            .anyMatch(
                                    cost -> cost.rewrites().contains(was.table().qualifiedName()));
                    if (converted
                            && altered.change().desired() instanceof Column is
                            && !was.type().equals(is.type())) {
                        add(findings, altered, was.type(), is.type());
                    }
                }
                case SqliteColumn was -> {
                    if (altered.change().desired() instanceof SqliteColumn is
                            && !was.type().equals(is.type())) {
                        add(findings, altered, was.type(), is.type());
                    }
                }
                default -> {}
            }
        });
    }

    private static void add(Findings findings, Changes.Altered altered, String was, String is) {
        findings.add(
                altered.statement(),
                altered.change().key().toString(),
                "The " + altered.change().key() + " was " + was + " and is " + is
                        + " afterwards; its values are converted.");
    }
}
