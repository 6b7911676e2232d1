// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** Keeps two runs from changing one database at once. */
public interface MigrationLocks {
    /**
     * Takes the migration lock of a database, trying again until it is free. Nothing waits inside the server: a waiting
     * statement would hold a snapshot there, and a concurrent index build waits for those.
     *
     * @param connections opens connections to the database; the lock has its own, and closes it
     * @param patience how long to try
     * @throws dev.plumbline.error.PlumblineException with {@code LOCK_NOT_AVAILABLE}, naming the holder as far as it is
     *     known
     */
    Held take(Supplier<Connection> connections, Duration patience) throws SQLException, InterruptedException;

    /** The lock while it is held. Closing it frees it; so does the end of the process, within seconds. */
    interface Held extends AutoCloseable {
        /**
         * Makes sure, from within a transaction, that the lock is still held, so that a run that was taken for dead
         * cannot commit. Called at the begin of every transaction, and before every statement outside one.
         *
         * @throws dev.plumbline.error.PlumblineException with {@code LOCK_NOT_AVAILABLE} when another run has it now
         */
        void require(Connection connection) throws SQLException;

        @Override
        void close() throws SQLException;
    }
}
