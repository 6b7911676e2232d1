// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps two runs from changing one database at once. Each history has a lock of its own; see {@link LockName}. */
public interface MigrationLocks {
    /** How long a run waits for the one before it, where nobody says otherwise. */
    Duration PATIENCE = Duration.ofSeconds(60);

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
        /** What a database has that only one process can see: nobody else is there to be held off. */
        Held NOBODY_ELSE = new Held() {
            @Override
            public void require(Connection connection) {
                // Nobody can have taken it.
            }

            @Override
            public void close() {
                // Nothing was taken.
            }
        };

        /**
         * Makes sure that the lock is still held, so that a run that was taken for dead cannot commit. From within a
         * transaction it also keeps the lock from passing to another run before that transaction ends. Called at the
         * begin of every transaction and again just before its commit, and before every statement outside one.
         *
         * @param connection the migration's own connection, not the lock's
         * @throws dev.plumbline.error.PlumblineException with {@code LOCK_NOT_AVAILABLE} when another run has it now, or
         *     could have it
         */
        void require(Connection connection) throws SQLException;

        /**
         * Hears that a transaction was committed in which {@link #require} was called; where that renews the lock, its
         * holder has given a sign of life by it.
         */
        default void committed() {}

        /**
         * Returns a query that fails where {@link #require} would throw, and otherwise keeps the lock from passing to
         * another run until the transaction ends in which it was run, however long that takes. Empty where the lock
         * cannot be had in that form.
         */
        default Optional<String> guard() {
            return Optional.empty();
        }

        /** Frees the lock. Never fails: a lock that cannot be given back frees itself within seconds. */
        @Override
        void close();
    }
}
