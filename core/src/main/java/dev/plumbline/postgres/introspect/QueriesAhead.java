// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Runs the large queries one ahead: while the rows of one are made into objects, the server already works on the next,
 * and neither waits for the other. They share the one connection, which pgjdbc lets several threads use in turn, so all
 * see one snapshot, and a database that gives us a single connection is read as fast. At most two answers are in memory.
 */
final class QueriesAhead implements AutoCloseable {
    private final Connection connection;
    private final Deque<String> waiting = new ArrayDeque<>();
    private final Map<String, Future<ResultSet>> running = new HashMap<>();
    private volatile @Nullable Statement atWork;
    private final ExecutorService fetcher = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("plumbline-catalog").factory());

    QueriesAhead(Connection connection) {
        this.connection = connection;
    }

    /** Begins with the first query; they are to be taken in this order. */
    void announce(List<String> queries) {
        waiting.addAll(queries);
        startNext();
    }

    /**
     * Returns the rows of a query that was announced, all of them in memory, and begins with the one behind it; empty for
     * a query that was not. Who takes them closes them and their statement.
     */
    Optional<ResultSet> take(String query) throws SQLException {
        Future<ResultSet> fetched = running.remove(query);
        if (fetched == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(fetched.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while the catalog was read", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof SQLException ofServer
                    ? ofServer
                    : new SQLException("the catalog could not be read", e.getCause());
        } finally {
            startNext();
        }
    }

    private void startNext() {
        String query = waiting.poll();
        if (query != null) {
            running.put(query, fetcher.submit(() -> fetch(query)));
        }
    }

    @SuppressWarnings("resource") // closes with its result: closeOnCompletion
    private ResultSet fetch(String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.closeOnCompletion();
        atWork = statement;
        return statement.executeQuery();
    }

    /**
     * Ends what is still running, which there is only after a failure, and waits for its end: a connection that works on
     * a query is of no use to whoever called us.
     */
    @Override
    public void close() {
        waiting.clear();
        Statement unfinished = atWork;
        if (!running.isEmpty() && unfinished != null) {
            try {
                unfinished.cancel();
            } catch (SQLException e) {
                // The server cannot be told; the query ends by itself, or with the connection.
            }
        }
        fetcher.close();
    }
}
