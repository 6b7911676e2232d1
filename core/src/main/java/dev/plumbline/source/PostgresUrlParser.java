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
import java.util.regex.Pattern;

/**
 * Reads the two URL forms of PostgreSQL, libpq's and the JDBC driver's. What a URL leaves open comes from the service that it or PGSERVICE
 * names, then from the environment, in libpq's order (PostgreSQL documentation, "The Connection Service File").
 */
final class PostgresUrlParser {
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LAST_PORT = 65_535;

    private final Map<String, String> environment;
    private final SortedMap<String, String> settings = new TreeMap<>();
    private String server = "";
    private String port = "";
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
        String parameters = query < 0 ? "" : rest.substring(query + 1);
        rest = query < 0 ? rest : rest.substring(0, query);
        if (rest.startsWith("//")) {
            rest = rest.substring(2);
            int slash = rest.indexOf('/');
            String authority = slash < 0 ? rest : rest.substring(0, slash);
            rest = slash < 0 ? "" : rest.substring(slash + 1);
            refuseCutPassword(authority, rest);
            authority(authority);
        }
        database = decode(rest);
        parameters(parameters);
        fromService();
        fromEnvironment();
        return new DatabaseUrl("postgres", withPort(), database, settings);
    }

    /** A slash in a password ends the server's name, and what follows would be shown as the database's. */
    private static void refuseCutPassword(String authority, String path) {
        int at = path.lastIndexOf('@');
        if (authority.contains(":") && !authority.contains("@") && at >= 0 && path.indexOf('/', at) > 0) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The URL cannot be read: its password seems to have a slash in it, which ends it.",
                    "Write / as %2F, ? as %3F, @ as %40, # as %23, % as %25; or give the password in PGPASSWORD.");
        }
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
        if (server.startsWith(":")) {
            port = server.substring(1);
            server = "";
        }
    }

    private void parameters(String query) {
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String name = decode(pair.substring(0, equals));
                String value = decode(pair.substring(equals + 1));
                switch (name) {
                    case "host", "hostaddr" -> server = value;
                    case "port" -> port = value;
                    case "dbname" -> database = value;
                    default ->
                        PostgresParameter.of(name, value).ifPresent(known -> settings.put(known.name(), known.value()));
                }
            }
        }
    }

    private void fromService() {
        String named = settings.remove("service");
        String name = named == null ? environment.getOrDefault("PGSERVICE", "") : named;
        if (!name.isEmpty()) {
            PostgresService.read(name, environment).forEach(this::leftOpen);
        }
    }

    private void fromEnvironment() {
        PostgresParameter.VARIABLES.forEach((variable, parameter) -> {
            String value = environment.getOrDefault(variable, "");
            if (!value.isEmpty()) {
                leftOpen(parameter, value);
            }
        });
        if (server.isEmpty()) {
            server = "localhost";
        }
        if (server.startsWith("/") || server.startsWith("%2F")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The host '" + decode(server) + "' is a Unix socket, which the Java driver cannot open.",
                    "Use the server's TCP address, such as localhost:5432.");
        }
        if (database.isEmpty()) {
            database = settings.getOrDefault("user", System.getProperty("user.name", "postgres"));
        }
    }

    /** Takes a parameter by libpq's name, unless something has said it already. */
    private void leftOpen(String parameter, String value) {
        switch (parameter) {
            case "host", "hostaddr" -> server = server.isEmpty() ? value : server;
            case "port" -> port = port.isEmpty() ? value : port;
            case "dbname" -> database = database.isEmpty() ? value : database;
            default ->
                PostgresParameter.of(parameter, value)
                        .ifPresent(known -> settings.putIfAbsent(known.name(), known.value()));
        }
    }

    /** Returns the hosts, each with its port; one that has none has the port of all, or is left to the server's usual one. */
    private String withPort() {
        String[] ports = port.split(",", -1);
        String[] hosts = server.split(",", -1);
        for (int i = 0; i < hosts.length; i++) {
            if (!hosts[i].startsWith("[") && hosts[i].indexOf(':') != hosts[i].lastIndexOf(':')) {
                hosts[i] = "[" + hosts[i] + "]";
            }
            int colon = hosts[i].indexOf(':', Math.max(0, hosts[i].indexOf(']')));
            String common = ports.length == hosts.length ? ports[i] : ports[0];
            requirePort(colon < 0 ? common : hosts[i].substring(colon + 1));
            hosts[i] += colon >= 0 || common.isEmpty() ? "" : ":" + common;
        }
        return String.join(",", hosts);
    }

    /** The text is not shown: where a password has a character that must be encoded, it may be part of one. */
    private static void requirePort(String port) {
        if (!port.isEmpty()
                && !(PORT.matcher(port).matches()
                        && Integer.parseInt(port) > 0
                        && Integer.parseInt(port) <= LAST_PORT)) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "What stands for the port of the PostgreSQL server is no number from 1 to " + LAST_PORT + ".",
                    "Write postgres://user@host:5432/database. In a user or password, write : as %3A, / as %2F, @ as %40,"
                            + " # as %23, ? as %3F, % as %25.");
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
