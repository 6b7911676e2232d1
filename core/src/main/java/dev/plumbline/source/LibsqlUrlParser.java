// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads {@code libsql://host}, {@code http://host:port} and {@code https://host}, each with {@code jdbc:libsql:} before
 * it or without, as libSQL's own clients do: {@code libsql} is encrypted unless {@code tls=0} says otherwise.
 */
final class LibsqlUrlParser {
    /** Where the token is found when the URL has none, the most telling first. */
    private static final List<String> TOKENS = List.of("LIBSQL_AUTH_TOKEN", "TURSO_AUTH_TOKEN");

    private static final String PREFIX = "jdbc:libsql:";
    private static final String TOKEN = "authToken";
    private static final String NAMESPACE = "namespace";

    private LibsqlUrlParser() {}

    /** Returns whether a text is such a URL. */
    static boolean understands(String lower) {
        return lower.startsWith("libsql://")
                || lower.startsWith("http://")
                || lower.startsWith("https://")
                || lower.startsWith(PREFIX);
    }

    /** The text is not repeated where it is wrong: a token may stand in it. */
    static DatabaseUrl parse(String url, Map<String, String> environment) {
        String text = url.regionMatches(true, 0, PREFIX, 0, PREFIX.length()) ? url.substring(PREFIX.length()) : url;
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            throw invalid("The URL of the libSQL database is not one: " + e.getReason() + ".");
        }
        if (uri.getHost() == null || uri.getScheme() == null) {
            throw invalid("The URL of the libSQL database names no host.");
        }
        if (uri.getRawUserInfo() != null) {
            throw invalid("The URL of the libSQL database has a user before its host, and libSQL knows tokens only.");
        }
        SortedMap<String, String> settings = new TreeMap<>();
        boolean plain = uri.getScheme().equalsIgnoreCase("http");
        String namespace = "";
        String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            switch (name) {
                case "" -> {}
                case TOKEN -> settings.put(TOKEN, value);
                case NAMESPACE -> namespace = value;
                case "tls" -> plain = value.equals("0") || value.equalsIgnoreCase("false");
                default -> throw invalid("The URL of the libSQL database has the unknown parameter '" + name + "'.");
            }
        }
        settings.put("scheme", plain ? "http" : "https");
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        if (!path.isEmpty() && !path.equals("/")) {
            settings.put("path", path);
        }
        TOKENS.stream()
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(token -> !token.isBlank())
                .findFirst()
                .ifPresent(token -> settings.putIfAbsent(TOKEN, token.strip()));
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return new DatabaseUrl(DatabaseUrl.LIBSQL, uri.getHost().toLowerCase(Locale.ROOT) + port, namespace, settings);
    }

    /** Returns what the driver is told as a URL. */
    static String jdbcUrl(DatabaseUrl url) {
        return PREFIX + address(url) + namespace(url);
    }

    private static String namespace(DatabaseUrl url) {
        return url.databaseName().isEmpty() ? "" : "?namespace=" + PostgresUrlParser.encode(url.databaseName());
    }

    private static String address(DatabaseUrl url) {
        return url.settings().getOrDefault("scheme", "https") + "://" + url.server()
                + url.settings().getOrDefault("path", "");
    }

    /** Returns it for people: the token is left out. */
    static String display(DatabaseUrl url) {
        String address = address(url);
        return (address.startsWith("https:") ? "libsql" + address.substring("https".length()) : address)
                + namespace(url);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    private static PlumblineException invalid(String fact) {
        return new PlumblineException(
                ErrorCode.INVALID_ARGUMENT,
                fact,
                "Use libsql://host, or http://host:port for a server without encryption; the parameters are authToken,"
                        + " namespace and tls.");
    }
}
