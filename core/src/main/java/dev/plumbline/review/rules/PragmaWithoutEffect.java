// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.script.ScriptStatement;

/** PRAGMA foreign_keys within a transaction. */
final class PragmaWithoutEffect implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "pragma-without-effect",
            Severity.WARNING,
            "PRAGMA foreign_keys stands inside a transaction",
            """
            It does nothing there (SQLite documentation, "PRAGMA foreign_keys"): what follows runs with foreign keys
            as they were.
            """,
            """
            Put it before BEGIN. Plumbline switches foreign keys off around each transaction by itself and checks
            them before the commit.
            """,
            Example.sqlite("""
                    CREATE TABLE tasks (id INTEGER PRIMARY KEY);
                    """, """
                    BEGIN;
                    PRAGMA foreign_keys = OFF;
                    ALTER TABLE tasks ADD COLUMN note TEXT;
                    COMMIT;
                    """, """
                    PRAGMA foreign_keys = OFF;
                    BEGIN;
                    ALTER TABLE tasks ADD COLUMN note TEXT;
                    COMMIT;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (subject.postgres()) {
            return;
        }
        boolean begun = false;
        for (ScriptStatement statement : subject.up().written()) {
            switch (statement.word(0)) {
                case "BEGIN" -> begun = true;
                case "COMMIT", "END" -> begun = false;
                case "PRAGMA" -> {
                    if (begun
                            && statement.word(1).equals("FOREIGN_KEYS")
                            && statement.tokens().size() > 2) {
                        findings.add(statement, "", "PRAGMA foreign_keys has no effect inside a transaction.");
                    }
                }
                default -> {}
            }
        }
    }
}
