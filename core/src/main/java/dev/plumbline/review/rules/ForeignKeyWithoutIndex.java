// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.Set;
import java.util.stream.Collectors;

/** A foreign key whose columns no index begins with. */
final class ForeignKeyWithoutIndex implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "foreign-key-without-index",
            Severity.WARNING,
            "a foreign key has no index on its columns",
            """
            Every delete of a row that it refers to, and every change of its key, reads the whole table.
            """,
            """
            Build an index that begins with the columns, before the foreign key.
            """,
            Example.postgres("""
                    CREATE TABLE owners (id bigint PRIMARY KEY);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner bigint REFERENCES owners);
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner bigint REFERENCES owners);
                    CREATE INDEX tasks_owner ON tasks (owner);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Changes.made(subject, Constraint.class, (statement, constraint) -> {
            if (constraint.type() == ConstraintType.FOREIGN_KEY
                    && !constraint.inherited()
                    && subject.after().contains(constraint.key())
                    && !isIndexed(subject, constraint)) {
                String columns = constraint.columns().stream().map(Quoted::name).collect(Collectors.joining(", "));
                findings.add(
                        statement.statement(),
                        constraint.key().toString(),
                        "No index of " + subject.sized(constraint.on().qualifiedName()) + " begins with (" + columns
                                + ").",
                        "CREATE INDEX CONCURRENTLY ON " + Quoted.name(constraint.on()) + " (" + columns + ");");
            }
        });
    }

    /** The order among the first columns does not matter: all of them are asked for at once. */
    private static boolean isIndexed(Subject subject, Constraint constraint) {
        int wanted = constraint.columns().size();
        Set<String> columns = constraint.columns().stream().map(Quoted::name).collect(Collectors.toSet());
        return subject.after().storedIndexes().stream()
                .filter(index ->
                        index.on().equals(constraint.on()) && index.predicate().isEmpty())
                .filter(index -> index.columns().size() >= wanted)
                .anyMatch(index -> index.columns().subList(0, wanted).stream()
                        .map(part -> Quoted.name(unquoted(part.expression())))
                        .collect(Collectors.toSet())
                        .equals(columns));
    }

    private static String unquoted(String expression) {
        return expression.startsWith("\"") && expression.endsWith("\"") && expression.length() > 1
                ? expression.substring(1, expression.length() - 1).replace("\"\"", "\"")
                : expression;
    }
}
