// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What of a server decides which objects SQL makes on it, in one line for each. */
final class ServerPlace {
    /**
     * Of the settings, those that objects are made with and their texts are read by (PostgreSQL documentation, "Client
     * Connection Defaults", "Version and Platform Compatibility", "Preset Options"). What a server logs, or how much
     * memory it takes, is no matter.
     */
    private static final String QUERY = """
            SELECT pg_catalog.version()
            UNION ALL SELECT pg_catalog.concat_ws(' ', pg_catalog.pg_encoding_to_char(encoding), datcollate, datctype)
                FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()
            UNION ALL SELECT 'role ' || current_user
            UNION ALL (SELECT pg_catalog.concat_ws(' ', 'extension', name, default_version)
                FROM pg_catalog.pg_available_extensions ORDER BY name COLLATE "C")
            UNION ALL (SELECT pg_catalog.concat_ws(' ', 'setting', name, setting) FROM pg_catalog.pg_settings
                WHERE category LIKE 'Client Connection Defaults%'
                   OR category LIKE 'Version and Platform Compatibility%'
                   OR category IN ('Preset Options', 'Customized Options')
                ORDER BY name COLLATE "C")""";

    private ServerPlace() {}

    static String of(Connection connection) throws SQLException {
        StringBuilder place = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                place.append(rows.getString(1)).append('\n');
            }
        }
        return place.toString();
    }
}
