// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.source.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** How an engine copies a database before something is done to it that could cost rows. */
public interface SafeCopies {
    /** Makes none: the database has a server, whose backups are another's business, or copies were declined. */
    SafeCopies NONE = new SafeCopies() {
        @Override
        public boolean endangersRows(String statement) {
            return false;
        }

        @Override
        public Optional<SafeCopy> take(
                Connection working, Supplier<Connection> connections, ProgressListener progress) {
            return Optional.empty();
        }

        @Override
        public List<String> left(Connection connection) {
            return List.of();
        }
    };

    /**
     * Returns whether a statement could cost rows, or values in them, that are there before it. When in doubt, it does.
     */
    boolean endangersRows(String statement);

    /**
     * Copies the database as it was when the working connection's transaction began. That connection must have the write
     * lock, so that nobody else can write in between; where it has not, the copy is of some moment while it was made.
     *
     * @param working the connection that is about to change something
     * @param connections opens one more
     * @return the copy; empty where there is no row that could be lost, or no file
     * @throws dev.plumbline.error.PlumblineException with {@code DATABASE_ERROR} when it cannot be made; then nothing
     *     is left of it
     */
    Optional<SafeCopy> take(Connection working, Supplier<Connection> connections, ProgressListener progress)
            throws SQLException;

    /** Returns what earlier runs have left, which did not come to their end: one sentence for each copy. */
    List<String> left(Connection connection) throws SQLException;
}
