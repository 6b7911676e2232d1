// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An application that writes to a database while a run in another process changes its schema: rows of a table that
 * stays, and of one that is made anew. It waits for locks, and counts what it was told is committed.
 */
final class OtherWriter implements AutoCloseable {
    private static final int WAITS_MILLIS = 20_000;

    private final Path file;
    private final AtomicInteger committed = new AtomicInteger();
    private final Thread thread;
    private volatile boolean ended;
    private volatile String failure = "";

    private OtherWriter(Path file, boolean writes) {
        this.file = file;
        this.thread = writes
                ? Thread.ofPlatform().unstarted(this::write)
                : Thread.ofPlatform().unstarted(() -> {});
    }

    static OtherWriter start(Path file) {
        OtherWriter writer = new OtherWriter(file, true);
        writer.thread.start();
        return writer;
    }

    /** Returns one that writes nothing. */
    static OtherWriter none(Path file) {
        OtherWriter writer = new OtherWriter(file, false);
        writer.thread.start();
        return writer;
    }

    private void write() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + WAITS_MILLIS);
            statement.execute("PRAGMA foreign_keys = ON");
            while (!ended) {
                int next = committed.get() + 1;
                statement.executeUpdate("BEGIN IMMEDIATE; INSERT INTO written VALUES (" + next + ", datetime());"
                        + " INSERT INTO note (author, title) VALUES (1, 'written " + next + "'); COMMIT;");
                committed.set(next);
                Thread.sleep(2);
            }
        } catch (SQLException e) {
            failure = " the writer failed: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void stop() {
        ended = true;
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how many rows are not there that were committed, and why it could write no more. */
    String missing() throws IOException, InterruptedException {
        int there = committed.get();
        return SqliteShell.run(
                        file,
                        "SELECT " + (2 * there) + " - (SELECT count(*) FROM written WHERE id <= " + there + ")"
                                + " - (SELECT count(*) FROM note WHERE title GLOB 'written *'"
                                + " AND CAST(substr(title, 9) AS INTEGER) <= " + there + ")")
                + failure;
    }

    @Override
    public void close() {
        stop();
    }
}
