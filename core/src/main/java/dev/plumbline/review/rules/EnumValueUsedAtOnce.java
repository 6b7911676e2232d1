// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review.rules;

import dev.plumbline.alignment.Severity;
import dev.plumbline.migrate.replay.ReplayFailure;
import dev.plumbline.migrate.trial.TriedScript;
import dev.plumbline.review.Example;
import dev.plumbline.review.Findings;
import dev.plumbline.review.Rule;
import dev.plumbline.review.RuleDescription;
import dev.plumbline.review.Subject;

/** SQLSTATE 55P04, unsafe_new_enum_value_usage (PostgreSQL documentation, appendix A). */
final class EnumValueUsedAtOnce implements Rule {
    private static final String UNSAFE_NEW_ENUM_VALUE_USAGE = "55P04";
    private static final RuleDescription DESCRIPTION = new RuleDescription(
            "enum-value-used-at-once",
            Severity.ERROR,
            "a label is used in the transaction that adds it to its enum",
            "The server refuses it: a new label can be used only when the transaction that added it is committed.",
            "Add the label in a migration of its own, before the one that uses it.",
            Example.postgres(
                    "CREATE TYPE state AS ENUM ('open'); CREATE TABLE tasks (id bigint PRIMARY KEY, state state);",
                    """
                    ALTER TYPE state ADD VALUE 'closed';
                    ALTER TABLE tasks ALTER COLUMN state SET DEFAULT 'closed';
                    """,
                    "ALTER TYPE state ADD VALUE 'closed';"));

    static boolean explains(TriedScript script) {
        return script.state().filter(UNSAFE_NEW_ENUM_VALUE_USAGE::equals).isPresent();
    }

    @Override
    public RuleDescription description() {
        return DESCRIPTION;
    }

    @Override
    public void judge(Subject subject, Findings findings) {
        if (explains(subject.up())) {
            ReplayFailure failure = subject.up().failure().orElseThrow();
            StatementFails.statement(subject, failure)
                    .ifPresent(statement -> findings.add(statement, "", StatementFails.capital(failure.fact()) + "."));
        }
    }
}
