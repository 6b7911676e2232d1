// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.migrate.GuardedTransaction;
import dev.plumbline.migrate.History;
import dev.plumbline.migrate.MigrationRoles;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Begins a history in one transaction under the migration lock: all of it is there afterwards, or nothing is changed.
 *
 * @param connections opens connections to the database; each is closed after its use
 * @param patience how long to wait for another run
 */
record UnderLock(MigrationRoles roles, Supplier<Connection> connections, History history, Duration patience) {

    /** Only reads, without the lock. */
    <T> T look(GuardedTransaction.Work<T> work) {
        try (Connection connection = connections.get()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw databaseError(e);
        }
    }

    <T> T write(GuardedTransaction.Work<T> work) {
        try (Connection connection = connections.get();
                MigrationLocks.Held lock = roles.lockOf(history.location()).take(connections, patience)) {
            return GuardedTransaction.run(roles.session(), connection, lock, work);
        } catch (SQLException e) {
            throw databaseError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "Waiting for the migration lock was interrupted. Nothing was changed.",
                    "Run again.",
                    null,
                    e);
        }
    }

    private PlumblineException databaseError(SQLException e) {
        return new PlumblineException(
                roles.session().isLockConflict(e) ? ErrorCode.LOCK_NOT_AVAILABLE : ErrorCode.DATABASE_ERROR,
                "The history " + history.location() + " cannot be begun: "
                        + ServerMessage.of(e).whole() + ". Nothing was changed.",
                "Run again when the cause is gone; the role must be able to read the other tool's table and to create"
                        + " the history, and must own the table that it is to remove.",
                null,
                e);
    }
}
