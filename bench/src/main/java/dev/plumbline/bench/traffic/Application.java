// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

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
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/**
 * The shop's application at work: threads that run its statements one after another, a report that reads all orders and holds its
 * snapshot, and a transaction that has read every table and stays open for a while, again and again. What fails is counted, and the
 * thread goes on.
 */
final class Application implements AutoCloseable {
    private static final int THREADS = 4;
    private static final long BETWEEN_MILLIS = 4;
    private static final List<String> TABLES =
            List.of("customers", "orders", "payments", "refunds", "visits", "readings");

    private final DatabaseUrl url;
    private final int orders;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> statements = ShopFiles.application();
    private final AtomicInteger number = new AtomicInteger(1_000_000_000);
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Slowest> slowest = new AtomicReference<>(Slowest.NONE);
    private final LongAdder done = new LongAdder();
    private volatile boolean over;

    private Application(DatabaseUrl url, int orders) {
        this.url = url;
        this.orders = orders;
    }

    /**
     * Begins.
     *
     * @param report how long a report takes; it rests half as long between two. A transaction stays open for a third of it, with
     *     the same pause
     */
    static Application on(DatabaseUrl url, int orders, Duration report) {
        Application application = new Application(url, orders);
        for (int thread = 0; thread < THREADS; thread++) {
            application.begin(application::serve);
        }
        application.begin(connection -> application.report(connection, report));
        application.begin(connection -> application.leaveOpen(connection, report.dividedBy(3)));
        return application;
    }

    /** A statement, with its parameters by name, and how long it took. */
    record Slowest(Duration took, String sql) {
        private static final Slowest NONE = new Slowest(Duration.ZERO, "");

        private Slowest slower(Slowest other) {
            return took.compareTo(other.took) < 0 ? other : this;
        }
    }

    private interface Work {
        void on(Connection connection) throws SQLException, InterruptedException;
    }

    private void begin(Work work) {
        threads.execute(() -> {
            while (!over) {
                try (Connection connection = url.open()) {
                    while (!over) {
                        work.on(connection);
                    }
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                } catch (SQLException e) {
                    failures.add(e.getSQLState() + " " + e.getMessage());
                }
            }
        });
    }

    private void serve(Connection connection) throws SQLException, InterruptedException {
        int next = number.incrementAndGet();
        int old = 1 + (int) (next * 7_919L % orders);
        for (String statement : statements) {
            String sql = statement
                    .replace(":n", Integer.toString(next))
                    .replace(":old", Integer.toString(old))
                    .replace(":customer", Integer.toString(next % (orders / 100)));
            long began = System.nanoTime();
            try {
                run(connection, sql);
            } finally {
                slowest.accumulateAndGet(
                        new Slowest(Duration.ofNanos(System.nanoTime() - began), statement), Slowest::slower);
                done.increment();
            }
            Thread.sleep(BETWEEN_MILLIS);
        }
    }

    private void report(Connection connection, Duration length) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        long until = System.nanoTime() + length.toNanos();
        run(connection, "SELECT count(*), sum(quantity * price) FROM orders");
        while (System.nanoTime() < until && !over) {
            Thread.sleep(BETWEEN_MILLIS);
        }
        connection.commit();
        rest(length.dividedBy(2));
    }

    private void leaveOpen(Connection connection, Duration length) throws SQLException, InterruptedException {
        connection.setAutoCommit(false);
        for (String table : TABLES) {
            run(connection, "SELECT FROM " + table + " LIMIT 1");
        }
        rest(length);
        connection.commit();
        rest(length);
    }

    private void rest(Duration length) throws InterruptedException {
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until && !over) {
            Thread.sleep(BETWEEN_MILLIS);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Forgets what was measured until now. */
    void forget() {
        slowest.set(Slowest.NONE);
        failures.clear();
        done.reset();
    }

    /** Returns the slowest statement that has ended, its waiting for locks included. Reports do not count. */
    Slowest slowest() {
        return slowest.get();
    }

    /** Returns what failed, with the server's words. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Returns how many statements were run, reports apart. */
    long done() {
        return done.sum();
    }

    @Override
    public void close() {
        over = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(5, TimeUnit.MINUTES)) {
                threads.shutdownNow();
                throw new IllegalStateException("the application does not end");
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
