// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plumbline workload}: what it prints, and when it fails. */
class WorkloadCommandTest {
    @TempDir
    private Path folder;

    private Path database = Path.of("");
    private Path desired = Path.of("");

    @BeforeEach
    void makeDatabase() throws Exception {
        database = folder.resolve("app.db");
        desired = file("desired.sql", "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b); CREATE INDEX t_ab ON t (a, b);");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "CREATE TABLE t (id INTEGER PRIMARY KEY, a, b, old); CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (b)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT id FROM t WHERE a = ? | | 0",
                "SELECT id FROM t WHERE a = ? | scan,sort | 0",
                "SELECT id FROM t WHERE old = ? | | 0",
                "SELECT id FROM t WHERE old = ? | sort | 0",
                "SELECT id FROM t WHERE old = ? | scan | 1",
                "-- allow: scan\\nSELECT id FROM t WHERE old = ? | scan,sort | 0",
                "SELECT id FROM t WHERE a = ? ORDER BY b | SORT | 1",
                "SELECT x.id FROM t x, t y WHERE x.old = y.old | scan | 1",
                "SELECT nothing FROM t | | 1"
            })
    void theExitCodeIsWhatFailOnAsksFor(String sql, @Nullable String failOn, int exitCode) throws Exception {
        Path workload = file("queries.sql", sql.replace("\\n", "\n"));

        CommandRun run = failOn == null
                ? CommandRun.of("workload", workload, "--url", database)
                : CommandRun.of("workload", workload, "--url", database, "--fail-on", failOn);

        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
    }

    @Test
    void aChangeIsShownAsBeforeAndAfter() throws Exception {
        Path workload = file("queries.sql", """
                -- name: sorted
                SELECT id FROM t WHERE a = :a ORDER BY b;
                -- name: worse
                SELECT id FROM t WHERE b = :b;
                -- name: gone
                SELECT old FROM t WHERE id = :id;
                """);

        CommandRun text = CommandRun.of("workload", workload, "--url", database, "--desired", desired);
        CommandRun json =
                CommandRun.of("workload", workload, "--url", database, "--desired", desired, "--format", "json");
        CommandRun markdown =
                CommandRun.of("workload", workload, "--url", database, "--desired", desired, "--format", "markdown");

        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.out())
                .contains("3 queries: 1 cannot be asked, 1 better, 1 worse.", "USE TEMP B-TREE FOR ORDER BY")
                .contains("refused: no such column: old", "after, 0 of 1", "Nothing was executed");
        assertThat(json.out())
                .contains(
                        "\"kind\" : \"workload\"", "\"verdict\" : \"better\"", "\"refused\" : \"no such column: old\"")
                .contains("\"access\" : \"covering-search\"", "\"index\" : \"t_ab\"");
        assertThat(markdown.out()).contains("| sorted | t_a, sorts | t_ab (covering) | better |");
    }

    @Test
    void whatIsWorseCanFailTheBuild() throws Exception {
        Path workload = file("queries.sql", "SELECT * FROM t WHERE b = ?; SELECT * FROM t WHERE id = ?");

        assertThat(CommandRun.of("workload", workload, "--url", database, "--desired", desired)
                        .exitCode())
                .isZero();
        assertThat(CommandRun.of("workload", workload, "--url", database, "--desired", desired, "--fail-on", "worse")
                        .exitCode())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoWorkloadIsAMistakeOfUse() throws Exception {
        CommandRun missing = CommandRun.of("workload", folder.resolve("none.sql"), "--url", database);
        CommandRun statement =
                CommandRun.of("workload", file("drop.sql", "-- name: x\nDROP TABLE t;"), "--url", database);

        assertThat(missing.exitCode()).isEqualTo(2);
        assertThat(missing.err()).contains("There is no file");
        assertThat(statement.exitCode()).isEqualTo(2);
        assertThat(statement.err()).contains("this is no query", "drop.sql:2:1");
    }

    private Path file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name), text);
    }
}
