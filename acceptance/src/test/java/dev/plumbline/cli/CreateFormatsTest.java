// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New migrations in the folders of other tools: they continue the folder's own scheme, and can be run at once. */
class CreateFormatsTest {
    private static final String TABLE = "CREATE TABLE a (id integer);\n";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "001_a.up.sql; ''; 002_add_b.down.sql, 002_add_b.up.sql, 002_add_b.verify.sql",
                "V1.9__a.sql; ''; U1.10__add_b.sql, V1.10__add_b.sql",
                "V003__a.sql; ''; U004__add_b.sql, V004__add_b.sql",
                "00009_a.sql; -- +goose Up\\n; 00010_add_b.sql",
                "0001_a.sql; -- migrate:up\\n; 0002_add_b.sql",
                "7_a.sql; ''; 8_add_b.sql",
                "2024-01-31-120000_a/up.sql; ''; [0-9-]{17}_add_b/down.sql, [0-9-]{17}_add_b/up.sql,"
                        + " [0-9-]{17}_add_b/verify.sql",
                "20240131120000_a.up.sql; ''; 20[0-9]{12}_add_b.down.sql, 20[0-9]{12}_add_b.up.sql,"
                        + " 20[0-9]{12}_add_b.verify.sql",
                "29990101000000_a.sql; -- migrate:up\\n; 29990101000001_add_b.sql",
                "1700000000_a.up.sql; ''; 1[0-9]{9}_add_b.down.sql, 1[0-9]{9}_add_b.up.sql, 1[0-9]{9}_add_b.verify.sql"
            })
    void schemeOfTheFolderIsContinued(String first, String head, String expected) throws Exception {
        Path migrations = folder.resolve("migrations");
        Path file = migrations.resolve(first);
        Files.createDirectories(file.getParent());
        Files.writeString(file, head.replace("\\n", "\n") + TABLE);
        Path desired = Files.writeString(folder.resolve("desired.sql"), TABLE + "CREATE TABLE b (id integer);\n");
        Path database = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1");
        }

        CommandRun create = CommandRun.of(
                "create", "add b", "--from-gap", "--migrations", migrations, "--url", database, "--desired", desired);
        CommandRun up = CommandRun.of("up", "--migrations", migrations, "--url", database);
        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", desired);

        assertThat(create.exitCode()).as(create.err()).isZero();
        List<String> patterns = List.of(expected.split(",\\s*"));
        List<String> written = written(migrations, first);
        assertThat(written).hasSameSizeAs(patterns);
        for (int i = 0; i < patterns.size(); i++) {
            assertThat(written.get(i)).matches(patterns.get(i));
        }
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out()).contains("2 migrations applied");
        assertThat(gap.exitCode()).as(gap.out()).isZero();
        if (patterns.size() > 1 || !head.isEmpty()) {
            CommandRun down = CommandRun.of("down", "--migrations", migrations, "--url", database);
            assertThat(down.exitCode()).as(down.err()).isZero();
            assertThat(CommandRun.of("gap", "--url", database, "--desired", desired)
                            .exitCode())
                    .isEqualTo(1);
        }
    }

    @Test
    void anEmptyFolderBeginsWithOneAndAnotherWishIsTime() throws IOException {
        Path migrations = folder.resolve("new/migrations");

        CommandRun create = CommandRun.of("create", "Begin: here!", "--migrations", migrations);
        CommandRun time = CommandRun.of("create", "later", "--timestamp", "--migrations", migrations);

        assertThat(create.exitCode()).as(create.err()).isZero();
        assertThat(time.exitCode()).as(time.err()).isZero();
        assertThat(migrations.resolve("000001_Begin_here.up.sql")).exists();
        assertThat(written(migrations, "none")).anyMatch(name -> name.matches("20[0-9]{12}_later\\.up\\.sql"));
        assertThat(CommandRun.of("create", "!!", "--migrations", migrations).exitCode())
                .isEqualTo(2);
    }

    private static List<String> written(Path migrations, String first) throws IOException {
        try (Stream<Path> files = Files.walk(migrations)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> migrations.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(first))
                    .sorted()
                    .toList();
        }
    }
}
