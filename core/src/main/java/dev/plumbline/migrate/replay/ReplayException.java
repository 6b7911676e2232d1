// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.ScriptFailure;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.LoadErrors;
import dev.plumbline.source.ScratchDatabase;
import java.sql.SQLException;
import java.util.Optional;

/** A migration fails on the scratch database; its transaction was rolled back. */
public final class ReplayException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ReplayFailure failure;

    private ReplayException(ReplayFailure failure, Throwable cause) {
        super(failure.fact(), cause);
        this.failure = failure;
    }

    /** Returns where and why. */
    public ReplayFailure failure() {
        return failure;
    }

    /** The statement of a script failed, or the commit behind it. */
    static ReplayException of(ScriptFailure e, MigrationScript script, ScratchDatabase database, String where) {
        if (e.statement().filter(ReplayException::isExtension).isPresent()) {
            return of(LoadErrors.failed(e.statement().orElseThrow(), e.error(), where), e.number());
        }
        int statements =
                script instanceof MigrationScript.Sql sql ? sql.statements().size() : 1;
        String advice = database.advice(e.error())
                .map(text -> ". " + withoutFullStop(text))
                .orElse("");
        return new ReplayException(
                new ReplayFailure(e.fact(statements) + advice, e.number(), Optional.ofNullable(e.position())), e);
    }

    /** A script cannot be read, or the engine refuses a commit. */
    static ReplayException of(PlumblineException e, int statement) {
        String advice = e.advice().map(text -> " " + withoutFullStop(text)).orElse("");
        String fact = String.valueOf(e.getMessage());
        return new ReplayException(
                new ReplayFailure(advice.isEmpty() ? withoutFullStop(fact) : fact + advice, statement, e.position()),
                e);
    }

    /** Java code failed. */
    static ReplayException of(RuntimeException e, String script) {
        return new ReplayException(new ReplayFailure(script + " fails: " + e, 0, Optional.empty()), e);
    }

    private static boolean isExtension(ScriptStatement statement) {
        return statement.begins("CREATE", "EXTENSION");
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    /** Returns the error of the database that led here; empty where it was none. */
    public Optional<SQLException> databaseError() {
        return getCause() instanceof ScriptFailure e ? Optional.of(e.error()) : Optional.empty();
    }
}
