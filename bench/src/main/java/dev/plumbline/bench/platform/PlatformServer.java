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

/** A server with pgvector and the databases that are made on it; they go with this, and so do roles that were not there before. */
final class PlatformServer implements AutoCloseable {
    private static final List<String> ROLES = List.of("mcp_app", "mcp_security", "mcp_maintenance");

    private final DatabaseUrl url;
    private final Optional<Path> tools;
    private final List<String> databases = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();

    private PlatformServer(DatabaseUrl url, Optional<Path> tools) throws SQLException {
        this.url = url;
        this.tools = tools;
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
     */
    static PlatformServer get(Path root, Optional<String> given)
            throws IOException, InterruptedException, SQLException {
        Optional<String> named = given.or(() -> Optional.ofNullable(System.getenv("PLUMBLINE_TEST_POSTGRES_URL")))
                .filter(url -> !url.isBlank());
        if (named.isPresent()) {
            return new PlatformServer(DatabaseUrl.parse(named.get()), Optional.empty());
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
        return new PlatformServer(DatabaseUrl.parse(started), Optional.of(tools));
    }

    /** Makes a database of scripts, in this order, and folders of scripts. */
    DatabaseUrl database(String name, List<Path> scripts) throws SQLException, IOException {
        try (Connection connection = url.open()) {
            run(connection, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            run(connection, "CREATE DATABASE " + name + " TEMPLATE template0");
        }
        databases.add(name);
        DatabaseUrl made = url.withDatabase(name);
        try (Connection connection = made.open()) {
            for (Path script : scripts) {
                try (Stream<Path> files = Files.isDirectory(script) ? Files.list(script) : Stream.of(script)) {
                    for (Path file : files.sorted().toList()) {
                        run(connection, Files.readString(file));
                    }
                }
            }
        }
        return made;
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
