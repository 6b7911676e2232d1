// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The settings that a file keeps: compared where the desired side speaks of them, and only there. */
class SqliteSettingsTest {
    private static final String NOTE = "CREATE TABLE note (title TEXT);";

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void prepare() {
        file = folder.resolve("app.db");
    }

    private void live(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            SqliteRoundTrip.run(connection, sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return SqliteRoundTrip.texts(connection, sql).getFirst();
        }
    }

    private CommandRun run(String command, String desired, String... more) throws IOException {
        Path schema = Files.writeString(folder.resolve("schema.sql"), desired);
        return CommandRun.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(command, "--url", file, "--desired", schema),
                        java.util.stream.Stream.of(more))
                .toArray());
    }

    @Test
    void whatTheSchemaDeclaresIsSet() throws Exception {
        live(NOTE + "PRAGMA application_id = 5;");
        String desired = NOTE + "PRAGMA user_version = 7; PRAGMA application_id = 0x706c756d;";

        CommandRun gap = run("gap", desired);
        assertThat(gap.exitCode()).isEqualTo(1);
        assertThat(gap.out()).contains("user_version", "it should be 7", "application_id", "value 5 → 1886156141");
        CommandRun plan = run("plan", desired);
        assertThat(plan.out())
                .contains("PRAGMA user_version = 7", "PRAGMA application_id = 1886156141", "reverse returns");
        assertThat(run("apply", desired, "--yes").exitCode()).isZero();

        assertThat(query("PRAGMA user_version")).isEqualTo("7");
        assertThat(query("PRAGMA application_id")).isEqualTo("1886156141");
        assertThat(run("gap", desired).exitCode()).isZero();
    }

    @Test
    void whatTheSchemaDoesNotMentionIsLetBe() throws Exception {
        live("PRAGMA auto_vacuum = incremental; " + NOTE + "PRAGMA user_version = 3; PRAGMA application_id = 9;"
                + "INSERT INTO note VALUES ('kept');");
        assertThat(run("gap", NOTE).exitCode()).isZero();

        CommandRun apply = run("apply", "CREATE TABLE note (title TEXT NOT NULL COLLATE NOCASE); PRAGMA application_id = 9;", "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(query("PRAGMA user_version")).isEqualTo("3");
        assertThat(query("PRAGMA application_id")).isEqualTo("9");
        assertThat(query("PRAGMA auto_vacuum")).isEqualTo("2");
        assertThat(query("SELECT title FROM note")).isEqualTo("kept");
    }

    @Test
    void freePagesAreKeptOtherwiseByVacuumOutsideATransaction() throws Exception {
        String schema = NOTE + "CREATE VIRTUAL TABLE words USING fts5(title, content='note');";
        live(schema + "INSERT INTO note VALUES ('one'), ('two'), ('three'); DELETE FROM note WHERE title = 'one';"
                + "INSERT INTO words (words) VALUES ('rebuild');");
        String desired = "PRAGMA auto_vacuum = FULL;" + schema;

        CommandRun plan = run("plan", desired);
        assertThat(plan.out()).contains("PRAGMA auto_vacuum = 1", "VACUUM", "outside");
        CommandRun apply = run("apply", desired, "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(query("PRAGMA auto_vacuum")).isEqualTo("1");
        assertThat(query("SELECT group_concat(note.title) FROM words JOIN note ON note.rowid = words.rowid"
                        + " WHERE words MATCH 'three'"))
                .isEqualTo("three");
        live("INSERT INTO words (words, rank) VALUES ('integrity-check', 1);");
    }

    @Test
    void snapshotsAndScriptsCarryThem() throws Exception {
        live(NOTE + "PRAGMA user_version = 7;");
        Path snapshot = folder.resolve("snapshot.json");
        Path script = folder.resolve("made.sql");
        CommandRun inspect = CommandRun.of("inspect", "--url", file, "--format", "json", "-o", snapshot);
        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        assertThat(CommandRun.of("gap", "--url", file, "--desired", "snapshot:" + snapshot)
                        .exitCode())
                .isZero();
        CommandRun sql = CommandRun.of("inspect", "--url", file, "--format", "sql", "-o", script);
        assertThat(sql.exitCode()).as(sql.err()).isZero();
        assertThat(Files.readString(script)).contains("PRAGMA user_version = 7;");
        live("PRAGMA user_version = 8;");

        CommandRun gap = CommandRun.of("gap", "--url", file, "--desired", "snapshot:" + snapshot);

        assertThat(gap.exitCode()).isEqualTo(1);
        assertThat(gap.out()).contains("user_version");
        assertThat(CommandRun.of("gap", "--url", file, "--desired", script).exitCode())
                .isEqualTo(1);
    }

    @Test
    void inspectTellsWhatElseTheFileIs() throws Exception {
        live("PRAGMA page_size = 8192; PRAGMA encoding = 'UTF-16le'; PRAGMA journal_mode = wal;" + NOTE
                + "PRAGMA user_version = 7;");

        assertThat(CommandRun.of("inspect", "--url", file).out())
                .contains("journal_mode wal, encoding UTF-16le, page_size 8192", "user_version 7");
    }
}
