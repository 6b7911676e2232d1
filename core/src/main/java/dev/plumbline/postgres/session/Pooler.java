// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;

/**
 * Tells whether a connection pooler stands between this process and the server, whose sessions then may change from one
 * transaction to the next. A server introduces itself with the id of its process (PostgreSQL documentation,
 * BackendKeyData in "Message Formats"); a pooler makes one up, because clients come and go on the sessions that it has.
 */
final class Pooler {
    private static final String DRIVER_CONNECTION = "org.postgresql.PGConnection";

    private Pooler() {}

    /** Returns whether the connection goes through a pooler; false where the driver does not tell the process id. */
    static boolean isBetween(Connection connection) throws SQLException {
        return introducedAs(connection).isPresent()
                && lastingSession(connection).isEmpty();
    }

    /** Returns the process id of the server's session for as long as the connection lives; empty behind a pooler. */
    static OptionalInt lastingSession(Connection connection) throws SQLException {
        OptionalInt introduced = introducedAs(connection);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_backend_pid()")) {
            row.next();
            int session = row.getInt(1);
            return introduced.isPresent() && introduced.getAsInt() != session
                    ? OptionalInt.empty()
                    : OptionalInt.of(session);
        }
    }

    /** Asks the driver by reflection, because core has none to compile against. */
    private static OptionalInt introducedAs(Connection connection) throws SQLException {
        ClassLoader[] loaders = {
            connection.getClass().getClassLoader(),
            Thread.currentThread().getContextClassLoader(),
            Pooler.class.getClassLoader()
        };
        for (ClassLoader loader : loaders) {
            try {
                Class<?> type = Class.forName(DRIVER_CONNECTION, false, loader);
                if (connection.isWrapperFor(type)) {
                    Object driver = connection.unwrap(type);
                    return OptionalInt.of(
                            (Integer) type.getMethod("getBackendPID").invoke(driver));
                }
            } catch (ClassNotFoundException
                    | NoSuchMethodException
                    | IllegalAccessException
                    | InvocationTargetException e) {
                // Another driver, or one that this loader does not see.
            }
        }
        return OptionalInt.empty();
    }
}
