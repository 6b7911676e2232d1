// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.review.Words;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.Names;
import java.util.List;

/** TRUNCATE, and DELETE without WHERE. */
final class RowsDeleted implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "rows-deleted",
            Severity.ERROR,
            "all rows of a table are deleted",
            """
            They are gone when the transaction is committed, and no way down brings them back.
            """,
            """
            Say in a comment that this is meant, or name the rows with WHERE.
            """,
            List.of(Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    DELETE FROM tasks;
                    """, """
                    DELETE FROM tasks WHERE amount IS NULL;
                    """), Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY);
                    """, """
                    DELETE FROM tasks;
                    """, """
                    DELETE FROM tasks WHERE id < 0;
                    """)));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement tried : subject.run()) {
            ScriptStatement statement = tried.statement();
            int at = -1;
            if (statement.begins("TRUNCATE")) {
                at = statement.word(1).equals("TABLE") ? 2 : 1;
            } else if (statement.begins("DELETE", "FROM") && !Words.has(statement, "WHERE")) {
                at = 2;
            }
            if (at > 0) {
                at += statement.word(at).equals("ONLY") ? 1 : 0;
                List<String> name =
                        Names.dotted(statement, at, subject.circumstances().engine());
                subject.table(name)
                        .filter(table -> subject.stood(tried, table))
                        .ifPresent(table -> findings.add(
                                statement,
                                table.toString(),
                                "The statement deletes all rows of " + subject.sized(table.qualifiedName()) + "."));
            }
        }
    }
}
