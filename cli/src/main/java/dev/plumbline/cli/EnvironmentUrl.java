// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The database that the environment names.
 *
 * @param variable the variable in which it was found, for people
 * @param reference what to write into a configuration: the variable, never its value
 * @param url what the variable holds, a password perhaps included
 */
record EnvironmentUrl(String variable, String reference, String url) {
    /** Names that are in use, the most telling first. */
    private static final List<String> VARIABLES = List.of(
            "PLUMBLINE_URL",
            "DATABASE_URL",
            "POSTGRES_URL",
            "POSTGRESQL_URL",
            "PG_URL",
            "DB_URL",
            "DATABASE_URI",
            "JDBC_DATABASE_URL",
            "SPRING_DATASOURCE_URL",
            "SQLITE_URL",
            "TURSO_DATABASE_URL",
            "LIBSQL_URL");

    /** Returns the first one that there is. */
    static Optional<EnvironmentUrl> find(Map<String, String> environment) {
        for (String variable : VARIABLES) {
            String value = environment.getOrDefault(variable, "");
            if (value.contains(":")) {
                return Optional.of(new EnvironmentUrl(variable, "${" + variable + "}", value));
            }
        }
        if (environment.getOrDefault("PGDATABASE", "").isEmpty()
                && environment.getOrDefault("PGHOST", "").isEmpty()) {
            return Optional.empty();
        }
        // User and password are found in PGUSER and PGPASSWORD or in the password file whenever it is used.
        String database = environment.getOrDefault("PGDATABASE", environment.getOrDefault("PGUSER", "postgres"));
        String host = environment.getOrDefault("PGHOST", "localhost");
        return Optional.of(new EnvironmentUrl(
                "PGHOST, PGPORT and PGDATABASE",
                "postgres://${PGHOST:-localhost}:${PGPORT:-5432}/${PGDATABASE:-" + database + "}",
                "postgres://" + host + ":" + environment.getOrDefault("PGPORT", "5432") + "/" + database));
    }
}
