// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.Optional;

/** A CHECK or foreign key that is held against all rows in the statement that adds it. */
final class ConstraintValidatedAtOnce implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "constraint-validated-at-once",
            Severity.ERROR,
            "a constraint is held against all rows under the lock that adds it",
            """
            All rows are read while the table is locked: ACCESS EXCLUSIVE for a CHECK, SHARE ROW EXCLUSIVE on both tables
            for a foreign key.
            """,
            """
            Add it NOT VALID, which reads nothing, and VALIDATE it in a transaction of its own: that reads all rows and
            blocks nobody.
            """,
            Example.postgres(
                    "CREATE TABLE tasks (id bigint PRIMARY KEY, amount integer);",
                    "ALTER TABLE tasks ADD CONSTRAINT positive CHECK (amount > 0);",
                    """
                    BEGIN;
                    ALTER TABLE tasks ADD CONSTRAINT positive CHECK (amount > 0) NOT VALID;
                    COMMIT;
                    ALTER TABLE tasks VALIDATE CONSTRAINT positive;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Constraint.class, (statement, constraint) -> {
            boolean validates =
                    constraint.type() == ConstraintType.CHECK || constraint.type() == ConstraintType.FOREIGN_KEY;
            if (validates
                    && constraint.validated()
                    && !constraint.inherited()
                    && !statement.cost().orElseThrow().scans().isEmpty()
                    && subject.stood(statement, constraint.on())) {
                add(subject, statement, constraint, findings);
            }
        });
    }

    private static void add(Subject subject, TriedStatement statement, Constraint constraint, Findings findings) {
        String table = constraint.on().qualifiedName();
        String lock = Subject.lock(statement, table)
                .map(mode -> " under " + mode.words() + ", which blocks " + mode.blocks())
                .orElse("");
        boolean alone = statement.changes(Change.Missing.class).size() == 1
                && statement.statement().begins("ALTER", "TABLE");
        String name = Quoted.name(constraint.key().name());
        findings.add(
                statement.statement(),
                constraint.key().toString(),
                "The " + constraint.type().label() + " constraint "
                        + constraint.key().name() + " is held against all rows of " + subject.sized(table) + lock + ".",
                DESCRIPTION.wayOut(),
                alone
                        ? Optional.of(statement.statement().sql() + " NOT VALID;\nALTER TABLE "
                                + Quoted.name(constraint.on()) + " VALIDATE CONSTRAINT " + name + ";")
                        : Optional.empty());
    }
}
