// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migration;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A migration in Java, for what SQL says badly. Found by {@link java.util.ServiceLoader}, or handed to the library. It
 * takes its place among the files of a folder by its version.
 */
public interface JavaMigration {
    /** Returns its version, such as {@code 000042} or {@code 1.2}. */
    String version();

    /** Returns its name; the simple name of the class unless it says otherwise. */
    default String name() {
        return getClass().getSimpleName();
    }

    /**
     * Applies it. The connection belongs to the runner: it is not closed and, while {@link #inTransaction()} holds, not
     * committed here; what is done commits together with the row in the history.
     */
    void up(Connection connection) throws SQLException;

    /** Returns whether {@link #down} undoes it. */
    default boolean hasDown() {
        return false;
    }

    /** Undoes it; only called where {@link #hasDown()} holds. */
    default void down(Connection connection) throws SQLException {
        throw new UnsupportedOperationException(name() + " has no way down");
    }

    /** Checks that the database is as this migration left it, and throws where it is not; it must change nothing. */
    default void verify(Connection connection) throws SQLException {}

    /**
     * Returns what changes when its work changes, for the checksum; the name of the class unless it says otherwise,
     * because compiled code changes with every compiler.
     */
    default String contentVersion() {
        return getClass().getName();
    }

    /**
     * Returns whether it runs in one transaction with its row in the history. If not, it must be able to run again after
     * it was interrupted: nobody else can know how far it came.
     */
    default boolean inTransaction() {
        return true;
    }
}
