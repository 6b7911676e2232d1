// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.CommandRun;
import dev.plumbline.libsql.LibsqlServer;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.script.SqlDialect;
import dev.plumbline.script.SqlScript;
import dev.plumbline.script.StatementSplitter;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pack on a libSQL server: its migrations, its searches, and libSQL's own vector index beside it. */
class LibsqlMemoryTest {
    private static final int DIMENSIONS = 1536;

    private final DatabaseUrl database = LibsqlServer.shared().fresh();

    private void migrate(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", database.display(), "--migrations", MemoryPack.MIGRATIONS));
        CommandRun run = CommandRun.of(all.toArray());
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    private static void run(Connection connection, String script) throws SQLException {
        for (ScriptStatement statement : StatementSplitter.split(new SqlScript("script", script), SqlDialect.SQLITE)) {
            if (!statement.tokens().isEmpty()) {
                try (Statement running = connection.createStatement()) {
                    running.execute(statement.sql());
                }
            }
        }
    }

    private static void vectors(Connection connection, String file) throws IOException, SQLException {
        run(connection, Files.readString(MemoryPack.FOLDER.resolve("vector").resolve(file)));
    }

    @Test
    void upDownAndUpAgainKeepsTheRowsAndIsTheDeclaredSchema() throws Exception {
        migrate("to", "2");
        try (Connection store = database.open()) {
            run(store, """
                    INSERT INTO users (id, email) VALUES ('a', 'a@x');
                    INSERT INTO memories (id, user_id, title, content, embedding)
                        VALUES (1, 'a', 'alpha', 'beta', '[1,0.5,-0.25]'), (2, 'a', 'gamma', 'delta', NULL);
                    """);
            migrate("up");
            List<String> floats = MemoryPack.rows(store, "SELECT id, hex(embedding) FROM memories ORDER BY id");
            assertThat(floats).containsExactly("1|0000803F0000003F000080BE", "2|");
            migrate("to", "2");
            assertThat(MemoryPack.rows(store, "SELECT id, embedding FROM memories ORDER BY id"))
                    .containsExactly("1|[1.0,0.5,-0.25]", "2|null");
            migrate("up");
            assertThat(MemoryPack.rows(store, "SELECT id, hex(embedding) FROM memories ORDER BY id"))
                    .isEqualTo(floats);
        }
        CommandRun gap = CommandRun.of("gap", "--url", database.display(), "--desired", MemoryPack.SCHEMA);
        assertThat(gap.exitCode()).as(gap.out() + gap.err()).isZero();
    }

    @Test
    void searchesFindWhatIsNearAndWhatIsSaid() throws Exception {
        migrate("up");
        try (Connection store = database.open()) {
            run(store, "PRAGMA foreign_keys = ON; INSERT INTO users (id, email) VALUES ('a', 'a@x'), ('b', 'b@x')");
            remember(store, 1, "a", "alpha", 1);
            remember(store, 2, "a", "beta", -1);
            vectors(store, "libsql.up.sql");
            remember(store, 3, "a", "gamma", 0.5f);
            remember(store, 4, "b", "alpha", 1);

            assertThat(hybrid(store, "a", "alpha")).containsExactly(1, 3, 2);
            assertThat(hybrid(store, "b", "alpha")).containsExactly(4);
            assertThat(nearest(store, 2)).containsExactlyInAnyOrder(1, 4);

            run(store, "DELETE FROM users WHERE id = 'b'; UPDATE memories SET embedding = NULL WHERE id = 2");
            assertThat(MemoryPack.rows(store, "SELECT memory_id FROM memory_vectors ORDER BY 1"))
                    .containsExactly("1", "3");
            assertThat(nearest(store, 4)).containsExactlyInAnyOrder(1, 3);

            vectors(store, "libsql.down.sql");
            CommandRun gap = CommandRun.of("gap", "--url", database.display(), "--desired", MemoryPack.SCHEMA);
            assertThat(gap.exitCode()).as(gap.out() + gap.err()).isZero();
        }
    }

    /** The first number is 1, all others are given. */
    private static byte[] vector(float value) {
        float[] numbers = new float[DIMENSIONS];
        Arrays.fill(numbers, value);
        numbers[0] = 1;
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * DIMENSIONS).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(numbers);
        return bytes.array();
    }

    private static void remember(Connection store, int id, String user, String title, float value) throws SQLException {
        try (PreparedStatement row = store.prepareStatement(
                "INSERT INTO memories (id, user_id, title, content, embedding) VALUES (?, ?, ?, 'said', ?)")) {
            row.setInt(1, id);
            row.setString(2, user);
            row.setString(3, title);
            row.setBytes(4, vector(value));
            row.executeUpdate();
        }
    }

    private static List<Integer> hybrid(Connection store, String user, String words) throws IOException, SQLException {
        Path file = MemoryPack.FOLDER.resolve("search").resolve("hybrid-libsql.sql");
        String sql = Files.readString(file)
                .replace(":user", "?1")
                .replace(":words", "?2")
                .replace(":embedding", "?3")
                .replace(":limit", "?4");
        try (PreparedStatement query = store.prepareStatement(sql)) {
            query.setString(1, user);
            query.setString(2, words);
            query.setBytes(3, vector(1));
            query.setInt(4, 10);
            return ids(query);
        }
    }

    private static List<Integer> nearest(Connection store, int count) throws SQLException {
        try (PreparedStatement query =
                store.prepareStatement("SELECT id FROM vector_top_k('idx_memory_vectors', ?, ?)")) {
            query.setBytes(1, vector(1));
            query.setInt(2, count);
            return ids(query);
        }
    }

    private static List<Integer> ids(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            List<Integer> ids = new ArrayList<>();
            while (rows.next()) {
                ids.add(rows.getInt(1));
            }
            return ids;
        }
    }
}
