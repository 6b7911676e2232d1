// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.SqliteErrors;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/** What a migration that fails says: the fact, what is in place, the way out. */
final class MigrationFailures {
    private MigrationFailures() {}

    /**
     * A statement failed, or the database around it.
     *
     * @param statements how many the script has
     * @param done how many of them are committed
     */
    static PlumblineException failed(Journal journal, ScriptFailure e, int statements, int done) {
        if (e.isOutcomeUnknown()) {
            return unknownCommit(journal, e, statements, done);
        }
        return new PlumblineException(
                ErrorCode.MIGRATION_FAILED,
                fact(journal, e, statements) + kept(done),
                SqliteErrors.wayOut(e.error())
                        .or(() -> wayOut(e.error()))
                        .orElse(
                                done == 0
                                        ? "Correct the statement, then run again."
                                        : "Remove the cause, then run again: it goes on behind what is committed. 'repair --undo'"
                                                + " takes that back instead."),
                e.position(),
                e.error());
    }

    /** Where the statement need not be wrong. query_canceled is also said when a person cancels it. */
    private static Optional<String> wayOut(SQLException e) {
        return switch (state(e)) {
            case "2D000", "25001" ->
                Optional.of(
                        "It cannot run in the transaction of its migration. If it is as it should be, write"
                                + " -- plumbline: no transaction before the first statement of the script, which is best one of its own.");
            case "55P04" -> Optional.of("Put what adds the value into a migration of its own, before this one.");
            case "57014" ->
                Optional.of(
                        "If its statement_timeout was too short, allow it more by a comment before the first statement, such as"
                                + " -- plumbline: statement_timeout 10min. Then run again.");
            case "25P04" ->
                Optional.of(
                        "Raise transaction_timeout for the database or role, or set it in the script, then run again.");
            default -> Optional.empty();
        };
    }

    /** Returns what to do where the history could not be read or written. */
    static String wayOutOfHistory(SQLException e) {
        return SqliteErrors.wayOut(e).orElseGet(() -> switch (state(e)) {
            case "42501" ->
                "Let the role create tables there and read and write the history, or keep it in a schema of its own:"
                        + " --history SCHEMA.TABLE.";
            case "3F000" -> "Create the schema first: nothing but the history's table is made by itself.";
            case "25006" ->
                "Run on the primary server, as a role whose transactions may write: see default_transaction_read_only.";
            default -> "What was committed is recorded; run again when the cause is gone.";
        });
    }

    /** By PostgreSQL's documentation, appendix A; empty where the database says none. */
    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }

    private static PlumblineException unknownCommit(Journal journal, ScriptFailure e, int statements, int done) {
        return new PlumblineException(
                ErrorCode.MIGRATION_FAILED,
                fact(journal, e, statements) + (done == 0 ? "" : kept(done) + " ")
                        + "Whether it took place is not known here; the history was part of it, and knows.",
                "Run again when the database can be reached: it goes on behind what the history says is committed.",
                null,
                e.error());
    }

    /**
     * Another session's lock was not to be had.
     *
     * @param inTheWay who holds it, for people; empty where that was not seen
     * @param statements how many the script has
     * @param done how many of them are committed
     */
    static PlumblineException blocked(
            Journal journal, ScriptFailure e, Optional<String> inTheWay, int statements, int done) {
        return new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                fact(journal, e, statements)
                        + inTheWay.map(words -> "In the way: " + words + ". ").orElse("")
                        + kept(done),
                "Run again at a quieter time, or end the transaction that holds the lock.",
                e.position(),
                e.error());
    }

    private static String fact(Journal journal, ScriptFailure e, int statements) {
        return journal.title() + (journal.direction() == Direction.UP ? "" : ", on the way down,") + ": "
                + e.fact(statements) + ". ";
    }

    private static String kept(int done) {
        return done == 0
                ? "Nothing of this migration was kept."
                : "Statements 1 to " + done + " of it are committed, and the history says so.";
    }

    /**
     * Nobody knows what became of a statement that was begun.
     *
     * @param done how many statements before it are committed
     */
    static PlumblineException unknown(Journal journal, ScriptStatement begun, int done, int statements) {
        return new PlumblineException(
                ErrorCode.STANDING_UNKNOWN,
                journal.title() + ": an earlier run began statement " + begun.number() + " of " + statements
                        + " outside a transaction and did not live to see its end; the catalog does not tell"
                        + " whether it was carried out. Nothing was changed.",
                "Look for its effect. If it is there, say 'repair --done " + (done + 1)
                        + "', if it is not, 'repair --done " + done + "'; then run again.",
                begun.position(),
                null);
    }
}
