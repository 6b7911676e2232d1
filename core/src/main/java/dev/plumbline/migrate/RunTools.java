// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;

/**
 * What every run of one set of migrations on one database works with.
 *
 * @param connections opens connections to the database; each is closed after its use
 */
record RunTools(
        MigrationRoles roles,
        Supplier<Connection> connections,
        MigrationSet set,
        History history,
        RunOptions options,
        MigrationListener listener) {

    /** Returns how files and history stand. */
    MigrationStatus status(Connection connection) throws SQLException {
        return MigrationStatus.of(set, history.read(connection));
    }

    /** Takes the lock of the history, for as long as the options wait. */
    MigrationLocks.Held lock() throws SQLException, InterruptedException {
        return roles.lockOf(history.location()).take(connections, options.patience());
    }

    /** Returns what people are told where the history could not be read or written. */
    PlumblineException databaseError(SQLException e) {
        return new PlumblineException(
                roles.session().isLockConflict(e) ? ErrorCode.LOCK_NOT_AVAILABLE : ErrorCode.DATABASE_ERROR,
                "The history " + history.location() + " cannot be read or written: "
                        + ServerMessage.of(e).whole() + ".",
                MigrationFailures.wayOutOfHistory(e),
                null,
                e);
    }
}
