// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import java.sql.Connection;

/** A throw-away database, empty when it is handed out. Closing it removes it with all that was made for it. */
public interface ScratchDatabase extends AutoCloseable {
    /** Returns the open connection to it, in auto-commit; it is closed with the database. */
    Connection connection();

    /** Returns a further connection, which the caller closes; the same one where the engine knows only one. */
    Connection open();

    /** Creates a role that a source names and the scratch lacks, without rights; nothing where there are no roles. */
    void stubRole(String name);

    @Override
    void close();
}
