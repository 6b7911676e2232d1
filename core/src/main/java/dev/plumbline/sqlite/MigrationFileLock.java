// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The migration lock of a database file: an operating system's lock on a file next to it, {@code NAME.plumbline-lock}.
 * It is gone with the process that held it, however that ended. It holds on one machine; where several share the file
 * over a network, {@code BEGIN IMMEDIATE} still lets only one of them write at a time. A database in memory belongs to
 * one process and has none.
 */
final class MigrationFileLock implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path file;
    private final FileChannel channel;

    private MigrationFileLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static AutoCloseable take(Connection connection) throws SQLException, InterruptedException {
        String database = Queries.list(
                        connection,
                        "SELECT coalesce(file, '') FROM pragma_database_list WHERE name = 'main'",
                        row -> row.getString(1))
                .get(0);
        if (database.isEmpty()) {
            return () -> {};
        }
        Path file = Path.of(database + ".plumbline-lock");
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            MigrationFileLock lock = tryTake(file);
            if (lock != null) {
                return lock;
            }
            Thread.sleep(PAUSE);
        }
        throw new PlumblineException(
                ErrorCode.LOCK_NOT_AVAILABLE,
                "Another run has been changing this database for " + PATIENCE.toSeconds()
                        + " seconds; nothing was done.",
                "Wait until it ends, then run again. Its lock is on the file " + file.getFileName() + ".");
    }

    private static @Nullable MigrationFileLock tryTake(Path file) {
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                // The one before may have removed the file after this one opened it: such a lock would hold nobody off.
                if (lock != null && isStillThere(file, channel)) {
                    return new MigrationFileLock(file, channel);
                }
            } catch (OverlappingFileLockException e) {
                // Another thread of this process has it.
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new PlumblineException(
                    ErrorCode.LOCK_NOT_AVAILABLE,
                    "The lock file " + file.getFileName() + " cannot be made next to the database: " + e.getMessage()
                            + ". Nothing was done.",
                    "Give this user the right to write in the folder of the database; SQLite needs it too.",
                    null,
                    e);
        }
    }

    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        // What is written through the lock shows in the file of that name, or the name has another file by now.
        String mark = ProcessHandle.current().pid() + " " + System.nanoTime();
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.UTF_8)), 0);
        return Files.exists(file) && Objects.equals(Files.readString(file), mark);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
