// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The callbacks of a Flyway folder run when Flyway would run them, and wherever its migrations are tried. */
class FlywayCallbacksTest {
    @TempDir
    private Path folder;

    private String url = "";
    private String jdbcUrl = "";

    @BeforeEach
    void makeDatabase() throws IOException {
        Path file = Files.createFile(folder.resolve("app.db"));
        url = "sqlite:" + file;
        jdbcUrl = "jdbc:sqlite:" + file;
    }

    private void log(String event) throws IOException {
        write(event + ".sql", "INSERT INTO log (said) VALUES ('" + event + "');");
    }

    /** A folder in which everything says that it was run. */
    private void everything() throws IOException {
        write(
                "beforeMigrate.sql",
                "CREATE TABLE IF NOT EXISTS log (id integer PRIMARY KEY, said text); INSERT INTO log (said) VALUES ('beforeMigrate');");
        for (String event : List.of(
                "beforeEachMigrate",
                "afterEachMigrate",
                "afterVersioned",
                "beforeRepeatables",
                "afterMigrateApplied",
                "afterMigrate",
                "afterMigrateError",
                "beforeUndo",
                "beforeEachUndo",
                "afterEachUndo",
                "afterUndo")) {
            log(event);
        }
        write("V1__a.sql", "CREATE TABLE a (id integer PRIMARY KEY); INSERT INTO log (said) VALUES ('1');");
        write("U1__a.sql", "DROP TABLE a; INSERT INTO log (said) VALUES ('-1');");
        write("V2__b.sql", "CREATE TABLE b (id integer PRIMARY KEY); INSERT INTO log (said) VALUES ('2');");
        write("R__r.sql", "INSERT INTO log (said) VALUES ('r');");
    }

    @Test
    void eachRunsWhenFlywayRunsIt() throws Exception {
        everything();

        CommandRun up = run("up");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out() + up.err()).contains("beforeMigrate.sql was run.").doesNotContain("not read as migrations");
        assertThat(said())
                .containsExactly(
                        "beforeMigrate",
                        "beforeEachMigrate",
                        "1",
                        "afterEachMigrate",
                        "beforeEachMigrate",
                        "2",
                        "afterEachMigrate",
                        "afterVersioned",
                        "beforeRepeatables",
                        "beforeEachMigrate",
                        "r",
                        "afterEachMigrate",
                        "afterMigrateApplied",
                        "afterMigrate");

        CommandRun again = run("up");

        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(said()).containsExactly("beforeMigrate", "afterVersioned", "afterMigrate");
        assertThat(run("status").exitCode()).isZero();
        assertThat(run("verify").exitCode()).isZero();
    }

    @Test
    void undoingHasItsOwn() throws Exception {
        everything();
        Files.delete(folder.resolve("migrations/V2__b.sql"));
        Files.delete(folder.resolve("migrations/R__r.sql"));
        assertThat(run("up").exitCode()).isZero();
        said();

        CommandRun rehearsed = run("down", "--dry-run");
        CommandRun down = run("down");

        assertThat(rehearsed.exitCode()).as(rehearsed.err()).isZero();
        assertThat(rehearsed.out()).contains("beforeUndo.sql is run before it.", "afterUndo.sql is run behind it.");
        assertThat(down.exitCode()).as(down.err()).isZero();
        assertThat(said()).containsExactly("beforeUndo", "beforeEachUndo", "-1", "afterEachUndo", "afterUndo");
    }

    @Test
    void aFailureKeepsNothingOfItsMigrationAndIsToldToItsCallback() throws Exception {
        everything();
        write("V2__b.sql", "CREATE TABLE b (id integer PRIMARY KEY); INSERT INTO nowhere VALUES (1);");

        CommandRun up = run("up");

        assertThat(up.exitCode()).isEqualTo(4);
        assertThat(up.err()).contains("2_b", "nowhere");
        assertThat(said())
                .containsExactly("beforeMigrate", "beforeEachMigrate", "1", "afterEachMigrate", "afterMigrateError");
    }

    @Test
    void aCallbackThatFailsIsNamedWithItsFile() throws Exception {
        write("V1__a.sql", "CREATE TABLE a (id integer PRIMARY KEY);");
        write("afterEachMigrate.sql", "INSERT INTO nowhere VALUES (1);");
        CommandRun each = run("up");
        Files.delete(folder.resolve("migrations/afterEachMigrate.sql"));
        write("afterMigrate.sql", "INSERT INTO nowhere VALUES (2);");
        CommandRun rehearsed = run("up", "--dry-run");
        CommandRun tested = run("test");
        CommandRun end = run("up");

        assertThat(each.exitCode()).isEqualTo(4);
        assertThat(each.err()).contains("afterEachMigrate.sql:1", "Nothing of this migration was kept");
        assertThat(rehearsed.exitCode()).isEqualTo(1);
        assertThat(rehearsed.out()).contains("the callback afterMigrate.sql: statement 1 of 1 fails");
        assertThat(tested.exitCode()).isEqualTo(1);
        assertThat(tested.out()).contains("afterMigrate.sql");
        assertThat(end.exitCode()).isEqualTo(4);
        assertThat(end.err()).contains("The callback afterMigrate.sql: statement 1 of 1 fails", "are in the history");
        assertThat(run("status").exitCode()).isZero();
    }

    /** What callbacks make is no drift, and stands on every scratch database where migrations find it. */
    @Test
    void whatTheyMakeIsThereWhereverMigrationsAreTried() throws Exception {
        write("beforeMigrate.sql", "CREATE TABLE IF NOT EXISTS base (id integer PRIMARY KEY);");
        write("V1__a.sql", "CREATE TABLE a (id integer PRIMARY KEY REFERENCES base); INSERT INTO base VALUES (1);");
        write("U1__a.sql", "DROP TABLE a; DELETE FROM base;");
        write("afterMigrate.sql", "CREATE VIEW IF NOT EXISTS ids AS SELECT id FROM a;");
        Path desired = Files.writeString(
                folder.resolve("desired.sql"),
                "CREATE TABLE base (id integer PRIMARY KEY); CREATE TABLE a (id integer PRIMARY KEY REFERENCES base);"
                        + " CREATE VIEW ids AS SELECT id FROM a;");

        CommandRun checked =
                CommandRun.of("check", folder.resolve("migrations"), "--scratch-url", "sqlite:", "--fail-on", "error");
        CommandRun tested = run("test");
        CommandRun gap = CommandRun.of(
                "gap",
                "--actual",
                "migrations:" + folder.resolve("migrations"),
                "--desired",
                desired,
                "--scratch-url",
                "sqlite:");
        CommandRun up = run("up");
        CommandRun verified = run("verify");

        assertThat(List.of(checked, tested, gap, up, verified))
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as(run.out() + run.err()).isZero());
    }

    /** The session of a migration begins with what beforeEachMigrate has set, in one transaction and in several. */
    @Test
    void settingsBeforeEachHoldForTheMigration() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(18)) {
            url = server.url("postgres");
            jdbcUrl = server.jdbcUrl("postgres");
            sql("CREATE ROLE app_owner");
            write("beforeMigrate.sql", "GRANT ALL ON SCHEMA public TO app_owner;");
            write("beforeEachMigrate.sql", "SET ROLE app_owner;");
            write("V1__a.sql", "CREATE TABLE a (id int);");
            write(
                    "V2__b.sql",
                    "CREATE TABLE b (id int); CREATE INDEX CONCURRENTLY b_id ON b (id); CREATE TABLE c (id int);");
            write("afterMigrate.sql", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO PUBLIC;");

            CommandRun up = run("up");
            CommandRun verified = run("verify", "--scratch-url", url);

            assertThat(up.exitCode()).as(up.err()).isZero();
            assertThat(sql("SELECT string_agg(relname || ':' || pg_get_userbyid(relowner), ' ' ORDER BY relname)"
                            + " FROM pg_class WHERE relname IN ('a', 'b', 'b_id', 'c')"))
                    .containsExactly("a:app_owner b:app_owner b_id:app_owner c:app_owner");
            assertThat(
                            sql(
                                    "SELECT pg_get_userbyid(relowner) = current_user FROM pg_class WHERE relname = 'plumbline_history'"))
                    .containsExactly("t");
            assertThat(verified.exitCode()).as(verified.out() + verified.err()).isZero();
        }
    }

    private CommandRun run(String command, Object... more) {
        List<Object> call =
                new ArrayList<>(List.of(command, "--url", url, "--migrations", folder.resolve("migrations")));
        call.addAll(List.of(more));
        return CommandRun.of(call.toArray());
    }

    private void write(String name, String text) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve(name), text);
    }

    /** Returns what was said since this was last asked, in order. */
    private List<String> said() throws SQLException {
        List<String> all = sql("SELECT said FROM log ORDER BY id");
        sql("DELETE FROM log");
        return all;
    }

    private List<String> sql(String text) throws SQLException {
        try (Connection connection = DriverManager.getConnection(jdbcUrl);
                Statement statement = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (statement.execute(text)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }
}
