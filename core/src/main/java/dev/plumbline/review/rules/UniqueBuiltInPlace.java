// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A key, unique or exclusion constraint whose index is built under ACCESS EXCLUSIVE. */
final class UniqueBuiltInPlace implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "unique-built-in-place",
            Severity.ERROR,
            "a constraint builds its index while nobody can read the table",
            """
            ACCESS EXCLUSIVE keeps readers and writers away until the index is built and the transaction has ended.
            """,
            """
            Build a unique index CONCURRENTLY, and make the constraint of it with USING INDEX, which takes no time.
            For an exclusion constraint the server has no such way.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks ADD CONSTRAINT tasks_owner_key UNIQUE (owner);
                    """, """
                    CREATE UNIQUE INDEX CONCURRENTLY tasks_owner_key ON tasks (owner);
                    ALTER TABLE tasks ADD CONSTRAINT tasks_owner_key UNIQUE USING INDEX tasks_owner_key;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Constraint.class, (statement, constraint) -> {
            List<String> scans = statement.cost().orElseThrow().scans();
            if (hasIndex(constraint)
                    && !constraint.inherited()
                    && scans.contains(constraint.on().qualifiedName())
                    && subject.stood(statement, constraint.on())) {
                add(subject, statement, constraint, findings);
            }
        });
    }

    private static boolean hasIndex(Constraint constraint) {
        return switch (constraint.type()) {
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> true;
            case FOREIGN_KEY, CHECK -> false;
        };
    }

    private static void add(Subject subject, TriedStatement statement, Constraint constraint, Findings findings) {
        String name = Quoted.name(constraint.key().name());
        String table = Quoted.name(constraint.on());
        String columns = constraint.columns().stream().map(Quoted::name).collect(Collectors.joining(", "));
        boolean exclusion = constraint.type() == ConstraintType.EXCLUSION;
        findings.add(
                statement.statement(),
                constraint.key().toString(),
                "The index of the " + constraint.type().label() + " constraint "
                        + constraint.key().name()
                        + " is built on " + subject.sized(constraint.on().qualifiedName())
                        + " under ACCESS EXCLUSIVE, which blocks reads and writes.",
                DESCRIPTION.wayOut(),
                exclusion
                        ? Optional.empty()
                        : Optional.of("CREATE UNIQUE INDEX CONCURRENTLY " + name + " ON " + table + " (" + columns
                                + ");\nALTER TABLE " + table + " ADD CONSTRAINT " + name + " "
                                + constraint.type().label().toUpperCase(Locale.ROOT) + " USING INDEX " + name + ";"));
    }
}
