// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.Callback;
import dev.plumbline.migration.CallbackCourse;
import dev.plumbline.migration.CallbackEvent;
import dev.plumbline.migration.Callbacks;
import dev.plumbline.migration.Migration;
import dev.plumbline.script.ScriptStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Runs the callbacks of a run that are due once in it, each as a script of its own: in a transaction, as far as its statements stand
 * in one. None has a row in the history, so that each must be one that can be run again.
 */
final class CallbackRun {
    private final Callbacks callbacks;
    private final CallbackCourse course;
    private final ScriptSession session;

    CallbackRun(Callbacks callbacks, ScriptSession session) {
        this.callbacks = callbacks;
        this.course = new CallbackCourse(callbacks);
        this.session = session;
    }

    /** Runs what is due though no migration be pending. */
    void beginning() throws SQLException, InterruptedException {
        run(course.beginning());
    }

    void before(Migration migration) throws SQLException, InterruptedException {
        run(course.before(migration));
    }

    void end() throws SQLException, InterruptedException {
        run(course.end());
    }

    /** Runs those of an event. */
    void of(CallbackEvent event) throws SQLException, InterruptedException {
        run(callbacks.of(event));
    }

    /** Runs those that are for a failure; one that fails itself is added to it, which is what is told. */
    void afterFailure(CallbackEvent event, PlumblineException failure) {
        try {
            of(event);
        } catch (PlumblineException | SQLException e) {
            failure.addSuppressed(e);
            session.listener().note(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(List<Callback> due) throws SQLException, InterruptedException {
        for (Callback callback : due) {
            run(callback);
            session.listener().note(callback.origin() + " was run.");
        }
    }

    private void run(Callback callback) throws SQLException, InterruptedException {
        try {
            session.reset(callback.script());
            for (Segment segment : Segment.of(callback.script(), session.rules())) {
                if (segment.outside()) {
                    session.requireLock();
                    execute(callback, segment.statements());
                } else {
                    session.inTransaction(
                            callback.origin(), segment.statements(), () -> execute(callback, segment.statements()));
                }
            }
            // The history is read and written by the login, whatever role a callback has taken.
            session.rules().asOneself(session.connection());
        } catch (ScriptFailure e) {
            throw failed(callback, e);
        }
    }

    private void execute(Callback callback, List<ScriptStatement> statements) throws ScriptFailure {
        for (ScriptStatement statement : statements) {
            try {
                session.safeguard().before(session.connection(), List.of(statement.sql()));
                session.send(callback.origin() + ", statement " + statement.number(), statement);
            } catch (SQLException e) {
                throw new ScriptFailure(statement, e);
            }
        }
    }

    private PlumblineException failed(Callback callback, ScriptFailure e) {
        return new PlumblineException(
                session.isLockConflict(e) ? ErrorCode.LOCK_NOT_AVAILABLE : ErrorCode.MIGRATION_FAILED,
                "The callback " + callback.origin() + ": "
                        + e.fact(callback.script().statements().size())
                        + ". Migrations that were applied or undone before it stay so, and are in the history.",
                session.isLockConflict(e)
                        ? "Run again at a quieter time, or end the transaction that holds the lock."
                        : "Correct the statement, then run again: callbacks are run again too.",
                e.position(),
                e.error());
    }
}
