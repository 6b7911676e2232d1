// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A throw-away database, empty when it is handed out. Closing it removes it with all that was made for it. */
public interface ScratchDatabase extends AutoCloseable {
    /** Returns the open connection to it, in auto-commit; it is closed with the database. */
    Connection connection();

    /** Returns a further connection, which the caller closes; the same one where the engine knows only one. */
    Connection open();

    /** Creates a role that a source names and the scratch lacks, without rights; nothing where there are no roles. */
    void stubRole(String name);

    /** Returns what to do about a statement that this database refused, where the server's own message does not say. */
    default Optional<String> advice(SQLException error) {
        return Optional.empty();
    }

    @Override
    void close();
}
