// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.Function;

/** The searches of the pack, on rows whose ranks can be counted on the fingers. */
class HybridSearchTest {
    private static final Path SEARCH = MemoryPack.FOLDER.resolve("search");
    private static final Path VECTOR = MemoryPack.FOLDER.resolve("vector");

    @TempDir
    private Path folder;

    /** A row of an answer. */
    private record Found(int id, double score) {}

    @Test
    void theRanksOfBothSearchesAddUp() throws Exception {
        try (Connection store = filled()) {
            List<Found> found = search(store, "a", "alpha", 1, 0);

            // By words: 1 and 5 are equal and share rank 1, 2 has only the content and rank 3.
            // By meaning: 1 is the same, 3 is near, 2 is at a right angle. 4 is archived, 7 somebody else's.
            assertThat(found).extracting(Found::id).containsExactly(1, 2, 5, 3);
            assertScores(found, 1 / 61.0 + 1 / 61.0, 1 / 63.0 + 1 / 63.0, 1 / 61.0, 1 / 62.0);
        }
    }

    @Test
    void equalsAreInTheOrderOfTheirNumbers() throws Exception {
        try (Connection store = filled()) {
            MemoryPack.run(
                    store,
                    "UPDATE memories SET embedding = NULL; UPDATE memories SET title = 'alpha', content = 'same' WHERE user_id = 'a'");

            List<Found> found = search(store, "a", "alpha", 1, 0);

            assertThat(found).extracting(Found::id).containsExactly(1, 2, 3, 5, 6);
            assertThat(found).extracting(Found::score).allMatch(score -> score == 1 / 61.0);
        }
    }

    @Test
    void aUserFindsNobodyElsesMemories() throws Exception {
        try (Connection store = filled()) {
            assertThat(search(store, "b", "alpha", 1, 0)).extracting(Found::id).containsExactly(7);
            assertThat(search(store, "nobody", "alpha", 1, 0)).isEmpty();
            assertThat(search(store, "' OR '1' = '1", "alpha", 1, 0)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\"",
                "\"\"\"",
                "alpha\" OR \"beta",
                "*",
                "alpha*",
                "^alpha",
                "NEAR(alpha beta)",
                "AND",
                "NOT alpha",
                "title : alpha",
                "{title content} : alpha",
                "-title : alpha",
                "(",
                ")) OR (alpha",
                "'",
                "; DROP TABLE memories",
                "a\nb\tc",
                "\\",
                "alpha + beta",
                "\uD83D\uDE00",
                "   alpha   ",
                "rank MATCH 'bm25(0)'"
            })
    void whateverIsTypedIsWordsAndNoOperator(String words) throws Exception {
        try (Connection store = filled()) {
            List<Found> found = search(store, "a", words, 1, 0);

            // What has a vector is always found by that, and nothing of others ever.
            assertThat(found).extracting(Found::id).contains(1, 2, 3).isSubsetOf(1, 2, 3, 5);
        }
    }

    @Test
    void anyOfTheWordsMayMatch() throws Exception {
        try (Connection store = filled()) {
            assertThat(search(store, "a", "nothing alpha", 1, 0))
                    .extracting(Found::id)
                    .contains(5);
        }
    }

    @Test
    void theQueryForLibSqlIsTheSameButForItsFunction() throws Exception {
        assertThat(body("hybrid-libsql.sql"))
                .isEqualTo(body("hybrid-sqlite.sql").replace("vec_distance_cosine", "vector_distance_cos"));
    }

    @Test
    void withSqliteVecTheAnswersAreTheSame() throws Exception {
        Path library = VectorLibrary.get();
        List<Found> expected;
        try (Connection store = filled()) {
            expected = search(store, "a", "alpha", 0.6, 0.8);
        }
        try (Connection store = filled("with-extension.db", library)) {
            List<Found> found = search(store, "a", "alpha", 0.6, 0.8);

            assertThat(found)
                    .extracting(Found::id)
                    .isEqualTo(expected.stream().map(Found::id).toList());
            assertThat(found.getFirst().score()).isCloseTo(expected.getFirst().score(), within(1e-12));
        }
    }

    @Test
    void theVectorIndexIsKeptInStep() throws Exception {
        Path library = VectorLibrary.get();
        try (Connection store = filled("indexed.db", library)) {
            MemoryPack.run(store, "UPDATE memories SET embedding = zeroblob(6144) WHERE id = 3");
            MemoryPack.run(store, Files.readString(VECTOR.resolve("sqlite-vec.up.sql")));
            assertThat(indexed(store)).containsExactly("3|a");

            set(store, 1, 0.5f);
            set(store, 2, -0.5f);
            MemoryPack.run(
                    store,
                    "INSERT INTO memories (id, user_id, title, content, embedding)"
                            + " SELECT 20, 'b', 'new', 'new', embedding FROM memories WHERE id = 1");
            MemoryPack.run(store, "UPDATE memories SET embedding = NULL WHERE id = 3");
            MemoryPack.run(store, "UPDATE memories SET title = 'other' WHERE id = 1");
            MemoryPack.run(
                    store,
                    "INSERT INTO memories (id, user_id, title, content, embedding) VALUES (21, 'a', 't', 'c', x'00000000')");
            assertThat(indexed(store)).containsExactly("1|a", "2|a", "20|b");
            assertThat(nearest(store, "nearest-sqlite-vec.sql", "a")).containsExactly(1, 2);
            assertThat(nearest(store, "nearest-by-signs.sql", "a")).containsExactly(1, 2);
            assertThat(nearest(store, "nearest-sqlite-vec.sql", "b")).containsExactly(20);

            MemoryPack.run(store, "DELETE FROM memories WHERE id = 2; DELETE FROM users WHERE id = 'b'");
            assertThat(indexed(store)).containsExactly("1|a");
            MemoryPack.run(store, Files.readString(VECTOR.resolve("sqlite-vec.down.sql")));
            assertThat(MemoryPack.rows(
                            store, "SELECT name FROM sqlite_schema WHERE name LIKE 'memory\\_%' ESCAPE '\\'"))
                    .isEmpty();
        }
    }

    private static void assertScores(List<Found> found, double... scores) {
        for (int i = 0; i < scores.length; i++) {
            assertThat(found.get(i).score()).as("row %d", i).isCloseTo(scores[i], within(1e-12));
        }
    }

    private Connection filled() throws Exception {
        Connection store = MemoryPack.open(MemoryPack.at(Files.createTempFile(folder, "store", ".db"), "3"));
        // Where nothing is loaded, an application gives SQLite the function itself.
        Function.create(store, "vec_distance_cosine", new CosineDistance(), 2, Function.FLAG_DETERMINISTIC);
        fill(store);
        return store;
    }

    private Connection filled(String name, Path library) throws Exception {
        Path file = MemoryPack.at(folder.resolve(name), "3");
        Connection store = DriverManager.getConnection("jdbc:sqlite:" + file + "?enable_load_extension=true");
        MemoryPack.run(store, "PRAGMA foreign_keys = ON");
        MemoryPack.rows(store, "SELECT load_extension('" + library + "')");
        fill(store);
        return store;
    }

    private static void fill(Connection store) throws SQLException {
        MemoryPack.run(
                store, """
                INSERT INTO users (id, email) VALUES ('a', 'a@x'), ('b', 'b@x');
                INSERT INTO memories (id, user_id, title, content, is_archived, embedding) VALUES
                    (1, 'a', 'alpha', 'same', 0, %s),
                    (2, 'a', 'beta', 'alpha', 0, %s),
                    (3, 'a', 'gamma', 'delta', 0, %s),
                    (4, 'a', 'alpha', 'archived', 1, %s),
                    (5, 'a', 'alpha', 'same', 0, NULL),
                    (6, 'a', 'epsilon', 'another dimension', 0, %s),
                    (7, 'b', 'alpha', 'same', 0, %s);
                """.formatted(blob(1, 0), blob(0, 1), blob(0.9f, 0.1f), blob(1, 0), blob(1, 0, 0), blob(1, 0)));
    }

    private static List<Found> search(Connection store, String user, String words, double x, double y)
            throws Exception {
        // The driver numbers named parameters by their first place in the text.
        try (PreparedStatement query =
                store.prepareStatement(numbered(Files.readString(SEARCH.resolve("hybrid-sqlite.sql"))))) {
            query.setString(1, user);
            query.setString(2, words);
            query.setBytes(3, bytes((float) x, (float) y));
            query.setInt(4, 10);
            try (ResultSet rows = query.executeQuery()) {
                List<Found> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(new Found(rows.getInt("id"), rows.getDouble("score")));
                }
                return found;
            }
        }
    }

    private static List<Integer> nearest(Connection store, String file, String user) throws Exception {
        float[] to = new float[1536];
        Arrays.fill(to, 1f);
        try (PreparedStatement query = store.prepareStatement(numbered(Files.readString(SEARCH.resolve(file))))) {
            query.setString(1, user);
            query.setBytes(3, bytes(to));
            query.setInt(4, 10);
            if (file.contains("signs")) {
                query.setInt(5, 100);
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

    private static String numbered(String sql) {
        return sql.replace(":user", "?1")
                .replace(":words", "?2")
                .replace(":embedding", "?3")
                .replace(":limit", "?4")
                .replace(":candidates", "?5");
    }

    private static List<String> indexed(Connection store) throws SQLException {
        List<String> vectors = MemoryPack.rows(store, "SELECT memory_id, user_id FROM memory_vectors ORDER BY 1");
        assertThat(MemoryPack.rows(store, "SELECT memory_id, user_id FROM memory_signs ORDER BY 1"))
                .isEqualTo(vectors);
        return vectors;
    }

    private static void set(Connection store, int id, float value) throws SQLException {
        float[] vector = new float[1536];
        Arrays.fill(vector, value);
        vector[0] = 1;
        try (PreparedStatement row = store.prepareStatement("UPDATE memories SET embedding = ? WHERE id = ?")) {
            row.setBytes(1, bytes(vector));
            row.setInt(2, id);
            row.executeUpdate();
        }
    }

    private static String body(String file) throws Exception {
        String text = Files.readString(SEARCH.resolve(file));
        return text.substring(text.indexOf("--\n"));
    }

    private static byte[] bytes(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    private static String blob(float... values) {
        StringBuilder hex = new StringBuilder("x'");
        for (byte each : bytes(values)) {
            hex.append(String.format(Locale.ROOT, "%02X", each));
        }
        return hex.append('\'').toString();
    }

    /** The cosine distance of two vectors of equal length. */
    private static final class CosineDistance extends Function {
        @Override
        protected void xFunc() throws SQLException {
            var left = ByteBuffer.wrap(value_blob(0))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            var right = ByteBuffer.wrap(value_blob(1))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer();
            double dot = 0;
            double a = 0;
            double b = 0;
            for (int i = 0; i < left.remaining(); i++) {
                dot += (double) left.get(i) * right.get(i);
                a += (double) left.get(i) * left.get(i);
                b += (double) right.get(i) * right.get(i);
            }
            result(1 - dot / Math.sqrt(a * b));
        }
    }
}
