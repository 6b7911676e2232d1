// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.bench.memory.EmbeddingFigures.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Embeddings as JSON, as floats, and in the vector index of sqlite-vec: the same vectors, side by side. */
final class EmbeddingTrial {
    private static final int CANDIDATES = 100;
    private static final String INSERT =
            "INSERT INTO memories (id, user_id, title, content, embedding) VALUES (?, ?, 'a title', 'some content', ?)";

    private final Path folder;
    private final Path pack;
    private final Vectors vectors = new Vectors();
    private final int count;
    private final int users;
    private final Optional<Path> extension;

    EmbeddingTrial(Path folder, Path pack, int count, int users, Optional<Path> extension) {
        this.folder = folder;
        this.pack = pack;
        this.count = count;
        this.users = users;
        this.extension = extension;
    }

    void json(JobFigures job) throws IOException, SQLException {
        EmbeddingFigures figures = new EmbeddingFigures(job, vectors, count, users);
        try (Store store = Store.at(folder, pack.resolve("migrations"), "2")) {
            fill(figures, store, "JSON text", (row, i) -> row.setString(3, Vectors.json(vectors.vector(i))));
            figures.search("JSON, distances in the application", 2, byApplication(store, true), Optional.empty());
        }
    }

    void floats(JobFigures job) throws IOException, SQLException {
        EmbeddingFigures figures = new EmbeddingFigures(job, vectors, count, users);
        try (Store store = Store.at(folder, pack.resolve("migrations"), "3")) {
            fill(figures, store, "32-bit floats", (row, i) -> row.setBytes(3, Vectors.bytes(vectors.vector(i))));
            Search exact = byApplication(store, false);
            figures.search("floats, distances in the application", 5, exact, Optional.empty());
            if (extension.isPresent()) {
                store.run("SELECT load_extension('" + extension.get() + "')");
                figures.search("floats, vec_distance_cosine", 5, byFunction(store), Optional.empty());
                index(figures, store);
                figures.search("vec0, floats (exact)", 5, byIndex(store), Optional.empty());
                figures.search("vec0, signs, then floats of " + CANDIDATES, 20, bySigns(store), Optional.of(exact));
            }
        }
    }

    private void fill(EmbeddingFigures figures, Store store, String how, Rows.Filler embedding)
            throws SQLException, IOException {
        new Rows(users).insertUsers(store.connection());
        long empty = store.size();
        Taken taken = Rows.batches(store.connection(), INSERT, count, 200, (row, i) -> {
            row.setInt(1, i + 1);
            row.setString(2, Rows.user(i % users));
            embedding.fill(row, i);
        });
        figures.kept(how, taken, store.size() - empty);
    }

    /** Runs the pack's own script, statement by statement, so that each of its two tables has its own figures. */
    private void index(EmbeddingFigures figures, Store store) throws SQLException, IOException {
        String script =
                Files.readString(pack.resolve("vector/sqlite-vec.up.sql")).replaceAll("(?m)^--.*$", "");
        for (String statement :
                script.substring(0, script.indexOf("CREATE TRIGGER")).split(";\\s", -1)) {
            if (!statement.isBlank()) {
                long before = store.size();
                Taken began = Taken.now();
                store.run(statement);
                Taken taken = Taken.now().minus(began);
                if (statement.strip().startsWith("INSERT INTO memory_vectors")) {
                    figures.kept("vec0 over floats, beside them", taken, store.size() - before);
                } else if (statement.strip().startsWith("INSERT INTO memory_signs")) {
                    figures.kept("vec0 over signs, beside them", taken, store.size() - before);
                }
            }
        }
    }

    private static Search byApplication(Store store, boolean json) {
        return (user, to) -> {
            record Near(int id, double distance) {}
            PriorityQueue<Near> nearest = new PriorityQueue<>(
                    Comparator.comparingDouble(Near::distance).reversed());
            try (PreparedStatement query = store.connection()
                    .prepareStatement(
                            "SELECT id, embedding FROM memories WHERE embedding IS NOT NULL" + ofUser(user))) {
                bindUser(query, 1, user);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        float[] vector = json ? Vectors.floats(rows.getString(2)) : Vectors.floats(rows.getBytes(2));
                        nearest.add(new Near(rows.getInt(1), Vectors.distance(vector, to)));
                        if (nearest.size() > EmbeddingFigures.NEAREST) {
                            nearest.poll();
                        }
                    }
                }
            }
            return nearest.stream().map(Near::id).toList();
        };
    }

    private static Search byFunction(Store store) {
        return (user, to) -> ids(
                store,
                "SELECT id, vec_distance_cosine(embedding, ?) AS distance FROM memories WHERE embedding IS NOT NULL"
                        + ofUser(user) + " ORDER BY distance LIMIT " + EmbeddingFigures.NEAREST,
                user,
                to);
    }

    private static Search byIndex(Store store) {
        return (user, to) -> ids(
                store,
                "SELECT memory_id FROM memory_vectors WHERE embedding MATCH ? AND k = " + EmbeddingFigures.NEAREST
                        + ofUser(user) + " ORDER BY distance",
                user,
                to);
    }

    private static Search bySigns(Store store) {
        return (user, to) -> ids(
                store,
                "SELECT id FROM memories WHERE id IN (SELECT memory_id FROM memory_signs WHERE embedding MATCH"
                        + " vec_quantize_binary(?1) AND k = " + CANDIDATES
                        + ofUser(user).replace("?", "?2")
                        + ") ORDER BY vec_distance_cosine(embedding, ?1) LIMIT " + EmbeddingFigures.NEAREST,
                user,
                to);
    }

    private static String ofUser(int user) {
        return user < 0 ? "" : " AND user_id = ?";
    }

    private static void bindUser(PreparedStatement query, int place, int user) throws SQLException {
        if (user >= 0) {
            query.setString(place, Rows.user(user));
        }
    }

    private static List<Integer> ids(Store store, String sql, int user, float[] to) throws SQLException {
        try (PreparedStatement query = store.connection().prepareStatement(sql)) {
            query.setBytes(1, Vectors.bytes(to));
            bindUser(query, 2, user);
            try (ResultSet rows = query.executeQuery()) {
                List<Integer> ids = new ArrayList<>();
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
                return ids;
            }
        }
    }
}
