// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tables and columns from before the migration that are gone after it. One that is dropped and stands there again under
 * its name was made anew, which is how SQLite alters tables.
 */
final class DataDropped implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "data-dropped",
            Severity.ERROR,
            "a table or column with its data is dropped",
            """
            What it held is gone when the transaction is committed, and no way down brings it back. The running version of
            the application fails from that moment on if it still names it.
            """,
            """
            Release a version that does not use it first. Then drop it, and say in a comment that this is meant; or rename
            it away and drop it when nobody has missed it.
            """,
            List.of(
                    Example.postgres(
                            "CREATE TABLE tasks (id bigint PRIMARY KEY, note text);",
                            "ALTER TABLE tasks DROP COLUMN note;",
                            "COMMENT ON COLUMN tasks.note IS 'not used since 4.2; to be dropped with 4.4';"),
                    Example.sqlite("CREATE TABLE tasks (id INTEGER PRIMARY KEY, note TEXT, size TEXT);", """
                            CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, size INTEGER);
                            INSERT INTO tasks_new (id, size) SELECT id, size FROM tasks;
                            DROP TABLE tasks;
                            ALTER TABLE tasks_new RENAME TO tasks;
                            """, """
                            CREATE TABLE tasks_new (id INTEGER PRIMARY KEY, note TEXT, size INTEGER);
                            INSERT INTO tasks_new (id, note, size) SELECT id, note, size FROM tasks;
                            DROP TABLE tasks;
                            ALTER TABLE tasks_new RENAME TO tasks;
                            """)));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        boolean complete = subject.up().failure().isEmpty();
        for (TriedStatement statement : subject.run()) {
            for (ObjectKey gone : statement.gone()) {
                ObjectKey first = Changes.firstName(subject, statement, gone);
                boolean again = complete && subject.after().contains(first);
                if (!again) {
                    add(subject, statement, gone, findings);
                } else if (gone.kind() == ObjectKind.TABLE) {
                    columns(subject.before(), first)
                            .filter(column -> !subject.after().contains(column))
                            .forEach(column -> add(subject, statement, column, findings));
                }
            }
        }
    }

    private static Stream<ObjectKey> columns(Catalog catalog, ObjectKey table) {
        return catalog.contains(table)
                ? catalog.children(table).stream().filter(child -> child.kind() == ObjectKind.COLUMN)
                : Stream.empty();
    }

    private static void add(Subject subject, TriedStatement statement, ObjectKey gone, Findings findings) {
        boolean table = gone.kind() == ObjectKind.TABLE;
        String of = table ? gone.qualifiedName() : Subject.table(gone).qualifiedName();
        findings.add(
                statement.statement(),
                gone.toString(),
                table
                        ? "The table " + subject.sized(of) + " is dropped with its rows."
                        : "The column " + gone.name() + " of " + subject.sized(of) + " is dropped with its values.");
    }
}
