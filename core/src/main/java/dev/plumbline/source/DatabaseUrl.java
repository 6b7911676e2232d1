// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which database, in whatever form people have it: {@code postgres://…}, {@code jdbc:postgresql://…}, {@code
 * sqlite:FILE}, {@code jdbc:sqlite:FILE}, the bare name of a SQLite file, {@code libsql://…}, {@code http(s)://…}.
 *
 * @param engineId {@code postgres}, {@code sqlite} or {@code libsql}
 * @param server {@code host:port}, several separated by commas; empty for SQLite
 * @param databaseName the database, SQLite's file, or libSQL's namespace, which may be empty
 * @param settings what the driver is told: user, password or token, and parameters of the URL, by the driver's names
 */
public record DatabaseUrl(String engineId, String server, String databaseName, SortedMap<String, String> settings) {
    private static final byte[] SQLITE_HEADER = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern KEYWORDS =
            Pattern.compile("(?:host|hostaddr|port|dbname|user|password|passfile|service|sslmode)\\s*=");
    private static final Pattern LOGIN = Pattern.compile("(?s)^((?:[a-zA-Z]+:)+//[^/@:]*):[^/]*@");
    private static final Set<String> SECRETS = Set.of("password", "sslpassword", "authtoken");
    private static final String SQLITE = "sqlite";
    private static final String POSTGRES = "postgres";
    static final String LIBSQL = "libsql";

    public DatabaseUrl {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Returns the database that a text names. What the text leaves open comes from the connection service that it or
     * PGSERVICE names, then from the environment, as libpq does it: PGHOST, PGPORT, PGDATABASE, PGUSER, PGPASSWORD and others; the
     * driver itself reads the password file. The token of a libSQL database is found in LIBSQL_AUTH_TOKEN or
     * TURSO_AUTH_TOKEN.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT}
     */
    public static DatabaseUrl parse(String text) {
        return parse(text, System.getenv());
    }

    static DatabaseUrl parse(String text, Map<String, String> environment) {
        String url = text.strip();
        String lower = url.toLowerCase(Locale.ROOT);
        if (lower.startsWith("postgres://")
                || lower.startsWith("postgresql://")
                || lower.startsWith("jdbc:postgresql:")) {
            return PostgresUrlParser.parse(url, environment);
        }
        if (LibsqlUrlParser.understands(lower)) {
            return LibsqlUrlParser.parse(url, environment);
        }
        if (lower.startsWith("jdbc:sqlite:")) {
            return sqlite(url.substring("jdbc:sqlite:".length()));
        }
        if (lower.startsWith("sqlite:")) {
            String file = url.substring("sqlite:".length());
            return sqlite(
                    file.startsWith("///") ? file.substring(2) : file.startsWith("//") ? file.substring(2) : file);
        }
        int scheme = url.indexOf("://");
        if (scheme >= 0) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "Plumbline does not know databases of the kind '" + url.substring(0, scheme) + "://'.",
                    "Use postgres://user@host/database, sqlite:FILE, or libsql://host.");
        }
        if (KEYWORDS.matcher(url).lookingAt()) {
            // The text is not shown: a password may be in it.
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The database is written with libpq's keywords, which Plumbline does not read.",
                    "Write it as a URL: postgres://user@host:5432/database?sslmode=require.");
        }
        return sqlite(url);
    }

    /** Returns the text as {@link #parse(String)} takes it, without password and token, to be kept in a file. */
    public static String withoutSecrets(String text) {
        int query = text.indexOf('?');
        String login =
                LOGIN.matcher(query < 0 ? text : text.substring(0, query)).replaceFirst("$1@");
        String parameters = query < 0
                ? ""
                : Arrays.stream(text.substring(query + 1).split("&", -1))
                        .filter(pair -> !SECRETS.contains(
                                pair.replaceFirst("(?s)=.*", "").toLowerCase(Locale.ROOT)))
                        .collect(Collectors.joining("&"));
        return parameters.isEmpty() ? login : login + "?" + parameters;
    }

    /** Returns whether a text names a database rather than SQL files. */
    static boolean looksLikeDatabase(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("://")
                || KEYWORDS.matcher(lower).lookingAt()
                || lower.startsWith("jdbc:")
                || lower.startsWith("sqlite:")
                || lower.endsWith(".db")
                || lower.endsWith(".sqlite")
                || lower.endsWith(".sqlite3")
                || hasSqliteHeader(text);
    }

    private static boolean hasSqliteHeader(String text) {
        try {
            Path file = Path.of(text);
            if (!Files.isRegularFile(file)) {
                return false;
            }
            try (InputStream in = Files.newInputStream(file)) {
                return Arrays.equals(in.readNBytes(SQLITE_HEADER.length), SQLITE_HEADER);
            }
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }

    private static DatabaseUrl sqlite(String file) {
        if (file.isBlank() || file.startsWith(":memory:") || file.contains("mode=memory")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A SQLite database in memory is empty and gone with its connection, so there is nothing to compare.",
                    "Name a file: sqlite:FILE.");
        }
        return new DatabaseUrl(SQLITE, "", file, new TreeMap<>());
    }

    /** Returns the URL for the driver, without user and password. */
    public String jdbcUrl() {
        return switch (engineId) {
            case SQLITE -> "jdbc:sqlite:" + databaseName;
            case LIBSQL -> LibsqlUrlParser.jdbcUrl(this);
            default -> "jdbc:postgresql://" + server + "/" + PostgresUrlParser.encode(databaseName);
        };
    }

    /** Returns what the driver is told besides the URL; the password or token is in it. */
    public Properties properties() {
        Properties properties = new Properties();
        properties.putAll(settings);
        if (engineId.equals(LIBSQL)) {
            properties.put("namespace", databaseName);
        }
        return properties;
    }

    /** Returns the same server and login with another database; for SQLite another file, for libSQL another namespace. */
    public DatabaseUrl withDatabase(String name) {
        return new DatabaseUrl(engineId, server, name, settings);
    }

    /** Returns the same with another value of a setting, such as libSQL's {@code authToken}. */
    public DatabaseUrl with(String setting, String value) {
        SortedMap<String, String> changed = new TreeMap<>(settings);
        changed.put(setting, value);
        return new DatabaseUrl(engineId, server, databaseName, changed);
    }

    /** Returns it for people: never with the password or token. */
    public String display() {
        if (engineId.equals(SQLITE)) {
            return "sqlite:" + databaseName;
        }
        if (engineId.equals(LIBSQL)) {
            return LibsqlUrlParser.display(this);
        }
        String user = settings.get("user");
        return "postgres://" + (user == null ? "" : user + "@") + server + "/" + databaseName;
    }

    @Override
    public String toString() {
        return display();
    }

    /**
     * Opens a connection, in auto-commit, which the caller closes. A session of PostgreSQL reads times in the zone of this process
     * ({@code TimeZone.getDefault}), as the driver has it.
     *
     * @throws PlumblineException with {@code CONNECTION_FAILED}; a SQLite file that is not there is not made, and one
     *     that is no database is not touched
     */
    public Connection open() {
        if (engineId.equals(SQLITE)) {
            return new SqliteOpening(this).open();
        }
        try {
            return DriverManager.getConnection(jdbcUrl(), withDefaults());
        } catch (SQLException e) {
            throw ConnectionErrors.explain(this, e);
        }
    }

    private Properties withDefaults() {
        Properties properties = properties();
        if (engineId.equals(POSTGRES)) {
            properties.putIfAbsent("ApplicationName", "plumbline");
            properties.putIfAbsent("connectTimeout", "10");
            properties.putIfAbsent("tcpKeepAlive", "true");
        }
        return properties;
    }
}
