// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.source.PostgresDriver;
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

    private static OptionalInt introducedAs(Connection connection) throws SQLException {
        return PostgresDriver.call(connection, "getBackendPID")
                .map(id -> OptionalInt.of((Integer) id))
                .orElse(OptionalInt.empty());
    }
}
