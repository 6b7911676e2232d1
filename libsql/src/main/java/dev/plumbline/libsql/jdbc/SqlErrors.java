// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaError;
import dev.plumbline.libsql.hrana.HranaException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Errors of the server as JDBC has them: SQLite's own numbers as error codes (SQLite documentation, "Result and Error
 * Codes"), and the states of the SQL standard. The codes of the server are those of libsql-server's {@code
 * hrana/stmt.rs}.
 */
final class SqlErrors {
    private static final int ERROR = 1;
    static final int BUSY = 5;
    static final int READ_ONLY = 8;
    private static final int CONSTRAINT = 19;
    private static final String ROLLED_BACK = "40001";
    private static final String CONNECTION_LOST = "08006";

    /** What the server says before SQLite's own words. */
    private static final List<String> PREFIXES =
            List.of("SQLite error: ", "SQL input error: ", "SQL string could not be parsed: ");

    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("SQLITE_INTERNAL", 2),
            Map.entry("SQLITE_PERM", 3),
            Map.entry("SQLITE_ABORT", 4),
            Map.entry("SQLITE_BUSY", BUSY),
            Map.entry("SQLITE_LOCKED", 6),
            Map.entry("SQLITE_NOMEM", 7),
            Map.entry("SQLITE_READONLY", READ_ONLY),
            Map.entry("SQLITE_INTERRUPT", 9),
            Map.entry("SQLITE_IOERR", 10),
            Map.entry("SQLITE_CORRUPT", 11),
            Map.entry("SQLITE_FULL", 13),
            Map.entry("SQLITE_CANTOPEN", 14),
            Map.entry("SQLITE_SCHEMA", 17),
            Map.entry("SQLITE_TOOBIG", 18),
            Map.entry("SQLITE_CONSTRAINT", CONSTRAINT),
            Map.entry("SQLITE_MISMATCH", 20),
            Map.entry("SQLITE_MISUSE", 21),
            Map.entry("SQLITE_AUTH", 23),
            Map.entry("SQLITE_RANGE", 25),
            Map.entry("SQLITE_NOTADB", 26));

    private static final Map<Integer, String> STATES = Map.of(
            READ_ONLY, "25006", 7, "53200", 9, "57014", 10, "58030", 11, "XX001", 13, "53100", 18, "54000", 20, "22000",
            23, "42501");

    private SqlErrors() {}

    /** Returns the error of a statement. */
    static SQLException of(HranaError error) {
        String text = words(error.message());
        return switch (error.code()) {
            case "SQLITE_BUSY", "SQLITE_LOCKED", "TRANSACTION_BUSY" -> busy(text);
            case "TRANSACTION_TIMEOUT" ->
                busy("the server ended the transaction, and nothing of it is left: another writer had waited for it"
                        + " longer than the server allows (" + error.code() + ")");
            case "SQLITE_CONSTRAINT" -> new SQLIntegrityConstraintViolationException(text, "23000", CONSTRAINT);
            case "SQL_PARSE_ERROR", "SQL_INPUT_ERROR", "SQL_MANY_STATEMENTS", "SQL_NO_STATEMENT", "ARGS_INVALID" ->
                new SQLSyntaxErrorException(text, "42000", ERROR);
            case "RESPONSE_TOO_LARGE" ->
                new SQLException("the rows are more than the server sends at once (" + error.code() + ")", "54000", 18);
            case "BLOCKED" -> new SQLException(text, "42501", 23);
            case "STREAM_EXPIRED" -> streamGone(null);
            default -> {
                int number = NUMBERS.getOrDefault(error.code(), ERROR);
                yield new SQLException(text, STATES.getOrDefault(number, "HY000"), number);
            }
        };
    }

    private static String words(String message) {
        for (String prefix : PREFIXES) {
            if (message.startsWith(prefix)) {
                return message.substring(prefix.length());
            }
        }
        return message;
    }

    /** Returns an error that another attempt may not meet. */
    static SQLException busy(String text) {
        return new SQLTransactionRollbackException(text, ROLLED_BACK, BUSY);
    }

    /** Returns the error of requests that had no answer of the database. */
    static SQLException of(HranaException e) {
        if (e.isStreamGone()) {
            return streamGone(e);
        }
        String text = String.valueOf(e.getMessage());
        return switch (e.status()) {
            case 401, 403 -> new SQLNonTransientConnectionException(text, "28000", 0, e);
            case 404 -> new SQLNonTransientConnectionException(text, "3D000", 0, e);
            default ->
                new SQLNonTransientConnectionException(
                        text, e.reach() == HranaException.Reach.NOT_SENT ? "08001" : CONNECTION_LOST, 0, e);
        };
    }

    private static SQLException streamGone(@Nullable HranaException cause) {
        return new SQLNonTransientConnectionException(
                "the server gave the stream up, which it does after 10 seconds without a request, and rolled its"
                        + " transaction back (STREAM_EXPIRED)",
                CONNECTION_LOST,
                0,
                cause);
    }

    /** Returns the error of a statement in a transaction that has ended without its session's doing. */
    static SQLException transactionLost() {
        return new SQLTransactionRollbackException(
                "the transaction is gone: the server ended it and rolled it back", ROLLED_BACK, ERROR);
    }

    /** Returns the error of a statement that comes after the transaction was lost and before it was given up. */
    static SQLException rollBackFirst() {
        return new SQLException("the transaction failed before; roll it back first", "25P02", ERROR);
    }

    /** Returns the error of a commit whose answer was lost. */
    static SQLException commitUnknown(HranaException cause) {
        return new SQLException(
                "whether the transaction was committed is not known: " + cause.getMessage(), "08007", 0, cause);
    }

    static SQLException closed(String what) {
        return new SQLException("this " + what + " is closed", "08003");
    }
}
