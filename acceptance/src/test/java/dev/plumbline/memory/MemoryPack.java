// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import dev.plumbline.acceptance.Places;
import dev.plumbline.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The pack, and a database of it in a file. */
final class MemoryPack {
    static final Path FOLDER = Places.root().resolve("packs/memory");
    static final Path MIGRATIONS = FOLDER.resolve("migrations");
    static final Path OLDER = FOLDER.resolve("migrations-23-indexes");
    static final Path SCHEMA = FOLDER.resolve("schema");
    static final Path WORKLOAD = FOLDER.resolve("workload.sql");

    private static final Map<String, byte[]> MADE = new ConcurrentHashMap<>();

    private MemoryPack() {}

    /** Runs a command on a database with the migrations of the pack. */
    static CommandRun migrate(Path file, Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", file, "--migrations", MIGRATIONS));
        return CommandRun.of(all.toArray());
    }

    /** Makes a database at a version; the first of each is kept in memory for the others. */
    static Path at(Path file, String version) throws IOException {
        byte[] known = MADE.get(version);
        if (known != null) {
            return Files.write(file, known);
        }
        Files.createFile(file);
        CommandRun run = migrate(file, "to", version);
        if (run.exitCode() != 0) {
            throw new IllegalStateException(run.err());
        }
        MADE.put(version, Files.readAllBytes(file));
        return file;
    }

    /** Opens a database as an application of the pack must: with its foreign keys enforced. */
    static Connection open(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        run(connection, "PRAGMA foreign_keys = ON");
        return connection;
    }

    /** Runs a script of any number of statements. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
        }
    }

    /** Runs a script on a file. */
    static void run(Path file, String script) throws SQLException {
        try (Connection connection = open(file)) {
            run(connection, script);
        }
    }

    /** Returns the rows that a query finds, their columns joined by bars. */
    static List<String> rows(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.add(found.getString(i));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    /** Returns the rows that a query finds in a file. */
    static List<String> rows(Path file, String query) throws SQLException {
        try (Connection connection = open(file)) {
            return rows(connection, query);
        }
    }

    /** Returns every row of every table of the application, columns by name, whatever their order is. */
    static List<String> everything(Path file) throws SQLException {
        List<String> everything = new ArrayList<>();
        try (Connection connection = open(file)) {
            for (String table :
                    List.of("users", "entities", "memories", "interactions", "api_usage_tracking", "sqlite_sequence")) {
                List<String> columns =
                        rows(connection, "SELECT name FROM pragma_table_info('" + table + "') ORDER BY name");
                String list = String.join(
                        ", ",
                        columns.stream().map(name -> "quote(" + name + ")").toList());
                rows(connection, "SELECT " + list + " FROM " + table).stream()
                        .sorted()
                        .forEach(row -> everything.add(table + ": " + row));
            }
        }
        return everything;
    }
}
