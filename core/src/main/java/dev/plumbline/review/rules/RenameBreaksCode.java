// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A table or column under another name. */
final class RenameBreaksCode implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "rename-breaks-code",
            Severity.ERROR,
            "a table or column that code uses has another name",
            """
            While a release is rolled out, the running version uses the old name, and fails from the commit on; it
            also fails when the release is taken back.
            """,
            """
            Add the new name beside the old one: a view for a table, a second column that a trigger keeps equal for a
            column. Take the old one away when no running version uses it.
            """,
            List.of(Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    ALTER TABLE tasks RENAME COLUMN owner TO assignee;
                    """, """
                    ALTER TABLE tasks ADD COLUMN assignee text;
                    """), Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY, owner TEXT);
                    """, """
                    ALTER TABLE tasks RENAME TO jobs;
                    """, """
                    ALTER TABLE tasks ADD COLUMN assignee TEXT;
                    """)));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement statement : subject.run()) {
            Set<ObjectKey> tables = statement.renamed().keySet().stream()
                    .filter(key -> key.kind() == ObjectKind.TABLE)
                    .collect(Collectors.toSet());
            statement.renamed().forEach((was, is) -> {
                boolean followsTable = was.kind() == ObjectKind.COLUMN && tables.contains(Subject.table(was));
                // SQLite alters a table by way of another one; in the end the name is there again.
                boolean back =
                        subject.up().failure().isEmpty() && subject.after().contains(was);
                if (!followsTable && !back && subject.stood(statement, was)) {
                    findings.add(
                            statement.statement(),
                            was.toString(),
                            "The " + was + " has the name " + is.name() + " afterwards.");
                }
            });
        }
    }
}
