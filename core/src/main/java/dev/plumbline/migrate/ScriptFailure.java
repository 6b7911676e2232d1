// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.execute.CommitOutcome;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement of a migration failed, or the commit behind it. */
public final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ScriptStatement statement;
    private final SQLException error;

    /** The statement is null where it is the commit, the history or Java code that failed. */
    public ScriptFailure(@Nullable ScriptStatement statement, SQLException error) {
        super(error);
        this.statement = statement;
        this.error = error;
    }

    /** Returns what the database said. */
    public SQLException error() {
        return error;
    }

    /** Returns whether the connection was lost during the commit, so that nobody here knows whether it took place. */
    boolean isOutcomeUnknown() {
        return CommitOutcome.isUnknown(error);
    }

    /** Returns what failed and what the database said, without a full stop. */
    public String fact(int statements) {
        String said = ServerMessage.of(error).whole();
        if (isOutcomeUnknown()) {
            return "the connection was lost during the commit: " + said;
        }
        return statement == null
                ? "the database fails: " + said
                : "statement " + statement.number() + " of " + statements + " fails: " + said;
    }

    /** Returns the statement that failed; empty where it is none. */
    public Optional<ScriptStatement> statement() {
        return Optional.ofNullable(statement);
    }

    /** Returns the number of the statement, from 1; 0 where it is none that failed. */
    public int number() {
        return statement == null ? 0 : statement.number();
    }

    /** Returns where in its file it failed. */
    public @Nullable SourcePosition position() {
        return statement == null ? null : ServerMessage.of(error).in(statement);
    }
}
