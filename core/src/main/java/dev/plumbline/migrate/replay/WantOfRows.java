// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.ServerMessage;
import java.sql.SQLException;
import java.util.Set;

/**
 * Tells statements that fail on a scratch database only because it lacks the rows of the live one: an INSERT that refers
 * to a tenant, a block that raises where it finds nothing. What defines objects is never among them.
 */
final class WantOfRows {
    /** What works on rows and not on definitions, as far as its first word tells. */
    private static final Set<String> ON_ROWS =
            Set.of("INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH", "SELECT", "VALUES", "DO", "CALL");

    /**
     * foreign_key_violation; raise_exception, no_data_found and assert_failure, by which a block says that it does not
     * find what it needs (PostgreSQL documentation, appendix A).
     */
    private static final Set<String> STATES = Set.of("23503", "P0001", "P0002", "P0004");

    private static final String NOT_NULL_VIOLATION = "23502";

    private WantOfRows() {}

    /** Returns whether a statement works on rows. */
    static boolean worksOnRows(ScriptStatement statement) {
        return ON_ROWS.contains(statement.word(0));
    }

    /** Returns whether a statement that works on rows failed for want of them. */
    static boolean explains(SQLException error, ScriptStatement statement) {
        return isReference(error)
                || STATES.contains(String.valueOf(error.getSQLState()))
                || (isNull(error) && (statement.word(0).equals("DO") || selects(statement)));
    }

    /** Returns whether rows refer to rows that are not there. */
    static boolean isReference(SQLException error) {
        return "23503".equals(error.getSQLState()) || said(error).contains("FOREIGN KEY constraint failed");
    }

    /** Returns whether Java code failed for want of rows, as far as its error tells. */
    static boolean explains(SQLException error) {
        return isReference(error) || STATES.contains(String.valueOf(error.getSQLState())) || isNull(error);
    }

    /** A value that is looked up is null where there is nothing to be found. */
    private static boolean isNull(SQLException error) {
        return NOT_NULL_VIOLATION.equals(error.getSQLState()) || said(error).contains("NOT NULL constraint failed");
    }

    private static boolean selects(ScriptStatement statement) {
        for (int i = 0; i < statement.tokens().size(); i++) {
            if (statement.word(i).equals("SELECT")) {
                return true;
            }
        }
        return false;
    }

    private static String said(SQLException error) {
        return ServerMessage.of(error).text();
    }
}
