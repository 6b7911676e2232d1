// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.script.ScriptStatement;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A table that is made anew while foreign keys are on. */
final class RebuildFiresCascade implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "rebuild-fires-cascade",
            Severity.ERROR,
            "dropping a table to make it anew deletes rows that refer to it",
            """
            With foreign keys on, DROP TABLE deletes all rows first, which fires ON DELETE CASCADE and SET NULL of
            every table that refers to it (SQLite documentation, "DROP TABLE").
            """,
            """
            Say PRAGMA foreign_keys = OFF before the transaction begins: inside it has no effect. Plumbline does that
            for the migrations that it runs: this is found where something else does.
            """,
            Example.sqlite("""
                    CREATE TABLE owners (id INTEGER PRIMARY KEY, name TEXT);
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY, owner INTEGER REFERENCES owners (id) ON DELETE CASCADE);
                    """, """
                    CREATE TABLE owners_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
                    INSERT INTO owners_new (id, name) SELECT id, name FROM owners;
                    DROP TABLE owners;
                    ALTER TABLE owners_new RENAME TO owners;
                    """, """
                    PRAGMA foreign_keys = OFF;
                    BEGIN;
                    CREATE TABLE owners_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL DEFAULT '');
                    INSERT INTO owners_new (id, name) SELECT id, name FROM owners;
                    DROP TABLE owners;
                    ALTER TABLE owners_new RENAME TO owners;
                    COMMIT;
                    """).byOthers());

    private static final Pattern REFERENCES = Pattern.compile(
            "references\\s+(\\S+?)\\s*(?:\\([^)]*\\))?\\s[^,]*on delete (?:cascade|set null|set default)");

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (subject.byPlumbline() || subject.postgres()) {
            return;
        }
        boolean begun = false;
        boolean off = false;
        for (ScriptStatement written : subject.up().written()) {
            switch (written.word(0)) {
                case "BEGIN" -> begun = true;
                case "COMMIT", "END" -> begun = false;
                case "PRAGMA" -> off = (written.word(1).equals("FOREIGN_KEYS") && !begun) ? isOff(written) : off;
                default -> {
                    if (!off) {
                        subject.run().stream()
                                .filter(tried -> tried.statement().number() == written.number())
                                .forEach(tried -> dropped(subject, tried, findings));
                    }
                }
            }
        }
    }

    static boolean isOff(ScriptStatement pragma) {
        String last =
                pragma.text(pragma.tokens().get(pragma.tokens().size() - 1)).toLowerCase(Locale.ROOT);
        boolean inParentheses = pragma.isSymbol(pragma.tokens().size() - 1, ')');
        String value = inParentheses ? pragma.word(pragma.tokens().size() - 2).toLowerCase(Locale.ROOT) : last;
        return Set.of("off", "0", "false", "no").contains(value);
    }

    private static void dropped(Subject subject, TriedStatement statement, Findings findings) {
        for (ObjectKey gone : statement.gone()) {
            if (gone.kind() != ObjectKind.TABLE || !subject.after().contains(gone)) {
                continue;
            }
            List<String> children = children(subject, gone.name());
            if (!children.isEmpty()) {
                findings.add(
                        statement.statement(),
                        gone.toString(),
                        "Dropping " + subject.sized(gone.name()) + " fires the ON DELETE of "
                                + String.join(", ", children) + " while foreign keys are on.");
            }
        }
    }

    /** The catalog has the clauses in normal form: lower case, one blank between words. */
    private static List<String> children(Subject subject, String parent) {
        return subject.before()
                .objects(SqliteTable.class)
                .filter(table -> !table.key().name().equals(parent))
                .filter(table -> Stream.concat(
                                table.constraints().stream(),
                                subject.before().children(table.key()).stream()
                                        .map(subject.before()::object)
                                        .flatMap(child -> child instanceof SqliteColumn column
                                                ? Stream.of(column.definition())
                                                : Stream.empty()))
                        .map(text -> text.toLowerCase(Locale.ROOT))
                        .anyMatch(text -> REFERENCES
                                .matcher(text)
                                .results()
                                .anyMatch(found -> found.group(1)
                                        .replaceAll("[\"`\\[\\]]", "")
                                        .equals(parent))))
                .map(table -> table.key().name())
                .toList();
    }
}
