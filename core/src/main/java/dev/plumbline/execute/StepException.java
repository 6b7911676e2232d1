// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.plan.Step;
import dev.plumbline.script.SqlScript;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A statement of a step failed, or the commit after it; the transaction, if any, has been rolled back, unless its
 * {@linkplain #isOutcomeUnknown outcome is unknown}.
 */
final class StepException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Step step;

    @Nullable
    private final String statement;

    private final SQLException error;

    StepException(Step step, @Nullable String statement, SQLException error) {
        super(error);
        this.step = step;
        this.statement = statement;
        this.error = error;
    }

    Step step() {
        return step;
    }

    SQLException error() {
        return error;
    }

    /** Returns whether the connection was lost during the commit, so that nobody here knows whether it took place. */
    boolean isOutcomeUnknown() {
        return CommitOutcome.isUnknown(error);
    }

    /** Returns which step failed and what the database said, without a full stop. */
    String fact() {
        String what = statement == null ? "the commit after step " : "step ";
        return what + step.number() + " (" + step.verb() + " " + step.object() + ") fails: "
                + ServerMessage.of(error).whole();
    }

    /** Returns where in the statement it failed. */
    @Nullable
    SourcePosition position() {
        if (statement == null) {
            return null;
        }
        SqlScript script = new SqlScript("step " + step.number(), statement);
        return script.position(
                script.offsetOfCharacter(0, ServerMessage.of(error).position()));
    }
}
