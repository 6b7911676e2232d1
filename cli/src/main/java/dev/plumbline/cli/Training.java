// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sqlite.util.LibraryLoaderUtil;
import picocli.CommandLine;

/**
 * The run from which the launcher records what the JVM later starts from: the commands below, in one process, on
 * throw-away input. A command that is to start quickly is added to {@link #commands}. The argument, if any, is the
 * folder in which the launcher keeps native libraries.
 */
final class Training {
    private static final Pattern LOADED = Pattern.compile(
            "((?:org/postgresql/(?:core|core/v3|jdbc|util|hostchooser|geometric|copy|plugin)/[^/]+|org/postgresql/[^/]+"
                    + "|dev/plumbline/(?:[a-z]+/)?[^/]+))\\.class");

    private Training() {}

    /** The commands to record; what they find in {@code folder} is theirs to read and write. */
    private static List<List<String>> commands(Path folder) {
        String sqlite = "sqlite:" + folder.resolve("app.db");
        String migrations = folder.resolve("migrations").toString();
        return List.of(
                List.of("--version"),
                List.of("--help"),
                List.of("status", "--url", sqlite),
                List.of("up", "--url", sqlite, "--migrations", migrations),
                List.of("status", "--url", sqlite, "--migrations", migrations),
                List.of("check", "--url", sqlite, "--migrations", migrations),
                // There is no server to be had here; what is recorded is the way to one.
                List.of("status", "--url", "postgres://nobody@127.0.0.1:1/app", "--migrations", migrations));
    }

    @SuppressWarnings("SystemOut") // swallowed here, so that the recording is silent
    public static void main(String... args) throws IOException, SQLException, URISyntaxException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        System.setOut(nowhere);
        System.setErr(nowhere);
        if (args.length > 0) {
            Path natives = Path.of(args[0]);
            unpackSqlite(natives);
            System.setProperty("org.sqlite.lib.path", natives.toString()); // as the launcher will
        }
        Path folder = Files.createTempDirectory("plumbline-training");
        try {
            makeDatabase(folder.resolve("app.db"));
            writeMigrations(folder.resolve("migrations"));
            loadClasses();
            for (List<String> command : commands(folder)) {
                CommandLine commandLine = Main.commandLine();
                commandLine.setOut(new PrintWriter(nowhere, false, StandardCharsets.UTF_8));
                commandLine.setErr(new PrintWriter(nowhere, false, StandardCharsets.UTF_8));
                commandLine.execute(command.toArray(String[]::new)); // a failure is recorded as well as a success
            }
        } finally {
            deleteRecursively(folder);
        }
    }

    /** A database that is not there is refused before anything worth recording is loaded. */
    private static void makeDatabase(Path file) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE users(id integer PRIMARY KEY, name text NOT NULL)");
            statement.execute("CREATE INDEX users_name ON users(name)");
        }
    }

    private static void writeMigrations(Path folder) throws IOException {
        Files.createDirectory(folder);
        for (int i = 1; i <= 20; i++) {
            Files.writeString(folder.resolve("%06d_table.up.sql".formatted(i)), """
                    -- What is recorded splits, compares and applies this.
                    CREATE TABLE t%1$d (id integer PRIMARY KEY, name text NOT NULL DEFAULT 'it''s', amount numeric(10, 2));
                    CREATE INDEX t%1$d_name ON t%1$d (name);
                    """.formatted(i));
            Files.writeString(folder.resolve("%06d_table.down.sql".formatted(i)), "DROP TABLE t%d;\n".formatted(i));
        }
    }

    /** What talks to a server cannot be run here, so it is only loaded. */
    private static void loadClasses() throws IOException, URISyntaxException {
        Path jar = Path.of(Training.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        if (!Files.isRegularFile(jar)) {
            return;
        }
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                Matcher name = LOADED.matcher(entry.getName());
                if (name.matches()) {
                    load(name.group(1).replace('/', '.'));
                }
            }
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // It needs a library that is not in the jar, and nobody misses it.
        }
    }

    /** Unpacks SQLite's native library once: the driver would do it at every start, which takes 50 ms. */
    private static void unpackSqlite(Path natives) throws IOException {
        String name = LibraryLoaderUtil.getNativeLibName();
        String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
        try (InputStream library = Training.class.getResourceAsStream(resource)) {
            if (library == null) {
                return; // no library for this platform in the jar; the driver says so itself where it is needed
            }
            Files.createDirectories(natives);
            // A new file under the old name: a process that runs from the old one keeps it.
            Path fresh = Files.createTempFile(natives, name, null);
            Files.copy(library, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, natives.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteRecursively(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }
}
