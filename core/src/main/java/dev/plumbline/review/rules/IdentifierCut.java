// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.script.Token;
import java.nio.charset.StandardCharsets;

/** A name that the server cuts. */
final class IdentifierCut implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "identifier-cut",
            Severity.WARNING,
            "a name is longer than 63 bytes",
            """
            The server cuts it after 63 bytes without an error, so that it is not found under its full name
            elsewhere, and two names can become one.
            """,
            """
            Choose a shorter name.
            """,
            Example.postgres("""
                    CREATE TABLE tasks (id bigint PRIMARY KEY, owner text, amount integer);
                    """, """
                    CREATE INDEX CONCURRENTLY tasks_by_owner_and_amount_for_the_list_of_open_work_in_the_overview ON tasks (owner, amount);
                    """, """
                    CREATE INDEX CONCURRENTLY tasks_owner_amount ON tasks (owner, amount);
                    """));

    /** NAMEDATALEN - 1 (PostgreSQL documentation, "Identifiers and Key Words"). */
    private static final int LONGEST = 63;

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (!subject.postgres()) {
            return;
        }
        for (TriedStatement statement : subject.up().statements()) {
            for (Token token : statement.statement().tokens()) {
                String text = statement.statement().text(token);
                boolean quoted = token.type() == Token.Type.QUOTED_NAME;
                boolean name = quoted || token.type() == Token.Type.WORD;
                int bytes = text.getBytes(StandardCharsets.UTF_8).length - (quoted ? 2 : 0);
                if (name && bytes > LONGEST && !Character.isDigit(text.charAt(0))) {
                    findings.add(
                            statement.statement(), text, "The name " + text + " has " + bytes + " bytes, and is cut.");
                    break;
                }
            }
        }
    }
}
