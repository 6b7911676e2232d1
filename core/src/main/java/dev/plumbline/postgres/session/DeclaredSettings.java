// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What {@code ALTER DATABASE … SET} and {@code ALTER ROLE … SET} say of how times, dates and intervals are read. The driver sets the first two
 * when it connects (pgjdbc, {@code ConnectionFactoryImpl.getParametersForStartup}), which goes before both and is what RESET goes back to.
 */
final class DeclaredSettings {
    /**
     * Of one setting, what is said for the role in the database goes before what is said for the role, and that before the database (PostgreSQL
     * documentation, ALTER ROLE).
     */
    private static final String QUERY = "SELECT DISTINCT ON (name) name, value FROM (SELECT pg_catalog.lower("
            + "pg_catalog.split_part(entry, '=', 1)) AS name,"
            + " pg_catalog.substr(entry, pg_catalog.strpos(entry, '=') + 1) AS value,"
            + " s.setrole <> 0 AS of_role, s.setdatabase <> 0 AS of_database"
            + " FROM pg_catalog.pg_db_role_setting s CROSS JOIN LATERAL pg_catalog.unnest(s.setconfig) AS entry"
            + " WHERE (s.setdatabase = 0 OR s.setdatabase = (SELECT d.oid FROM pg_catalog.pg_database d"
            + " WHERE d.datname = pg_catalog.current_database()))"
            + " AND (s.setrole = 0 OR s.setrole = (SELECT r.oid FROM pg_catalog.pg_roles r"
            + " WHERE r.rolname = SESSION_USER))) AS said"
            + " WHERE name IN ('timezone', 'datestyle', 'intervalstyle')"
            + " ORDER BY name, of_role DESC, of_database DESC";

    private static final Pattern WORDS = Pattern.compile("[\\s,]+");

    private DeclaredSettings() {}

    /** Returns them by name in lower case, as SET takes them. */
    static SortedMap<String, String> read(Connection connection) throws SQLException {
        SortedMap<String, String> settings = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                String name = rows.getString(1);
                String value = rows.getString(2);
                String takes = name.equals("datestyle") ? dateStyle(value) : value;
                if (!takes.isEmpty()) {
                    settings.put(name, takes);
                }
            }
        }
        return settings;
    }

    /**
     * The driver reads dates in ISO form alone and ends a session that has another. What a date that is written means depends on the order
     * of day and month only (PostgreSQL documentation, "Date/Time Output"); empty where it is not said.
     */
    private static String dateStyle(String value) {
        String order = "";
        boolean german = false;
        for (String upper : WORDS.splitAsStream(value.toUpperCase(Locale.ROOT)).toList()) {
            if (upper.equals("YMD")) {
                order = "YMD";
            } else if (upper.equals("DMY") || upper.startsWith("EURO")) {
                order = "DMY";
            } else if (upper.equals("MDY") || upper.equals("US") || upper.startsWith("NONEURO")) {
                order = "MDY";
            }
            german |= upper.equals("GERMAN");
        }
        String known = order.isEmpty() && german ? "DMY" : order;
        return known.isEmpty() ? "" : "ISO, " + known;
    }
}
