// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a migration failed, or the commit behind it. */
final class ScriptFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable ScriptStatement statement;
    private final SQLException error;

    /** The statement is null where it is the commit, the history or Java code that failed. */
    ScriptFailure(@Nullable ScriptStatement statement, SQLException error) {
        super(error);
        this.statement = statement;
        this.error = error;
    }

    SQLException error() {
        return error;
    }

    /** Returns what failed and what the database said, without a full stop. */
    String fact(int statements) {
        String said = ServerMessage.of(error).whole();
        return statement == null
                ? "the database fails: " + said
                : "statement " + statement.number() + " of " + statements + " fails: " + said;
    }

    /** Returns where in its file it failed. */
    @Nullable
    SourcePosition position() {
        return statement == null
                ? null
                : statement
                        .script()
                        .position(statement
                                .script()
                                .offsetOfCharacter(
                                        statement.start(),
                                        ServerMessage.of(error).position()));
    }
}
