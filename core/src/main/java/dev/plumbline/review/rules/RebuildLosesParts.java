// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.gap.Change;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;

/** What a table had and a new one under its name has not. */
final class RebuildLosesParts implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "rebuild-loses-parts",
            Severity.ERROR,
            "a table that was made anew has lost its indexes or triggers",
            """
            DROP TABLE takes them along, and nobody notices until a query is slow or a trigger does not fire.
            """,
            """
            Create them again behind the rename, as the schema had them.
            """,
            Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY, owner TEXT);
                    CREATE INDEX tasks_owner ON tasks (owner);
                    """, """
                    CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, owner TEXT, note TEXT);
                    INSERT INTO tasks_new (id, owner) SELECT id, owner FROM tasks;
                    DROP TABLE tasks;
                    ALTER TABLE tasks_new RENAME TO tasks;
                    """, """
                    CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, owner TEXT, note TEXT);
                    INSERT INTO tasks_new (id, owner) SELECT id, owner FROM tasks;
                    DROP TABLE tasks;
                    ALTER TABLE tasks_new RENAME TO tasks;
                    CREATE INDEX tasks_owner ON tasks (owner);
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (subject.up().failure().isPresent()) {
            return;
        }
        for (TriedStatement statement : subject.run()) {
            for (ObjectKey table : statement.gone()) {
                if (table.kind() != ObjectKind.TABLE || !subject.after().contains(table)) {
                    continue;
                }
                List<String> lost = statement.changes(Change.Extra.class).stream()
                        .map(Change.Extra::actual)
                        .filter(object -> object instanceof Index || object instanceof Trigger)
                        .filter(object -> object.parent().filter(table::equals).isPresent())
                        .filter(object -> subject.before().contains(object.key()))
                        .map(SchemaObject::key)
                        .filter(key -> !subject.after().contains(key))
                        .map(ObjectKey::toString)
                        .toList();
                if (!lost.isEmpty()) {
                    findings.add(
                            statement.statement(),
                            table.toString(),
                            "The " + table + " was made anew without " + String.join(", ", lost) + ".");
                }
            }
        }
    }
}
