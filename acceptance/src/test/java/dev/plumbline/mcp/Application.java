// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An application at work on the platform: threads that authenticate, make tasks and lead them on, and search, each on one
 * connection that lasts as long as the application runs. What fails is kept, and how long the slowest request took. A request
 * that waits for a lock as long as {@link #LOCK_TIMEOUT} fails: the server tells this wait from that of a busy machine.
 */
final class Application implements AutoCloseable {
    /** What a form of the application sends. */
    interface Form {
        /** Prepares a connection, as at the start of a session. */
        void begin(Connection connection, UUID tenant) throws SQLException;

        /** Finds the key of the tenant, or fails. */
        void authenticate(Connection connection, UUID tenant) throws SQLException;

        /** Makes a task and leads it on. */
        void work(Connection connection, UUID tenant, UUID task) throws SQLException;

        /** Stores a text and finds it. */
        void search(Connection connection, UUID tenant, String word) throws SQLException;
    }

    /** Long beside the 500 ms of the migrations, short beside the rewrite of a table or a queue behind one. */
    private static final String LOCK_TIMEOUT = "3s";

    private final Platform platform;
    private final Form form;
    private final UUID tenant;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicLong longest = new AtomicLong();
    private final List<Exception> failures = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Application(Platform platform, Form form, UUID tenant) {
        this.platform = platform;
        this.form = form;
        this.tenant = tenant;
        AtomicInteger words = new AtomicInteger();
        start(connection -> form.authenticate(connection, tenant));
        start(connection -> form.work(connection, tenant, UUID.randomUUID()));
        start(connection -> form.search(connection, tenant, "word" + words.incrementAndGet()));
    }

    private interface Request {
        void send(Connection connection) throws SQLException;
    }

    private void start(Request request) {
        threads.execute(() -> {
            try (Connection connection = platform.as("mcp_app")) {
                Rows.run(connection, "SET lock_timeout = '" + LOCK_TIMEOUT + "'");
                form.begin(connection, tenant);
                serve(connection, request);
            } catch (SQLException e) {
                fail(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail(e);
            }
        });
    }

    private void serve(Connection connection, Request request) throws InterruptedException {
        while (!stopped.get()) {
            long began = System.nanoTime();
            try {
                request.send(connection);
                requests.incrementAndGet();
            } catch (SQLException | IllegalStateException e) {
                fail(e);
            }
            longest.accumulateAndGet(System.nanoTime() - began, Math::max);
            // An application is not a benchmark: it leaves the machine something to migrate with.
            Thread.sleep(2);
        }
    }

    private void fail(Exception e) {
        synchronized (failures) {
            failures.add(e);
        }
    }

    /** Returns what has failed until now. */
    List<Exception> failures() {
        synchronized (failures) {
            return List.copyOf(failures);
        }
    }

    /** Returns how many requests were answered until now. */
    int requests() {
        return requests.get();
    }

    /** Returns the longest that anybody has waited for a request, in milliseconds. */
    long longestMillis() {
        return longest.get() / 1_000_000;
    }

    /** Waits until so many more requests were answered, or something failed. */
    void serve(int more) throws InterruptedException {
        int until = requests() + more;
        long patience = System.nanoTime() + 60_000_000_000L;
        while (requests() < until && failures().isEmpty() && System.nanoTime() < patience) {
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        stopped.set(true);
        threads.close();
    }
}
