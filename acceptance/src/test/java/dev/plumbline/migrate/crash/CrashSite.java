// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import java.sql.SQLException;
import java.util.List;

/** Where databases for trials come from. */
interface CrashSite extends AutoCloseable {
    /** Returns the id of its engine. */
    String engine();

    /** Makes an empty database. */
    void create(String name) throws Exception;

    /** Returns the URL of a database as it is now; a server may have another port after a restart. */
    String url(String name);

    /** Removes a database. */
    void drop(String name) throws Exception;

    /** Returns the kinds of trials there are besides those at every boundary. */
    List<Trial.Kind> kinds();

    /** Returns how many trials may wait for each other at a time. */
    int atOnce();

    /** Stops the server at once and starts it again on what it left. */
    default void stopServer() throws Exception {
        throw new UnsupportedOperationException();
    }

    /** Starts the server again. */
    default void startServer() throws Exception {
        throw new UnsupportedOperationException();
    }

    /** Holds up every concurrent statement in a database until it is closed. */
    default AutoCloseable holdUp(String name) throws SQLException {
        throw new UnsupportedOperationException();
    }

    @Override
    void close();
}
