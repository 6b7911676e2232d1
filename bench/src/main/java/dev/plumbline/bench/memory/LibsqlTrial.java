// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.bench.memory.EmbeddingFigures.Search;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The same embeddings in libSQL's own vector type, with its own index ({@code libsql_vector_idx}, a graph by the DiskANN
 * method) in the settings of the pack, and for comparison in those that it has by default.
 */
final class LibsqlTrial {
    /** As in {@code packs/memory/vector/libsql.up.sql}. */
    private static final String SETTINGS = "'metric=cosine', 'compress_neighbors=float1bit', 'max_neighbors=32'";

    /** Few, because an index by default takes some hundred kilobytes and tens of milliseconds for each. */
    private static final int FEW = 300;

    private static final int BATCH = 100;

    private final LibsqlServer server;
    private final int count;
    private final int users;
    private final Vectors vectors = new Vectors();

    LibsqlTrial(LibsqlServer server, int count, int users) {
        this.server = server;
        this.count = count;
        this.users = users;
    }

    void run(JobFigures figures) throws SQLException {
        try (Connection connection = server.open()) {
            EmbeddingFigures all = new EmbeddingFigures(figures, vectors, count, users);
            fill(connection, "memory_vectors", count, all, "F32_BLOB in libSQL");
            Search exact = byFunction(connection);
            all.search("libSQL, vector_distance_cos", 5, exact, Optional.empty());
            index(connection, "memory_vectors", SETTINGS, all, "libsql_vector_idx over signs, beside them");
            Search byIndex = byIndex(connection);
            all.searchAll("libSQL, vector_top_k (signs), then floats of 100", 100, 20, byIndex, Optional.of(exact));
            int few = Math.min(FEW, count);
            EmbeddingFigures small = new EmbeddingFigures(figures, vectors, few, users);
            fill(connection, "few", few, small, "F32_BLOB in libSQL, few of them");
            index(connection, "few", "'metric=cosine'", small, "libsql_vector_idx by default, beside those few");
        }
    }

    private void fill(Connection connection, String table, int rows, EmbeddingFigures figures, String how)
            throws SQLException {
        run(
                connection,
                "CREATE TABLE " + table + " (memory_id INTEGER PRIMARY KEY, user_id TEXT NOT NULL, embedding F32_BLOB("
                        + Vectors.DIMENSIONS + ") NOT NULL)");
        run(connection, "CREATE INDEX " + table + "_user ON " + table + " (user_id)");
        long before = size(connection);
        Taken taken = Taken.NOTHING;
        connection.setAutoCommit(false);
        try (PreparedStatement row = connection.prepareStatement("INSERT INTO " + table + " VALUES (?, ?, ?)")) {
            for (int i = 0; i < rows; i++) {
                row.setInt(1, i + 1);
                row.setString(2, Rows.user(i % users));
                row.setBytes(3, Vectors.bytes(vectors.vector(i)));
                row.addBatch();
                if (i % BATCH == BATCH - 1 || i == rows - 1) {
                    Taken began = server.now();
                    row.executeBatch();
                    connection.commit();
                    taken = taken.plus(server.now().minus(began));
                }
            }
        } finally {
            connection.setAutoCommit(true);
        }
        figures.kept(how, taken, size(connection) - before);
    }

    private void index(Connection connection, String table, String settings, EmbeddingFigures figures, String how)
            throws SQLException {
        long before = size(connection);
        Taken began = server.now();
        run(
                connection,
                "CREATE INDEX " + table + "_nearest ON " + table + " (libsql_vector_idx(embedding, " + settings + "))");
        figures.kept(how, server.now().minus(began), size(connection) - before);
    }

    private static Search byFunction(Connection connection) {
        return (user, to) -> ids(
                connection,
                "SELECT memory_id FROM memory_vectors WHERE " + (user < 0 ? "1" : "user_id = ?2")
                        + " ORDER BY vector_distance_cos(embedding, ?1) LIMIT " + EmbeddingFigures.NEAREST,
                user,
                to);
    }

    /** The signs find a hundred, and the floats of these say which are the nearest. */
    private static Search byIndex(Connection connection) {
        return (user, to) -> ids(
                connection,
                "SELECT memory_id FROM vector_top_k('memory_vectors_nearest', ?1, 100) AS near JOIN memory_vectors"
                        + " ON memory_vectors.rowid = near.id ORDER BY vector_distance_cos(embedding, ?1) LIMIT "
                        + EmbeddingFigures.NEAREST,
                user,
                to);
    }

    private static List<Integer> ids(Connection connection, String sql, int user, float[] to) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setBytes(1, Vectors.bytes(to));
            if (user >= 0) {
                query.setString(2, Rows.user(user));
            }
            try (ResultSet rows = query.executeQuery()) {
                List<Integer> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
                return ids;
            }
        }
    }

    /** The pages of the database; what the server writes down for replicas is besides. */
    private static long size(Connection connection) throws SQLException {
        return number(connection, "PRAGMA page_count") * number(connection, "PRAGMA page_size");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
