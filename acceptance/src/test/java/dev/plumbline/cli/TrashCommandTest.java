// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.embedded.EmbeddedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into the trash, is listed, comes back, and goes for good, as commands. */
class TrashCommandTest {
    private static EmbeddedServer server;

    @TempDir
    private Path folder;

    @BeforeAll
    static void startServer() {
        server = EmbeddedServer.start(18);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static void execute(String sql) throws Exception {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void thereAndBackAndGone() throws Exception {
        String url = server.url("postgres");
        execute("CREATE TABLE orders (id int PRIMARY KEY); INSERT INTO orders VALUES (1); CREATE TABLE kept (id int)");
        Path desired = Files.writeString(folder.resolve("desired.sql"), "CREATE TABLE kept (id int);");
        Path settings = Files.writeString(
                folder.resolve("plumbline.toml"),
                "url = \"" + url + "\"\ndesired = \"desired.sql\"\ntrash = \"30d\"\n");

        CommandRun plain = CommandRun.of("apply", "--url", url, "--desired", desired, "--yes");
        CommandRun empty = CommandRun.of("trash", "list", "--url", url);
        CommandRun wrong = CommandRun.of("apply", "--url", url, "--desired", desired, "--yes", "--trash", "soon");
        CommandRun apply = CommandRun.of("apply", "--config", settings, "--yes");
        CommandRun list = CommandRun.of("trash", "list", "--config", settings);
        CommandRun unknown = CommandRun.of("trash", "restore", "invoices", "--url", url);
        CommandRun restore = CommandRun.of("trash", "restore", "orders", "--url", url);

        assertThat(plain.exitCode()).as("rows are not dropped without a word").isEqualTo(3);
        assertThat(empty.err()).contains("The trash is empty.");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("'soon' does not say how long");
        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(apply.err()).contains("it is kept for 30 days");
        assertThat(list.out())
                .contains("public.orders, ")
                .contains(" kB, since ")
                .contains(", kept until ");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err())
                .contains("There is no 'invoices' in the trash")
                .contains("public.orders");
        assertThat(restore.exitCode()).as(restore.err()).isZero();
        assertThat(restore.out()).contains("Restored: public.orders.");

        CommandRun.of("apply", "--config", settings, "--yes", "--trash", "1h");
        CommandRun early = CommandRun.of("trash", "purge", "--url", url, "--yes");
        execute("UPDATE plumbline_trash.tables SET keep_until = now() - interval '1 second'");
        CommandRun unasked = CommandRun.of("trash", "purge", "--url", url);
        CommandRun purge = CommandRun.of("trash", "purge", "--url", url, "--yes");

        assertThat(early.err()).contains("Nothing in the trash has been there for its time.");
        assertThat(unasked.exitCode()).isEqualTo(2);
        assertThat(purge.out()).contains("Purged: public.orders.");
        assertThat(CommandRun.of("trash", "list", "--url", url).out()).isEmpty();
    }

    @Test
    void thereIsNoneOnSqlite() throws Exception {
        Path file = folder.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept (id int)");
        }
        Path desired = Files.writeString(folder.resolve("desired.sql"), "CREATE TABLE other (id int);");
        CommandRun list = CommandRun.of("trash", "list", "--url", "sqlite:" + file);
        CommandRun plan = CommandRun.of("plan", "--url", "sqlite:" + file, "--desired", desired, "--trash", "30d");

        assertThat(list.exitCode()).isNotZero();
        assertThat(list.err()).contains("There is no trash");
        assertThat(plan.err()).contains("There is no trash");
    }

    @Test
    void aColumnIsListedAndComesBack() throws Exception {
        String url = server.url("postgres");
        execute(
                "CREATE SCHEMA notes; CREATE TABLE notes.n (id int, body text); INSERT INTO notes.n VALUES (1, 'hello')");
        Path desired =
                Files.writeString(folder.resolve("notes.sql"), "CREATE SCHEMA notes; CREATE TABLE notes.n (id int);");

        CommandRun apply = CommandRun.of(
                "apply", "--url", url, "--schema", "notes", "--desired", desired, "--yes", "--trash", "2w");
        CommandRun list = CommandRun.of("trash", "list", "--url", url);
        CommandRun restore = CommandRun.of("trash", "restore", "n.body", "--url", url);

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(list.out()).contains("notes.n.body, a column, since ");
        assertThat(restore.exitCode()).as(restore.err()).isZero();
        execute("DO $$ BEGIN ASSERT (SELECT body FROM notes.n) = 'hello'; END $$");
    }
}
