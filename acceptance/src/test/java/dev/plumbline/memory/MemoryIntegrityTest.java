// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pack's tables promise: no row without its user, and full text that knows every word and no other. */
class MemoryIntegrityTest {
    @TempDir
    private Path folder;

    private Path file = Path.of("");
    private @Nullable Connection opened;

    @BeforeEach
    void makeStore() throws Exception {
        file = MemoryPack.at(folder.resolve("memory.db"), "3");
        opened = MemoryPack.open(file);
        MemoryPack.run(store(), """
                INSERT INTO users (id, email) VALUES ('a', 'a@x'), ('b', 'b@x');
                INSERT INTO entities (id, user_id, name, entity_type, notes) VALUES (1, 'a', 'Ada', 'person', 'engines'), (2, 'b', 'Bo', 'person', 'boats');
                INSERT INTO memories (id, user_id, title, content, tags) VALUES (1, 'a', 'Looms', 'They weave.', '["cards"]'), (2, 'b', 'Sails', 'They pull.', '[]');
                INSERT INTO interactions (user_id, entity_id, interaction_type) VALUES ('a', 1, 'call'), ('b', 2, 'call');
                INSERT INTO api_usage_tracking (user_id, provider) VALUES ('a', 'p'), ('b', 'p');
                """);
    }

    @AfterEach
    void closeStore() throws SQLException {
        store().close();
    }

    private Connection store() {
        return Objects.requireNonNull(opened);
    }

    @Test
    void aUserTakesAllThatIsTheirsWithThemAndNothingElse() throws SQLException {
        MemoryPack.run(store(), "DELETE FROM users WHERE id = 'a'");

        for (String table : List.of("entities", "memories", "interactions", "api_usage_tracking")) {
            assertThat(MemoryPack.rows(store(), "SELECT user_id FROM " + table))
                    .as(table)
                    .containsExactly("b");
        }
        // The cascade fires the triggers of the rows that it deletes.
        assertThat(found("memories", "looms")).isEmpty();
        assertThat(found("entities", "engines")).isEmpty();
        inStep();
    }

    @Test
    void anInteractionOutlivesItsEntity() throws SQLException {
        MemoryPack.run(store(), "DELETE FROM entities WHERE id = 1");

        assertThat(MemoryPack.rows(store(), "SELECT user_id, entity_id FROM interactions ORDER BY id"))
                .containsExactly("a|null", "b|2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO memories (user_id, title, content) VALUES ('nobody', 't', 'c')",
                "INSERT INTO interactions (user_id, entity_id, interaction_type) VALUES ('a', 99, 'call')",
                "UPDATE entities SET user_id = 'nobody'",
                "INSERT INTO users (id, email) VALUES ('c', 'A@X')",
                "INSERT INTO users (id, email) VALUES (NULL, 'c@x')",
                "INSERT INTO users (id, email, oauth_provider) VALUES ('c', 'c@x', 'p')",
                "UPDATE users SET is_active = 2",
                "UPDATE memories SET tags = '{}'",
                "UPDATE memories SET tags = 'no json'",
                "UPDATE memories SET importance = 11",
                "UPDATE memories SET importance = 'high'",
                "UPDATE memories SET embedding = x'000000'",
                "UPDATE memories SET embedding = '[1.0]'",
                "UPDATE entities SET entity_type = 'place', person_type = 'family'"
            })
    void whatBreaksThePromiseIsRefused(String sql) {
        assertThatThrownBy(() -> MemoryPack.run(store(), sql)).isInstanceOf(SQLException.class);
    }

    @Test
    void fullTextFollowsEveryChange() throws SQLException {
        assertThat(found("memories", "weave")).containsExactly("1");
        assertThat(found("memories", "tags : cards")).containsExactly("1");

        MemoryPack.run(store(), "UPDATE memories SET content = 'They knit.' WHERE id = 1");
        assertThat(found("memories", "weave")).isEmpty();
        assertThat(found("memories", "knitting")).containsExactly("1");
        MemoryPack.run(store(), "UPDATE memories SET importance = 9, updated_at = 'now' WHERE id = 1");
        assertThat(found("memories", "knit")).containsExactly("1");
        MemoryPack.run(store(), "UPDATE memories SET id = 7 WHERE id = 1");
        assertThat(found("memories", "knit")).containsExactly("7");
        MemoryPack.run(store(), "UPDATE entities SET notes = NULL, company = 'Looms & Co' WHERE id = 1");
        assertThat(found("entities", "engines")).isEmpty();
        assertThat(found("entities", "looms")).containsExactly("1");
        MemoryPack.run(
                store(),
                "INSERT INTO memories (id, user_id, title, content) VALUES (7, 'a', 'New', 'text')"
                        + " ON CONFLICT (id) DO UPDATE SET title = excluded.title, content = excluded.content");
        assertThat(found("memories", "knit")).isEmpty();
        assertThat(found("memories", "new")).containsExactly("7");
        MemoryPack.run(store(), "DELETE FROM memories WHERE id = 7");
        assertThat(found("memories", "new")).isEmpty();
        inStep();
    }

    @Test
    void fullTextIsInStepAfterTheTableIsRebuilt() throws Exception {
        Path schema = folder.resolve("schema");
        try (Stream<Path> files = Files.list(MemoryPack.SCHEMA)) {
            Files.createDirectory(schema);
            for (Path source : files.toList()) {
                String text = Files.readString(source);
                Files.writeString(
                        schema.resolve(source.getFileName()),
                        source.endsWith("memories.sql") ? text.replace("BETWEEN 1 AND 10", "BETWEEN 1 AND 100") : text);
            }
        }
        List<String> before = MemoryPack.everything(file);
        store().close();

        CommandRun apply = CommandRun.of("apply", "--url", file, "--desired", schema, "--yes", "--allow", "REWRITE");

        assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
        assertThat(apply.out()).contains("the database is as declared");
        assertThat(MemoryPack.everything(file)).isEqualTo(before);
        opened = MemoryPack.open(file);
        assertThat(found("memories", "weave")).containsExactly("1");
        MemoryPack.run(store(), "UPDATE memories SET importance = 100, content = 'They knit.' WHERE id = 1");
        assertThat(found("memories", "weave")).isEmpty();
        assertThat(found("memories", "knit")).containsExactly("1");
        MemoryPack.run(store(), "DELETE FROM users WHERE id = 'b'");
        assertThat(found("memories", "sails")).isEmpty();
        inStep();
    }

    private List<String> found(String table, String words) throws SQLException {
        return MemoryPack.rows(
                store(), "SELECT rowid FROM " + table + "_fts WHERE " + table + "_fts MATCH '" + words + "'");
    }

    /** FTS5 compares its index with the tables, and fails where they differ (its documentation, section 6.4). */
    private void inStep() throws SQLException {
        MemoryPack.run(store(), "INSERT INTO memories_fts (memories_fts, rank) VALUES ('integrity-check', 1)");
        MemoryPack.run(store(), "INSERT INTO entities_fts (entities_fts, rank) VALUES ('integrity-check', 1)");
    }
}
