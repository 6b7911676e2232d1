// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.trial.TriedMigration.WayBack;
import dev.plumbline.migrate.trial.TriedScript;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.script.ScriptStatement;
import java.util.Optional;

/** A way down that does not run. */
final class DownFails implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "down-fails", Severity.ERROR, "the way down fails", """
            The migration cannot be undone when that is needed.
            """, """
            Put the statement right; the message is the server's own.
            """, Example.postgres("""

                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY);
                    -- down
                    DROP TABLE task;
                    """, """
                    CREATE TABLE tasks (id bigint PRIMARY KEY);
                    -- down
                    DROP TABLE tasks;
                    """));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        Optional<WayBack> back = subject.migration().back();
        if (back.isEmpty() || back.get().down().failure().isEmpty()) {
            return;
        }
        TriedScript down = back.get().down();
        ReplayFailure failure = down.failure().orElseThrow();
        String fact = StatementFails.capital(failure.fact()) + ".";
        Optional<ScriptStatement> statement = down.statements().stream()
                .map(TriedStatement::statement)
                .filter(each -> each.number() == failure.statement())
                .findFirst();
        if (statement.isPresent()) {
            findings.add(statement.get(), "", fact);
        } else {
            findings.add(failure.position().orElseGet(() -> Subject.beginning(down)), "", fact);
        }
    }
}
