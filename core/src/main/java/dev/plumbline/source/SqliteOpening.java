// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens a SQLite file. The driver would make one that is not there, and find out only later that one is no database.
 *
 * <p>The file itself is looked into only when SQLite has refused it: closing a file drops every lock that the process
 * has on it (SQLite documentation, "How To Corrupt An SQLite Database File", section 2.2), those of our own connections
 * too.
 */
final class SqliteOpening {
    /** SQLITE_OPEN_READWRITE and SQLITE_OPEN_URI, and not SQLITE_OPEN_CREATE. */
    private static final String EXISTING_ONLY = Integer.toString(0x2 | 0x40);

    private final DatabaseUrl url;

    SqliteOpening(DatabaseUrl url) {
        this.url = url;
    }

    Connection open() {
        Optional<Path> file = path();
        file.ifPresent(this::requireFile);
        Properties properties = url.properties();
        properties.putIfAbsent("open_mode", EXISTING_ONLY);
        try {
            Connection connection = DriverManager.getConnection(url.jdbcUrl(), properties);
            try {
                requireDatabase(connection);
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            return connection;
        } catch (SQLException e) {
            throw refused(file, e);
        }
    }

    /** Returns the file that is meant; empty for a URI, which SQLite reads itself. */
    private Optional<Path> path() {
        String name = url.databaseName();
        if (name.startsWith("file:")) {
            return Optional.empty();
        }
        int parameters = name.indexOf('?');
        try {
            return Optional.of(Path.of(parameters < 0 ? name : name.substring(0, parameters)));
        } catch (InvalidPathException e) {
            throw failed("'" + name + "' is no name of a file: " + e.getReason() + ".", "Check the path.", e);
        }
    }

    private void requireFile(Path file) {
        if (Files.isRegularFile(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw failed(file + " is a folder, not a SQLite database.", "Name a file in it.", null);
        }
        if (Files.exists(file)) {
            throw failed(file + " is no regular file, so it is no SQLite database.", "Check the path.", null);
        }
        throw failed(
                folder == null || Files.isDirectory(folder)
                        ? "There is no SQLite database " + file + "."
                        : "There is no folder " + folder + ", and so no SQLite database " + file.getFileName()
                                + " in it.",
                "Check the path; Plumbline never makes a database file of its own accord.",
                null);
    }

    /** Reads the first page, and rolls back what a killed writer has left, as the first reader does. */
    private static void requireDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery("PRAGMA schema_version").close();
        } catch (SQLException e) {
            // One who is writing lets us in later; what comes next waits as long as it means to.
            if (SqliteErrors.code(e)
                    .filter(code -> code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED"))
                    .isEmpty()) {
                throw e;
            }
        }
    }

    private PlumblineException refused(Optional<Path> file, SQLException e) {
        Optional<String> code = SqliteErrors.code(e);
        if (code.isEmpty()) {
            return ConnectionErrors.explain(url, e);
        }
        String said = ServerMessage.of(e).text();
        if (code.get().equals("SQLITE_NOTADB") && file.isPresent()) {
            SqliteHeader header = SqliteHeader.of(file.get());
            return failed(
                    file.get() + " is no SQLite database: " + header.looksLike() + ". Nothing was changed.",
                    header.wayOut(),
                    e);
        }
        return failed(
                "The SQLite database " + url.databaseName() + " cannot be read: " + said + ". Nothing was changed.",
                SqliteErrors.wayOut(e).orElse("Check the path, and that the database is sound."),
                e);
    }

    private static PlumblineException failed(String fact, String wayOut, @Nullable Throwable cause) {
        return new PlumblineException(ErrorCode.CONNECTION_FAILED, fact, wayOut, null, cause);
    }
}
