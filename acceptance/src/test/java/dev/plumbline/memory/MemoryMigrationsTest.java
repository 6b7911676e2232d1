// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.CommandRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The migrations of the pack lead where its schema says, from nothing and from the database that it comes from. */
class MemoryMigrationsTest {
    private static final String INDEXES =
            "SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND name LIKE 'idx\\_%' ESCAPE '\\'";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"migrations", "migrations-23-indexes"})
    void everyMigrationGoesUpDownAndUp(String migrations) {
        CommandRun test = CommandRun.of(
                "test", "--migrations", MemoryPack.FOLDER.resolve(migrations), "--scratch-url", "sqlite:");

        assertThat(test.exitCode()).as(test.out() + test.err()).isZero();
        assertThat(test.out()).doesNotContain("Without a way down");
    }

    @Test
    void theMigrationsMakeTheDeclaredSchema() {
        CommandRun gap = CommandRun.of(
                "gap",
                "--actual",
                "migrations:" + MemoryPack.MIGRATIONS,
                "--desired",
                MemoryPack.SCHEMA,
                "--scratch-url",
                "sqlite:");

        assertThat(gap.exitCode()).as(gap.out() + gap.err()).isZero();
    }

    @Test
    void theIndexesAreAsManyAsTheReadmeSays() throws Exception {
        Path file = MemoryPack.at(folder.resolve("new.db"), "1");
        assertThat(MemoryPack.rows(file, INDEXES)).containsExactly("11");
        MemoryPack.migrate(file, "up");
        assertThat(MemoryPack.rows(file, INDEXES)).containsExactly("13");

        Path old = Files.createFile(folder.resolve("old.db"));
        CommandRun up = CommandRun.of("up", "--url", old, "--migrations", MemoryPack.OLDER);
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(MemoryPack.rows(old, INDEXES)).containsExactly("23");
        // Nothing but indexes stands between the two: twelve that go, two that come.
        Path two = Files.createDirectory(folder.resolve("two"));
        for (String name : List.of("001_initial.up.sql", "002_missing_indices.up.sql")) {
            Files.copy(MemoryPack.MIGRATIONS.resolve(name), two.resolve(name));
        }
        CommandRun plan = CommandRun.of("plan", "--url", old, "--desired", "migrations:" + two);
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("Plan: 14 steps", "Proven", "DROP INDEX \"idx_memories_user_id\"");
    }

    @Test
    void theLegacyDatabaseIsTakenOverWithoutLoss() throws Exception {
        Path file = legacy();
        List<String> rows = MemoryPack.everything(file);

        CommandRun adopt = MemoryPack.migrate(file, "adopt");
        assertThat(adopt.exitCode()).as(adopt.err()).isZero();
        assertThat(adopt.out()).contains("001", "2025-06-21 09:14:05");
        assertThat(MemoryPack.migrate(file, "verify").out()).contains("Verified");
        assertThat(MemoryPack.everything(file)).isEqualTo(rows);

        CommandRun up = MemoryPack.migrate(file, "up");
        assertThat(up.exitCode()).as(up.err()).isZero();
        CommandRun verify = MemoryPack.migrate(file, "verify");
        assertThat(verify.exitCode()).as(verify.out()).isZero();
        assertThat(verify.out()).contains("5 checks hold, nothing has drifted");
        assertThat(CommandRun.of("gap", "--url", file, "--desired", MemoryPack.SCHEMA)
                        .exitCode())
                .isZero();
        assertThat(MemoryPack.rows(file, "SELECT version, applied_at FROM schema_version"))
                .containsExactly("1|2025-06-21 09:14:05");
        MemoryPack.run(file, "INSERT INTO entities (user_id, name, entity_type) VALUES ('u-bo', 'New', 'other')");
        assertThat(MemoryPack.rows(file, "SELECT max(id) FROM entities")).containsExactly("5");
        MemoryPack.run(
                file, "DELETE FROM entities WHERE id = 5; UPDATE sqlite_sequence SET seq = 4 WHERE name = 'entities'");

        assertThat(MemoryPack.migrate(file, "to", "1").exitCode()).isZero();
        assertThat(MemoryPack.everything(file)).isEqualTo(rows);
        assertThat(MemoryPack.migrate(file, "up").exitCode()).isZero();
        assertThat(MemoryPack.migrate(file, "verify").exitCode()).isZero();
    }

    @Test
    void theMissingIndexesSpareTheirQueriesTheSort() throws Exception {
        Path file = legacy();
        MemoryPack.migrate(file, "adopt");

        CommandRun workload =
                MemoryPack.migrate(file, "workload", MemoryPack.WORKLOAD, "--fail-on", "worse", "--format", "markdown");

        assertThat(workload.exitCode()).as(workload.out() + workload.err()).isZero();
        assertThat(workload.out())
                .contains("19 queries: 2 better, 1 otherwise, 16 as before.")
                .containsPattern("memory search, last changed first \\| idx.*, sorts \\| idx.*user.*updated \\| better")
                .containsPattern("entities of a user, newest first \\| idx.*, sorts \\| idx.*user.*created \\| better")
                .contains("before, 0 of 11", "after, 0 of 13");
    }

    @Test
    void noQueryUsesTheTwelveIndexesThatAreGone() {
        CommandRun workload = CommandRun.of(
                "workload",
                MemoryPack.WORKLOAD,
                "--actual",
                "migrations:" + MemoryPack.OLDER,
                "--desired",
                MemoryPack.SCHEMA,
                "--scratch-url",
                "sqlite:",
                "--fail-on",
                "worse");

        assertThat(workload.exitCode()).as(workload.err()).isZero();
        assertThat(workload.out()).contains("before, 12 of 23: idx_api_usage_user_id");
    }

    private Path legacy() throws Exception {
        Path file = folder.resolve("memory.db");
        MemoryPack.run(file, Files.readString(MemoryPack.FOLDER.resolve("legacy/v1.3.5.sql")));
        return file;
    }
}
