// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.SessionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/** A transaction that commits only while its run still holds the migration lock. */
public final class GuardedTransaction {
    private GuardedTransaction() {}

    /** What is done within the transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does it and commits; rolls back whatever goes wrong.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code LOCK_NOT_AVAILABLE} when another run has the lock now
     */
    public static <T> T run(SessionControl session, Connection connection, MigrationLocks.Held lock, Work<T> work)
            throws SQLException {
        try {
            return once(session, connection, lock, work);
        } catch (SQLTransactionRollbackException e) {
            return once(session, connection, lock, work);
        }
    }

    private static <T> T once(SessionControl session, Connection connection, MigrationLocks.Held lock, Work<T> work)
            throws SQLException {
        boolean committed = false;
        try {
            session.begin(connection);
            lock.require(connection);
            T result = work.on(connection);
            // Again: the work may have taken longer than a lease lasts.
            lock.require(connection);
            session.commit(connection);
            committed = true;
            return result;
        } finally {
            if (!committed) {
                session.rollback(connection);
            }
        }
    }
}
