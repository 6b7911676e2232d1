// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A server with pgvector and the databases that are made on it; unless they are kept, they go with this, and so do roles that were not there before. */
final class PlatformServer implements AutoCloseable {
    private static final List<String> ROLES = List.of("mcp_app", "mcp_security", "mcp_maintenance");

    private static final String FILLED = "plumbline_bench_filled";

    private final DatabaseUrl url;
    private final Optional<Path> tools;
    private final boolean keep;
    private final List<String> databases = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();

    private PlatformServer(DatabaseUrl url, Optional<Path> tools, boolean keep) throws SQLException {
        this.url = url;
        this.tools = tools;
        this.keep = keep;
        try (Connection connection = url.open()) {
            for (String role : ROLES) {
                if (one(connection, "SELECT count(*) FROM pg_roles WHERE rolname = '" + role + "'")
                        .equals("0")) {
                    roles.add(role);
                }
            }
        }
    }

    /**
     * Finds one, or starts one.
     *
     * @param given its URL; where there is none, that of the environment
     * @param keep whether databases stay, and are taken as an earlier run has left them
     */
    static PlatformServer get(Path root, Optional<String> given, boolean keep)
            throws IOException, InterruptedException, SQLException {
        Optional<String> named = given.or(() -> Optional.ofNullable(System.getenv("PLUMBLINE_TEST_POSTGRES_URL")))
                .filter(url -> !url.isBlank());
        if (named.isPresent()) {
            return new PlatformServer(DatabaseUrl.parse(named.get()), Optional.empty(), keep);
        }
        Path tools = root.resolve("scripts/postgres-tools");
        Process process = new ProcessBuilder(tools.toString(), "start")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String started = answer.lines()
                .filter(line -> line.startsWith("postgres://"))
                .findFirst()
                .orElseThrow(() -> new IOException("no PostgreSQL with pgvector: " + answer));
        process.waitFor();
        return new PlatformServer(DatabaseUrl.parse(started), Optional.of(tools), keep);
    }

    /** Returns the URL of a database, whether it is there or not. */
    DatabaseUrl url(String name) {
        return url.withDatabase(name);
    }

    /** Whether databases stay, and this one is there from an earlier run that filled it with as many embeddings. */
    boolean keeps(String name, int rows) throws SQLException {
        try (Connection connection = url.open()) {
            if (!keep
                    || one(connection, "SELECT count(*) FROM pg_database WHERE datname = '" + name + "'")
                            .equals("0")) {
                return false;
            }
        }
        try (Connection connection = url(name).open()) {
            return one(connection, "SELECT to_regclass('" + FILLED + "') IS NOT NULL")
                            .equals("t")
                    && one(connection, "SELECT embeddings FROM " + FILLED).equals(Integer.toString(rows));
        }
    }

    /** Notes in a database that it is filled, for later runs. */
    static void filled(Connection connection, int rows) throws SQLException {
        run(connection, "CREATE TABLE " + FILLED + " AS SELECT " + rows + " AS embeddings");
    }

    /** Makes a database of scripts, in this order, and folders of scripts. */
    void make(String name, List<Path> scripts) throws SQLException, IOException {
        try (Connection connection = url.open()) {
            run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            run(connection, "CREATE DATABASE " + name + " TEMPLATE template0");
        }
        databases.add(name);
        try (Connection connection = url(name).open()) {
            for (Path script : scripts) {
                try (Stream<Path> files = Files.isDirectory(script) ? Files.list(script) : Stream.of(script)) {
                    for (Path file : files.sorted().toList()) {
                        run(connection, Files.readString(file));
                    }
                }
            }
        }
    }

    /** Returns what the server is and how it is set, in the words of the page. */
    String description() throws SQLException {
        try (Connection connection = url.open()) {
            return "PostgreSQL " + one(connection, "SHOW server_version") + ", pgvector "
                    + one(connection, "SELECT default_version FROM pg_available_extensions WHERE name = 'vector'")
                    + ", shared_buffers " + one(connection, "SHOW shared_buffers") + ", fsync "
                    + one(connection, "SHOW fsync");
        }
    }

    /** Returns the first column of the first row, as text. */
    static String one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Runs a script. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        if (keep) {
            return;
        }
        try (Connection connection = url.open()) {
            for (String database : databases) {
                run(connection, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            }
            for (String role : roles) {
                run(connection, "DROP ROLE IF EXISTS " + role);
            }
        }
        if (tools.isPresent()) {
            new ProcessBuilder(tools.get().toString(), "stop")
                    .inheritIO()
                    .start()
                    .onExit()
                    .join();
        }
    }
}
