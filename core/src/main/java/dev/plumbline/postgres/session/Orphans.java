// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Statements that the server still works on for a run that is no more: it notices the end of its client within a second
 * where it looks for it, and at the end of the statement where it does not. Until then the catalog tells nothing.
 */
final class Orphans {
    private static final long PAUSE_MILLIS = 100;

    /** The text is cut off at {@code track_activity_query_size} (PostgreSQL documentation, "pg_stat_activity"). */
    private static final String RUNNING = "SELECT 1 FROM pg_catalog.pg_stat_activity a"
            + " WHERE a.datname = pg_catalog.current_database() AND a.pid <> pg_catalog.pg_backend_pid()"
            + " AND a.state = 'active' AND a.query ~ '[^[:space:];]'"
            + " AND pg_catalog.starts_with(?, pg_catalog.btrim(a.query, E' \\t\\r\\n;')) LIMIT 1";

    private Orphans() {}

    /** Waits until no other session of this database works on the statement, as far as this role may see them. */
    static void awaitEnd(Connection connection, ScriptStatement statement) throws SQLException, InterruptedException {
        while (isRunning(connection, statement)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static boolean isRunning(Connection connection, ScriptStatement statement) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement(RUNNING)) {
            look.setString(1, statement.sql().strip());
            try (ResultSet found = look.executeQuery()) {
                return found.next();
            }
        }
    }
}
