// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.Set;

/** A primary key of four bytes or fewer. */
final class NarrowKey implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "narrow-key",
            Severity.NOTE,
            "a new primary key is an integer of four bytes or fewer",
            """
            It ends at 2,147,483,647, and a busy table gets there; making it wider then rewrites the table and every
            one that refers to it.
            """,
            """
            Use bigint.
            """,
            Example.postgres("""

                    """, """
                    CREATE TABLE tasks (id integer PRIMARY KEY);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY);
                    """));

    private static final Set<String> NARROW = Set.of("integer", "smallint");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Constraint.class, (statement, key) -> {
            if (key.type() == ConstraintType.PRIMARY_KEY
                    && key.columns().size() == 1
                    && !subject.before().contains(key.on())) {
                subject.after()
                        .find(key.on().child(ObjectKind.COLUMN, key.columns().getFirst()), Column.class)
                        .filter(column -> NARROW.contains(column.type()))
                        .ifPresent(column -> findings.add(
                                statement.statement(),
                                column.key().toString(),
                                "The primary key " + column.key().name() + " of "
                                        + key.on().qualifiedName() + " is " + column.type() + "."));
            }
        });
    }
}
