// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.error.SourcePosition;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.trial.TriedStatement;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;
import dev.plumbline.script.ScriptStatement;
import java.util.Optional;

/** A migration that does not run to its end. */
final class StatementFails implements Rule {
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "statement-fails",
            Severity.ERROR,
            "a statement fails",
            "The migration cannot be applied to a database that the migrations before it have made.",
            "Put the statement right; the message is the server's own.",
            Example.postgres(
                    "CREATE TABLE tasks (id bigint PRIMARY KEY);",
                    "ALTER TABLE tasks ADD COLUMN owner txt;",
                    "ALTER TABLE tasks ADD COLUMN owner text;"));

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (subject.up().failure().isEmpty() || EnumValueUsedAtOnce.explains(subject.up())) {
            return;
        }
        ReplayFailure failure = subject.up().failure().get();
        String fact = capital(failure.fact()) + ".";
        Optional<ScriptStatement> statement = statement(subject, failure);
        if (statement.isPresent()) {
            findings.add(statement.get(), "", fact);
        } else {
            SourcePosition position = failure.position().orElseGet(subject::beginning);
            findings.add(position, "", fact);
        }
    }

    static Optional<ScriptStatement> statement(Subject subject, ReplayFailure failure) {
        return subject.up().statements().stream()
                .map(TriedStatement::statement)
                .filter(statement -> statement.number() == failure.statement())
                .findFirst();
    }

    static String capital(String fact) {
        return fact.isEmpty() ? fact : Character.toUpperCase(fact.charAt(0)) + fact.substring(1);
    }
}
