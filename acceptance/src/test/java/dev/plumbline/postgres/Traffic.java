// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An application at work on a database: threads that run its statements one after another, a transaction that is left open
 * for a while again and again, and a report that holds its snapshot. It notes what failed and how long the slowest took. A
 * statement that waits for a lock as long as {@link #LOCK_TIMEOUT} fails: the server tells this wait from that of a busy machine.
 */
final class Traffic implements AutoCloseable {
    private static final long BETWEEN_MILLIS = 3;

    /** Well above what a step waits for its own lock, with everybody behind it. */
    private static final String LOCK_TIMEOUT = "3s";

    private final DatabaseUrl url;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();
    private final AtomicInteger done = new AtomicInteger();
    private volatile boolean over;

    private Traffic(DatabaseUrl url) {
        this.url = url;
    }

    /**
     * Begins.
     *
     * @param statements what the application runs, over and over, each in a transaction of its own; {@code $n} is another number
     *     every time
     * @param table what the report reads and the open transaction has read
     * @param held how long those two hold on
     */
    static Traffic on(DatabaseUrl url, List<String> statements, String table, Duration held) {
        return on(url, statements, table, held, 1_000_000);
    }

    /** Begins with another first number, as a second application beside the first. */
    static Traffic on(DatabaseUrl url, List<String> statements, String table, Duration held, int first) {
        Traffic traffic = new Traffic(url);
        AtomicInteger number = new AtomicInteger(first);
        for (int thread = 0; thread < 3; thread++) {
            traffic.threads.execute(() -> traffic.run(connection -> {
                for (String statement : statements) {
                    traffic.timed(connection, statement.replace("$n", Integer.toString(number.incrementAndGet())));
                }
            }));
        }
        traffic.threads.execute(() -> traffic.run(connection -> {
            connection.setAutoCommit(false);
            traffic.run(connection, "SELECT count(*) FROM " + table + " WHERE false");
            Thread.sleep(held.toMillis());
            connection.commit();
            Thread.sleep(held.toMillis());
        }));
        traffic.threads.execute(() -> traffic.run(connection -> {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            traffic.run(connection, "SELECT count(*) FROM " + table);
            traffic.run(connection, "SELECT pg_catalog.pg_sleep(" + held.toMillis() / 1000.0 + ")");
            connection.commit();
            Thread.sleep(held.toMillis());
        }));
        return traffic;
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    private void run(Work work) {
        try (Connection connection = url.open()) {
            run(connection, "SET lock_timeout = '" + LOCK_TIMEOUT + "'");
            while (!over) {
                work.on(connection);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            failures.add(e.getSQLState() + " " + e.getMessage());
        }
    }

    private void timed(Connection connection, String sql) throws InterruptedException {
        long began = System.nanoTime();
        try {
            run(connection, sql);
        } catch (SQLException e) {
            failures.add(sql + ": " + e.getSQLState() + " " + e.getMessage());
        }
        longest.accumulateAndGet(System.nanoTime() - began, Math::max);
        done.incrementAndGet();
        Thread.sleep(BETWEEN_MILLIS);
    }

    private void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Waits until the application has run that many statements more. */
    void awaitStatements(int count) throws InterruptedException {
        int until = done.get() + count;
        while (done.get() < until && failures.isEmpty()) {
            Thread.sleep(BETWEEN_MILLIS);
        }
    }

    /** Returns what failed, with the server's words. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns how long the slowest statement took, its waiting for locks included. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    /** Returns how many statements the application has run. */
    int done() {
        return done.get();
    }

    /** Forgets what was measured until now. */
    void begin() {
        longest.set(0);
        done.set(0);
    }

    @Override
    public void close() {
        end();
    }

    /** Ends the application, which may come before the end of the test; ended once more, nothing happens. */
    void end() {
        over = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(60, TimeUnit.SECONDS)) {
                threads.shutdownNow();
                failures.add("the application did not end");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
