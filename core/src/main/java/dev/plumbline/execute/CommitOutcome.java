// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is known of a transaction whose commit failed. An error that the database answers means that nothing was kept;
 * where the connection ends before the answer, the transaction may be committed or not.
 */
public final class CommitOutcome {
    /** transaction_resolution_unknown (PostgreSQL documentation, appendix A; of the SQL standard). */
    private static final String UNKNOWN = "08007";

    /** connection_exception, and operator_intervention: admin_shutdown, crash_shutdown (the same appendix). */
    private static final String LOST_CLASS = "08";

    private static final String SHUTDOWN_CLASS = "57P0";

    private CommitOutcome() {}

    /**
     * Returns the error as it is, or, where the connection ended with it, one that {@link #isUnknown} recognises.
     *
     * @param failure what the commit was answered
     */
    public static SQLException of(Connection connection, SQLException failure) {
        return !isUnknown(failure) && isLost(connection, failure)
                ? new SQLException(failure.getMessage(), UNKNOWN, failure)
                : failure;
    }

    /** Returns whether nobody here knows if the transaction was committed. */
    public static boolean isUnknown(SQLException failure) {
        return UNKNOWN.equals(failure.getSQLState());
    }

    /**
     * Returns whether the connection ended, or is ending, with this error. A server that shuts down says so also to a
     * session that has committed and waits for its standby (PostgreSQL, {@code SyncRepWaitForLSN} in {@code syncrep.c}).
     */
    private static boolean isLost(Connection connection, SQLException failure) {
        String state = failure.getSQLState();
        if (state != null && (state.startsWith(LOST_CLASS) || state.startsWith(SHUTDOWN_CLASS))) {
            return true;
        }
        return isGone(connection);
    }

    /** Returns whether a connection ended: then nothing can be tried again on it. */
    public static boolean isGone(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }
}
