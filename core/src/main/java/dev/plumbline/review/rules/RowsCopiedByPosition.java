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

/** INSERT … SELECT * into a table that was made for it. */
final class RowsCopiedByPosition implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "rows-copied-by-position",
            Severity.WARNING,
            "rows are copied by the position of their columns",
            """
            SELECT * puts values into whatever column stands at their place: where the two tables differ in order,
            values change places without an error.
            """,
            """
            Name the columns on both sides.
            """,
            Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY, owner TEXT);
                    """, """
                    CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, owner TEXT NOT NULL DEFAULT '');
                    INSERT INTO tasks_new SELECT * FROM tasks;
                    DROP TABLE tasks;
                    ALTER TABLE tasks_new RENAME TO tasks;
                    """, """
                    CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, owner TEXT NOT NULL DEFAULT '');
                    INSERT INTO tasks_new (id, owner) SELECT id, coalesce(owner, '') FROM tasks;
                    DROP TABLE tasks;
                    ALTER TABLE tasks_new RENAME TO tasks;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        for (TriedStatement tried : subject.run()) {
            ScriptStatement statement = tried.statement();
            int select = Words.at(statement, "SELECT");
            if (statement.begins("INSERT", "INTO") && select > 0 && statement.isSymbol(select + 1, '*')) {
                findings.add(statement, "", "The statement copies rows with SELECT *, by position.");
            }
        }
    }
}
