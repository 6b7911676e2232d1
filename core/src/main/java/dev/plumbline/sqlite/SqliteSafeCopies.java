// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Pulse;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.SafeCopy;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ServerMessage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Copies a database file through SQLite's backup API (SQLite documentation, "SQLite Backup API"), next to it. The
 * JDBC driver runs it by the words {@code backup to}.
 *
 * <p>The copying connection is another than the one that has the write lock: the API refuses to read from a connection
 * that is writing, and from any other it reads what is committed. As nobody else can write meanwhile, it never has to
 * begin again.
 *
 * <p>Until it is complete, the copy has a name of its own, so that half a copy is never taken for one.
 */
final class SqliteSafeCopies implements SafeCopies {
    static final String SUFFIX = ".plumbline-copy-";

    private static final String INCOMPLETE = ".incomplete";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A table counts if it is there for its rows, and not for ours. */
    private static final String TABLES = """
            SELECT name FROM main.sqlite_schema WHERE type = 'table' AND rootpage > 0
            AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT IN ('plumbline_lease', 'plumbline_history')
            """;

    private static final long MEGABYTE = 1L << 20;

    @Override
    public boolean endangersRows(String statement) {
        return RowDanger.isIn(statement);
    }

    @Override
    public Optional<SafeCopy> take(Connection working, Supplier<Connection> connections, ProgressListener progress)
            throws SQLException {
        Optional<DatabaseFile> found = DatabaseFile.of(working);
        if (found.isEmpty() || !hasRows(working)) {
            return Optional.empty();
        }
        DatabaseFile database = found.get();
        long size =
                Queries.number(working, "PRAGMA main.page_count") * Queries.number(working, "PRAGMA main.page_size");
        Path copy = freeName(database);
        Path incomplete = copy.resolveSibling(copy.getFileName() + INCOMPLETE);
        try {
            requireRoom(database, size);
            createForOwner(incomplete);
            copy(connections, database, incomplete, size, progress);
            samePermissions(database.path(), incomplete);
            Files.move(incomplete, copy);
        } catch (IOException e) {
            remove(incomplete, e);
            throw failed(database, String.valueOf(e), e);
        } catch (SQLException e) {
            remove(incomplete, e);
            throw failed(database, ServerMessage.of(e).text(), e);
        } catch (PlumblineException e) {
            remove(incomplete, e);
            throw e;
        }
        return Optional.of(new Copy(database.path(), copy));
    }

    private static void copy(
            Supplier<Connection> connections, DatabaseFile database, Path to, long size, ProgressListener progress)
            throws SQLException {
        Pulse pulse = Pulse.begin(
                progress,
                "copying " + database.path().getFileName() + ", MB",
                () -> to.toFile().length() / MEGABYTE,
                Math.max(1, size / MEGABYTE));
        try (Connection reading = connections.get()) {
            Queries.run(reading, "backup to " + quoted(to));
        } finally {
            pulse.close();
        }
    }

    private static boolean hasRows(Connection connection) throws SQLException {
        for (String table : Queries.list(connection, TABLES, row -> row.getString(1))) {
            if (Queries.number(connection, "SELECT EXISTS (SELECT 1 FROM main." + SqliteNames.quote(table) + ")")
                    != 0) {
                return true;
            }
        }
        return false;
    }

    private static Path freeName(DatabaseFile database) {
        String moment = SUFFIX + MOMENT.format(Instant.now());
        Path free = database.beside(moment);
        for (int i = 2; Files.exists(free) || Files.exists(free.resolveSibling(free.getFileName() + INCOMPLETE)); i++) {
            free = database.beside(moment + "-" + i);
        }
        return free;
    }

    private static void requireRoom(DatabaseFile database, long size) throws IOException {
        long free = Files.getFileStore(database.path()).getUsableSpace();
        if (free < size) {
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "There is no room for a copy of " + database.path() + " next to it: it takes " + megabytes(size)
                            + ", and " + megabytes(free) + " are free. Nothing was changed.",
                    "Free some space, or do without the copy: --no-backup.");
        }
    }

    /** Rows that only their owner may read are nobody else's business in a copy. */
    private static void createForOwner(Path file) throws IOException {
        if (isPosix(file)) {
            FileAttribute<Set<PosixFilePermission>> owner =
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.createFile(file, owner);
        } else {
            Files.createFile(file);
        }
    }

    private static void samePermissions(Path from, Path to) throws IOException {
        if (isPosix(to)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && Files.getFileAttributeView(file.toAbsolutePath().getParent(), PosixFileAttributeView.class) != null;
    }

    /** The driver takes the name between quotes of either kind, and knows no way to write one within. */
    private static String quoted(Path file) {
        String name = file.toString();
        if (!name.contains("\"")) {
            return '"' + name + '"';
        }
        if (!name.contains("'")) {
            return "'" + name + "'";
        }
        throw new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "The name " + name + " has quotes of both kinds, and the driver copies to no such file."
                        + " Nothing was changed.",
                "Give the file or its folder another name, or do without the copy: --no-backup.");
    }

    private static void remove(Path incomplete, Exception reason) {
        try {
            Files.deleteIfExists(incomplete);
            Files.deleteIfExists(incomplete.resolveSibling(incomplete.getFileName() + "-journal"));
        } catch (IOException e) {
            reason.addSuppressed(e);
        }
    }

    private static PlumblineException failed(DatabaseFile database, String said, Exception cause) {
        return new PlumblineException(
                ErrorCode.DATABASE_ERROR,
                "The copy of " + database.path() + " that is made before rows could be lost fails: " + said
                        + ". Nothing was changed.",
                "It is made in the folder of the database, which must have room for it and be writable. To do without:"
                        + " --no-backup.",
                null,
                cause);
    }

    @Override
    public List<String> left(Connection connection) throws SQLException {
        Optional<DatabaseFile> database = DatabaseFile.of(connection);
        if (database.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>();
        for (Path file : copies(database.get())) {
            Copy copy = new Copy(database.get().path(), file);
            sentences.add(
                    file.toString().endsWith(INCOMPLETE)
                            ? "A run was killed while it copied the database, before it changed anything: " + file
                                    + " is of no use and can be deleted."
                            : "A copy of the database that an earlier run made, which did not come to its end, is still"
                                    + " here: " + file + " ("
                                    + megabytes(file.toFile().length()) + "). " + copy.wayBack()
                                    + " Delete it when nothing is missing.");
        }
        return sentences;
    }

    private static Set<Path> copies(DatabaseFile database) {
        Set<Path> found = new TreeSet<>();
        String prefix = database.path().getFileName() + SUFFIX;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(
                database.path().toAbsolutePath().getParent(),
                file -> file.getFileName().toString().startsWith(prefix)
                        && !file.getFileName().toString().endsWith("-journal"))) {
            files.forEach(found::add);
        } catch (IOException e) {
            // A folder that cannot be listed tells nothing, and this is only a reminder.
        }
        return found;
    }

    private static String megabytes(long bytes) {
        return Math.max(1, bytes / MEGABYTE) + " MB";
    }

    /**
     * A copy.
     *
     * @param database what it is a copy of
     */
    private record Copy(Path database, Path file) implements SafeCopy {
        @Override
        public String wayBack() {
            String name = file.toString().replace("\\", "\\\\").replace("\"", "\\\"");
            return "To go back to it: sqlite3 " + shell(database.toString()) + " " + shell(".restore \"" + name + "\"")
                    + ".";
        }

        /** A word of a shell's command, whatever is in it. */
        private static String shell(String word) {
            return "'" + word.replace("'", "'\\''") + "'";
        }

        @Override
        public void remove() throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
