// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Whether the server counts the scans of tables ({@code track_counts}, on by default). */
final class ScanCounter {
    private ScanCounter() {}

    /** Returns why scans cannot be seen in a session, as a sentence without its full stop; empty where they are. */
    static Optional<String> fault(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.current_setting('track_counts')")) {
            return row.next() && row.getString(1).equals("on")
                    ? Optional.empty()
                    : Optional.of("scans are not seen, because track_counts is off on the scratch server");
        }
    }
}
