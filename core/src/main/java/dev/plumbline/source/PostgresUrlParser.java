// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the two URL forms of PostgreSQL, libpq's and the JDBC driver's. */
final class PostgresUrlParser {
    /** libpq's parameters that the JDBC driver knows by another name. */
    private static final Map<String, String> DRIVER_NAMES = Map.of(
            "application_name", "ApplicationName",
            "connect_timeout", "connectTimeout",
            "target_session_attrs", "targetServerType");

    private final Map<String, String> environment;
    private final SortedMap<String, String> settings = new TreeMap<>();
    private String server = "";
    private String database = "";

    private PostgresUrlParser(Map<String, String> environment) {
        this.environment = environment;
    }

    static DatabaseUrl parse(String url, Map<String, String> environment) {
        return new PostgresUrlParser(environment).read(url);
    }

    static String encode(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private DatabaseUrl read(String url) {
        String rest = url.regionMatches(true, 0, "jdbc:", 0, 5) ? url.substring(5) : url;
        rest = rest.substring(rest.indexOf(':') + 1);
        int query = rest.indexOf('?');
        if (query >= 0) {
            parameters(rest.substring(query + 1));
            rest = rest.substring(0, query);
        }
        if (rest.startsWith("//")) {
            rest = rest.substring(2);
            int slash = rest.indexOf('/');
            authority(slash < 0 ? rest : rest.substring(0, slash));
            rest = slash < 0 ? "" : rest.substring(slash + 1);
        }
        database = decode(rest);
        fromEnvironment();
        return new DatabaseUrl("postgres", server, database, settings);
    }

    private void authority(String authority) {
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            String login = authority.substring(0, at);
            int colon = login.indexOf(':');
            settings.put("user", decode(colon < 0 ? login : login.substring(0, colon)));
            if (colon >= 0) {
                settings.put("password", decode(login.substring(colon + 1)));
            }
        }
        server = authority.substring(at + 1);
    }

    private void parameters(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decode(pair.substring(0, equals));
                String value = decode(pair.substring(equals + 1));
                switch (name) {
                    case "host" -> server = value;
                    case "port" -> server = server.contains(":") ? server : server + ":" + value;
                    case "dbname" -> database = value;
                    default -> settings.put(DRIVER_NAMES.getOrDefault(name, name), value);
                }
            }
        }
    }

    private void fromEnvironment() {
        settingFrom("PGUSER", "user");
        settingFrom("PGPASSWORD", "password");
        settingFrom("PGSSLMODE", "sslmode");
        if (server.isEmpty()) {
            String host = environment.getOrDefault("PGHOST", "localhost");
            String port = environment.get("PGPORT");
            server = port == null ? host : host + ":" + port;
        }
        if (server.startsWith("/") || server.startsWith("%2F")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The host '" + decode(server) + "' is a Unix socket, which the Java driver cannot open.",
                    "Use the server's TCP address, such as localhost:5432.");
        }
        if (database.isEmpty()) {
            String user = settings.getOrDefault("user", System.getProperty("user.name", "postgres"));
            database = environment.getOrDefault("PGDATABASE", user);
        }
    }

    private void settingFrom(String variable, String setting) {
        String value = environment.get(variable);
        if (value != null && !value.isEmpty()) {
            settings.putIfAbsent(setting, value);
        }
    }

    /** Decodes percent signs only: a plus sign in a password is a plus sign. */
    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
