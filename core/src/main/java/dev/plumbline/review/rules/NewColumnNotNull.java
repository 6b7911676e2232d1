// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.gap.Change;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A column that old rows and old code have no value for. */
final class NewColumnNotNull implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "new-column-not-null",
            Severity.ERROR,
            "a new column is NOT NULL and has no default",
            """
            The statement fails as soon as the table has a row; and where it does not, every insert of the running
            version fails from the commit on.
            """,
            """
            Give it a default, or let it be null until every running version writes it.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text NOT NULL;
                    """, """
                    ALTER TABLE tasks ADD COLUMN note text NOT NULL DEFAULT '';
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Column.class, (statement, column) -> {
            if (column.notNull()
                    && column.value() instanceof ColumnValue.Given
                    && !statement.renamed().containsValue(column.key())
                    && subject.before().contains(column.table())
                    && subject.stood(statement, column.table())
                    && statement.changes(Change.Missing.class).stream()
                            .noneMatch(other -> other.desired() instanceof ColumnDefault given
                                    && given.column().equals(column.key()))) {
                findings.add(
                        statement.statement(),
                        column.key().toString(),
                        "The column " + column.key().name() + " of "
                                + subject.sized(column.table().qualifiedName())
                                + " is NOT NULL and has no default.");
            }
        });
    }
}
