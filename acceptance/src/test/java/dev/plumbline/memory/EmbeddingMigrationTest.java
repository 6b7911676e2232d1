// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.CommandRun;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migration 003 says of every float what Java says of it, both ways. */
class EmbeddingMigrationTest {
    private static final String INSERT =
            "INSERT INTO memories (user_id, title, content, embedding) VALUES ('u', 'title', 'content', ?)";

    @TempDir
    private Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void makeDatabase() throws Exception {
        file = MemoryPack.at(folder.resolve("memory.db"), "2");
        MemoryPack.run(file, "INSERT INTO users (id, email) VALUES ('u', 'u@example.org')");
    }

    @Test
    void everyFloatComesThroughBothWays() throws Exception {
        List<float[]> vectors = new ArrayList<>();
        vectors.add(new float[0]);
        vectors.add(edges());
        Random random = new Random(3);
        for (int i = 0; i < 12; i++) {
            float[] vector = new float[256];
            for (int j = 0; j < vector.length; j++) {
                vector[j] = i % 2 == 0 ? (float) (random.nextGaussian() / 40) : anyFinite(random);
            }
            vectors.add(vector);
        }
        insert(vectors.stream().map(EmbeddingMigrationTest::json).toList());

        up();
        List<byte[]> binary = binary();
        assertThat(binary.stream().map(EmbeddingMigrationTest::floats).toList())
                .usingRecursiveComparison()
                .isEqualTo(vectors);
        down();
        List<float[]> back =
                texts().stream().map(EmbeddingMigrationTest::parsed).toList();
        assertThat(back).usingRecursiveComparison().isEqualTo(vectors);
        up();
        assertThat(binary()).usingRecursiveComparison().isEqualTo(binary);
    }

    @Test
    void theTextThatAModelsFloatsAreWrittenAsComesBack() throws Exception {
        Random random = new Random(4);
        List<String> texts =
                new ArrayList<>(List.of("[]", "[0.0]", "[1.0,-1.0,0.5]", "[0.0001,-1.5e-05,3.4028235e+38]"));
        for (int i = 0; i < 20; i++) {
            texts.add(random.doubles(64, 1e-3, 1)
                    .mapToObj(value -> Float.toString((float) (random.nextBoolean() ? value : -value)))
                    // Java writes what is below 0.001 with an exponent, most others what is below 0.0001.
                    .collect(Collectors.joining(",", "[", "]")));
        }
        insert(texts);
        List<String> before = MemoryPack.everything(file);

        up();
        down();

        assertThat(MemoryPack.everything(file)).isEqualTo(before);
    }

    @Test
    void numbersThatAreNoFloatsBecomeTheNearestAndMemoriesWithoutOneStayWithout() throws Exception {
        insert(List.of("[0.1234567890123456, 1, 16777217, 16777219, 1e-50, 3.4028235e38, -0.2]"));
        MemoryPack.run(file, "INSERT INTO memories (user_id, title, content) VALUES ('u', 'none', 'none')");

        up();

        // Halves go to the even neighbour, as Java's own conversion does.
        assertThat(floats(binary().getFirst()))
                .containsExactly(
                        (float) 0.1234567890123456,
                        1f,
                        (float) 16777217d,
                        (float) 16777219d,
                        0f,
                        Float.MAX_VALUE,
                        -0.2f);
        assertThat(MemoryPack.rows(file, "SELECT title FROM memories WHERE embedding IS NULL"))
                .containsExactly("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"a\"]", "[1, null]", "[true]", "[[1]]", "[1e39]", "[-3.4028236e38]", "[1, {}]"})
    void whatIsNoArrayOfNumbersStopsItAndNothingIsLost(String embedding) throws Exception {
        insert(List.of("[1.0,2.0]", embedding));
        List<String> before = MemoryPack.everything(file);

        CommandRun up = MemoryPack.migrate(file, "up");

        assertThat(up.exitCode()).isEqualTo(4);
        assertThat(up.err()).contains("every_embedding_is_an_array_of_numbers", "Nothing of this migration was kept");
        assertThat(MemoryPack.everything(file)).isEqualTo(before);
        assertThat(MemoryPack.rows(
                        file, "SELECT name FROM sqlite_schema WHERE name IN ('float32_binades', 'embedding_check')"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x'0000807F'", "x'000080FF'", "x'0000C07F'", "x'0000803F0100807F'"})
    void whatJsonHasNoWordForStopsTheWayDown(String embedding) throws Exception {
        up();
        MemoryPack.run(file, INSERT.replace("?", embedding));
        List<String> before = MemoryPack.everything(file);

        CommandRun down = MemoryPack.migrate(file, "down");

        assertThat(down.exitCode()).isEqualTo(4);
        assertThat(down.err()).contains("every_embedding_is_finite");
        assertThat(MemoryPack.everything(file)).isEqualTo(before);
    }

    private void up() {
        CommandRun up = MemoryPack.migrate(file, "up");
        assertThat(up.exitCode()).as(up.err()).isZero();
    }

    private void down() {
        CommandRun down = MemoryPack.migrate(file, "down");
        assertThat(down.exitCode()).as(down.err()).isZero();
    }

    private void insert(List<String> embeddings) throws SQLException {
        try (Connection connection = MemoryPack.open(file);
                PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (String embedding : embeddings) {
                row.setString(1, embedding);
                row.executeUpdate();
            }
        }
    }

    private List<byte[]> binary() throws SQLException {
        try (Connection connection = MemoryPack.open(file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT embedding FROM memories WHERE embedding IS NOT NULL ORDER BY id")) {
            List<byte[]> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getBytes(1));
            }
            return found;
        }
    }

    private List<String> texts() throws SQLException {
        return MemoryPack.rows(file, "SELECT embedding FROM memories WHERE embedding IS NOT NULL ORDER BY id");
    }

    private static float[] edges() {
        return new float[] {
            0f,
            1f,
            -1f,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            2 * Float.MIN_VALUE,
            Float.MIN_NORMAL,
            Math.nextDown(Float.MIN_NORMAL),
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            0.1f,
            0.3f,
            Math.nextDown(1f),
            Math.nextUp(1f),
            2f,
            Math.nextDown(2f),
            8388608f,
            8388609f,
            16777216f,
            16777218f,
            1e-4f,
            9.9999e-5f,
            1e10f,
            9.8607613e-32f,
            123456.7f,
            Math.nextDown(1e6f),
            1e6f
        };
    }

    private static float anyFinite(Random random) {
        float value = Float.NaN;
        while (!Float.isFinite(value)) {
            value = Float.intBitsToFloat(random.nextInt());
        }
        return value;
    }

    private static String json(float[] vector) {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < vector.length; i++) {
            text.append(i == 0 ? "" : ", ").append(vector[i]);
        }
        return text.append(']').toString();
    }

    private static float[] parsed(String json) {
        String inside = json.substring(1, json.length() - 1);
        String[] numbers = inside.isEmpty() ? new String[0] : inside.split(",", -1);
        float[] vector = new float[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            vector[i] = Float.parseFloat(numbers[i]);
        }
        return vector;
    }

    private static float[] floats(byte[] bytes) {
        float[] vector = new float[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
