// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Table;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A new table whose rows have no name. */
final class TableWithoutPrimaryKey implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "table-without-primary-key",
            Severity.NOTE,
            "a new table has no primary key",
            """
            Logical replication cannot update or delete its rows, and nothing tells two equal ones apart.
            """,
            """
            Give it one.
            """,
            Example.postgres("""

                    """, """
                    CREATE TABLE tasks (id bigint);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Table.class, (statement, table) -> {
            if (!statement.renamed().containsValue(table.key())
                    && table.partitionOf().isEmpty()
                    && subject.after().contains(table.key())
                    && !hasKey(subject, table)) {
                findings.add(
                        statement.statement(), table.key().toString(), "The " + table.key() + " has no primary key.");
            }
        });
    }

    private static boolean hasKey(Subject subject, Table table) {
        return subject.after().children(table.key()).stream()
                .anyMatch(child -> subject.after().object(child) instanceof Constraint constraint
                        && constraint.type() == ConstraintType.PRIMARY_KEY);
    }
}
