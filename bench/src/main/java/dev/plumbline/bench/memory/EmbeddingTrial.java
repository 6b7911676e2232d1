// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** Embeddings as JSON, as floats, and in the vector index of sqlite-vec: the same vectors, side by side. */
final class EmbeddingTrial {
    private static final int NEAREST = 10;
    private static final int CANDIDATES = 100;
    private static final String INSERT =
            "INSERT INTO memories (id, user_id, title, content, embedding) VALUES (?, ?, 'a title', 'some content', ?)";

    /**
     * One way to keep them.
     *
     * @param taken to insert them all, or to build the index over them
     * @param bytes what the file grows by
     */
    record Kept(String how, Taken taken, long bytes) {}

    /**
     * One way to search.
     *
     * @param scope whose memories are searched
     * @param recall the part of the ten nearest that it finds; 1 for what is exact
     */
    record Searched(String how, String scope, Latency latency, double recall) {}

    /** Finds the nearest: of one user, or of all where the user is negative. */
    @FunctionalInterface
    private interface Search {
        List<Integer> nearest(int user, float[] to) throws SQLException;
    }

    private final Path folder;
    private final Path pack;
    private final Vectors vectors = new Vectors();
    private final int count;
    private final int users;
    private final Optional<Path> extension;
    private final List<Kept> kept = new ArrayList<>();
    private final List<Searched> searched = new ArrayList<>();

    EmbeddingTrial(Path folder, Path pack, int count, int users, Optional<Path> extension) {
        this.folder = folder;
        this.pack = pack;
        this.count = count;
        this.users = users;
        this.extension = extension;
    }

    int count() {
        return count;
    }

    boolean hasExtension() {
        return extension.isPresent();
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }

    List<Searched> searched() {
        return List.copyOf(searched);
    }

    void run() throws IOException, SQLException {
        try (Store store = Store.at(folder, pack.resolve("migrations"), "2")) {
            fill(store, "JSON text", (row, i) -> row.setString(3, Vectors.json(vectors.vector(i))));
            search(store, "JSON, distances in the application", 2, byApplication(store, true), Optional.empty());
        }
        try (Store store = Store.at(folder, pack.resolve("migrations"), "3")) {
            fill(store, "32-bit floats", (row, i) -> row.setBytes(3, Vectors.bytes(vectors.vector(i))));
            Search exact = byApplication(store, false);
            search(store, "floats, distances in the application", 5, exact, Optional.empty());
            if (extension.isPresent()) {
                store.run("SELECT load_extension('" + extension.get() + "')");
                search(store, "floats, vec_distance_cosine", 5, byFunction(store), Optional.empty());
                index(store);
                search(store, "vec0, floats (exact)", 5, byIndex(store), Optional.empty());
                search(store, "vec0, signs, then floats of " + CANDIDATES, 20, bySigns(store), Optional.of(exact));
            }
        }
    }

    private void fill(Store store, String how, Rows.Filler embedding) throws SQLException, IOException {
        new Rows(users).insertUsers(store.connection());
        long empty = store.size();
        Taken taken = Rows.batches(store.connection(), INSERT, count, 200, (row, i) -> {
            row.setInt(1, i + 1);
            row.setString(2, Rows.user(i % users));
            embedding.fill(row, i);
        });
        kept.add(new Kept(how, taken, store.size() - empty));
    }

    /** Runs the pack's own script, statement by statement, so that each of its two tables has its own figures. */
    private void index(Store store) throws SQLException, IOException {
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
                    kept.add(new Kept("vec0 over floats, beside them", taken, store.size() - before));
                } else if (statement.strip().startsWith("INSERT INTO memory_signs")) {
                    kept.add(new Kept("vec0 over signs, beside them", taken, store.size() - before));
                }
            }
        }
    }

    private void search(Store store, String how, int callsOverAll, Search search, Optional<Search> exact)
            throws SQLException {
        int calls = Math.min(200, users);
        Latency one = Latency.of(calls, i -> search.nearest(user(i), vectors.vector(count + i)));
        searched.add(new Searched(how, "one user", one, recall(search, exact, 30, false)));
        Latency all = Latency.of(callsOverAll, i -> search.nearest(-1, vectors.vector(count + i)));
        searched.add(new Searched(how, "all", all, recall(search, exact, 5, true)));
        System.err.println("bench: " + how + " on " + store.number("SELECT count(*) FROM memories") + " embeddings");
    }

    private int user(int call) {
        return (int) (call * 7_919L % users);
    }

    private double recall(Search search, Optional<Search> exact, int calls, boolean all) throws SQLException {
        if (exact.isEmpty()) {
            return 1;
        }
        int found = 0;
        int wanted = 0;
        for (int i = 0; i < calls; i++) {
            float[] to = vectors.vector(count + i);
            Set<Integer> nearest = new HashSet<>(exact.get().nearest(all ? -1 : user(i), to));
            wanted += nearest.size();
            nearest.retainAll(search.nearest(all ? -1 : user(i), to));
            found += nearest.size();
        }
        return wanted == 0 ? 1 : (double) found / wanted;
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
                        if (nearest.size() > NEAREST) {
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
                        + ofUser(user) + " ORDER BY distance LIMIT " + NEAREST,
                user,
                to);
    }

    private static Search byIndex(Store store) {
        return (user, to) -> ids(
                store,
                "SELECT memory_id FROM memory_vectors WHERE embedding MATCH ? AND k = " + NEAREST + ofUser(user)
                        + " ORDER BY distance",
                user,
                to);
    }

    private static Search bySigns(Store store) {
        return (user, to) -> ids(
                store,
                "SELECT id FROM memories WHERE id IN (SELECT memory_id FROM memory_signs WHERE embedding MATCH"
                        + " vec_quantize_binary(?1) AND k = " + CANDIDATES
                        + ofUser(user).replace("?", "?2")
                        + ") ORDER BY vec_distance_cosine(embedding, ?1) LIMIT " + NEAREST,
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
