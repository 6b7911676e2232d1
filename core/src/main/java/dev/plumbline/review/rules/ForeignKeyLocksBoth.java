// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.plan.LockMode;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** A foreign key keeps writers of the other table away too. */
final class ForeignKeyLocksBoth implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "foreign-key-locks-both",
            Severity.NOTE,
            "a foreign key also locks the table that it refers to",
            """
            SHARE ROW EXCLUSIVE keeps the writers of that table away until the transaction ends; it is easily
            overlooked, as the statement is about another table.
            """,
            """
            Let the statement stand in a transaction of its own, with nothing behind it that takes time.
            """,
            Example.postgres("""
                    CREATE TABLE owners (id bigint PRIMARY KEY);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner bigint REFERENCES owners);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner bigint);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Constraint.class, (statement, constraint) -> {
            if (constraint.references().isPresent()
                    && !constraint.references().get().equals(constraint.on())) {
                String other = constraint.references().get().qualifiedName();
                Subject.lock(statement, other)
                        .filter(lock -> lock.compareTo(LockMode.SHARE) >= 0)
                        .ifPresent(lock -> findings.add(
                                statement.statement(),
                                constraint.key().toString(),
                                "The foreign key " + constraint.key().name() + " of "
                                        + constraint.on().qualifiedName() + " takes " + lock.words() + " on "
                                        + subject.sized(other) + ", which blocks " + lock.blocks() + "."));
            }
        });
    }
}
