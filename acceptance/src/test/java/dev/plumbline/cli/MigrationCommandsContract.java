// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of the versioned half, with their exit codes, on whichever engine. */
abstract class MigrationCommandsContract {
    @TempDir
    private Path folder;

    private Path migrations = Path.of("");
    private String url = "";

    /** Returns the URL of a new database. */
    abstract String freshDatabase(Path place) throws SQLException;

    /** Returns what names the engine where no database is named. */
    abstract String scratch();

    @BeforeEach
    void makeFolderAndDatabase() throws Exception {
        url = freshDatabase(folder);
        migrations = Files.createDirectory(folder.resolve("migrations"));
        file("000001_one.up.sql", "CREATE TABLE one (id int, name text);");
        file("000001_one.down.sql", "DROP TABLE one;");
        file("000002_two.up.sql", "-- the second\nCREATE TABLE two (id int);\nCREATE INDEX two_id ON two (id);");
        file("000002_two.down.sql", "DROP TABLE two;");
    }

    @Test
    void upTellsEachMigrationOnTheSideAndTheResultOnTheOutput() {
        CommandRun before = run("status");
        CommandRun up = run("up");
        CommandRun again = run("up");
        CommandRun after = run("status");

        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.out()).contains("Nothing is applied.", "2 pending");
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.err()).contains("applied 000001_one", "applied 000002_two");
        assertThat(up.out()).contains("2 migrations applied", "the database is at 000002_two");
        assertThat(again.exitCode()).isZero();
        assertThat(again.out()).contains("Nothing to do");
        assertThat(after.exitCode()).isZero();
    }

    @Test
    void whatIsNotReadIsNamedBeforeARun() throws IOException {
        file("three.sql", "CREATE TABLE three (id int);");

        assertThat(run("up").err()).contains("not read as migrations: three.sql");
        assertThat(run("up", "--quiet").err()).isEmpty();
    }

    @Test
    void quietRunsPrintNothingAndAskedOutputAllTheSame() {
        CommandRun up = run("up", "--quiet");
        CommandRun json = run("redo", "-q", "--format", "json");

        assertThat(up).isEqualTo(new CommandRun(0, "", ""));
        assertThat(json.err()).isEmpty();
        assertThat(json(json).path("done")).hasSize(2);
    }

    @Test
    void downAndToAndRedoGoBothWays() {
        run("up");

        assertThat(run("redo").out()).contains("1 migration applied, 1 migration undone");
        assertThat(run("down").out()).contains("1 migration undone", "at 000001_one");
        assertThat(run("status").exitCode()).isEqualTo(1);
        assertThat(run("to", "2").out()).contains("1 migration applied");
        assertThat(run("to", "0").out()).contains("2 migrations undone", "nothing is applied");
        assertThat(run("down").exitCode()).isZero();
        assertThat(run("to", "7").exitCode()).isEqualTo(2);
        assertThat(run("down", "0").exitCode()).isEqualTo(2);
        assertThat(run("down", "many").exitCode()).isEqualTo(2);
    }

    @Test
    void dryRunShowsSqlAndEffectsAndChangesNothing() throws IOException {
        Path script = folder.resolve("up.sql");
        CommandRun up = run("up", "--dry-run");
        CommandRun json = run("to", "1", "--dry-run", "--format", "json");
        CommandRun sql = run("up", "--dry-run", "-o", script);

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(up.out())
                .contains("Dry run: 2 migrations would be applied", "CREATE INDEX two_id ON two (id);")
                .contains("000002_two.up.sql:3:1", "gains table", "In one transaction");
        assertThat(json(json).path("succeeds").booleanValue()).isTrue();
        assertThat(json(json).path("migrations")).hasSize(1);
        assertThat(sql.exitCode()).isZero();
        assertThat(Files.readString(script)).startsWith("-- up 000001_one\nCREATE TABLE one");
        assertThat(json(run("status", "--format", "json")).path("migrations"))
                .allMatch(migration -> migration.path("state").asText().equals("pending"));
    }

    @Test
    void dryRunOfTheWayDownNamesTheDataThatIsLost() throws SQLException {
        run("up");
        execute("INSERT INTO two VALUES (1)");
        CommandRun down = run("down", "--dry-run");

        assertThat(down.exitCode()).as(down.err()).isZero();
        assertThat(down.out()).contains("1 migration would be undone", "data is lost", "data lost: table");
        assertThat(run("status").exitCode()).isZero();
    }

    @Test
    void dryRunOfWhatWouldFailSaysWhere() {
        file("000003_bad.up.sql", "CREATE TABLE three (id int);\nINSERT INTO nowhere VALUES (1);");
        CommandRun up = run("up", "--dry-run");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.out()).contains("000003_bad would fail", "000003_bad.up.sql:2:");
    }

    @Test
    void failedMigrationShowsItsPlace() {
        file("000003_bad.up.sql", "CREATE TABLE three (id int);\nINSERT INTO nowhere VALUES (1);");
        CommandRun up = run("up");

        assertThat(up.exitCode()).isEqualTo(4);
        assertThat(up.err())
                .contains("applied 000002_two", "000003_bad", "at ", "000003_bad.up.sql:2:", "^", "way out");
        assertThat(run("status").out()).contains("At 000002_two.", "1 pending");
    }

    @Test
    void modifiedAndLateAndMissingAreRefusedAndNamed() {
        run("up");
        file("000001_one.up.sql", "CREATE TABLE one (id bigint, name text);");
        CommandRun modified = run("up");
        CommandRun status = run("status");
        file("000001_one.up.sql", "/* only a comment */ CREATE TABLE one (id int, name text);");
        file("000001.5_late.up.sql", "CREATE TABLE late (id int);");
        CommandRun late = run("up");
        CommandRun allowed = run("up", "--out-of-order", "allow");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out().replaceAll("\\s+", " ")).contains("1 applied, 1 modified");
        // Nothing is pending, and a changed file is refused all the same: it is no longer what the database has.
        assertThat(modified.exitCode()).isEqualTo(3);
        assertThat(modified.err()).contains("000001_one", "way out");
        assertThat(late.exitCode()).isEqualTo(3);
        assertThat(late.err()).contains("late", "--out-of-order");
        assertThat(allowed.exitCode()).as(allowed.err()).isZero();
    }

    @Test
    void whatIsNotNamedOrNotThereIsAnErrorOfUsage() {
        for (String command : List.of("up", "verify", "check", "down", "redo", "adopt")) {
            CommandRun noDatabase = CommandRun.of(command, "--migrations", migrations);
            assertThat(noDatabase.exitCode()).as(command).isEqualTo(2);
            assertThat(noDatabase.err()).contains("No database is named", "way out");
        }
        assertThat(CommandRun.of("up", "--url", url).err()).contains("No folder of migrations");
        assertThat(CommandRun.of("up", "--url", url, "--migrations", folder.resolve("nowhere"))
                        .exitCode())
                .isEqualTo(2);
        assertThat(CommandRun.of("baseline", "--url", url, "--migrations", migrations)
                        .exitCode())
                .isEqualTo(2);
        assertThat(run("up", "--out-of-order", "perhaps").exitCode()).isEqualTo(2);
    }

    @Test
    void verifyFindsWhatWasDoneByHandAndChecksThatFail() throws Exception {
        file("000002_two.verify.sql", "SELECT 1 WHERE 1 = 2;\nSELECT id AS orphan FROM two WHERE id > 5;");
        run("up");
        CommandRun good = run("verify");
        execute("DROP TABLE one", "CREATE TABLE by_hand (id int)", "INSERT INTO two VALUES (7)");
        CommandRun bad = run("verify");
        CommandRun json = run("verify", "--format", "json");

        assertThat(good.exitCode()).as(good.out() + good.err()).isZero();
        assertThat(good.out()).startsWith("Verified:").contains("2 checks hold");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out())
                .startsWith("Not what its history says: 1 of 2 checks fails, 2 objects have drifted.")
                .contains("000002_two.verify.sql:2:1", "not from a migration", "by_hand", "missing");
        assertThat(json(json).path("holds").booleanValue()).isFalse();
        assertThat(json(json).path("failedChecks").get(0).path("line").intValue())
                .isEqualTo(2);
        assertThat(json(json).path("drift").path("changes")).isNotEmpty();
    }

    @Test
    void checkTellsAnApplicationWhetherToStart() {
        CommandRun behind = run("check");
        run("up");
        CommandRun good = run("check");
        remove("000002_two.up.sql");
        remove("000002_two.down.sql");
        CommandRun ahead = run("check", "--format", "json");

        assertThat(behind.exitCode()).isEqualTo(1);
        assertThat(behind.out()).contains("Not compatible", "behind", "000001_one");
        assertThat(good.exitCode()).isZero();
        assertThat(ahead.exitCode()).isZero();
        assertThat(json(ahead).path("standing").asText()).isEqualTo("ahead");
    }

    @Test
    void testFindsAWayDownThatDoesNotLeadBack() {
        CommandRun good = CommandRun.of("test", "--migrations", migrations, "--scratch-url", scratch());
        file("000002_two.down.sql", "DROP INDEX two_id;");
        CommandRun bad = CommandRun.of("test", "--migrations", migrations, "--scratch-url", scratch());
        CommandRun json =
                CommandRun.of("test", "--migrations", migrations, "--scratch-url", scratch(), "--format", "json");

        assertThat(good.exitCode()).as(good.out() + good.err()).isZero();
        assertThat(good.out()).contains("Passed: of 2 migrations, 2 go up, down and up again");
        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.out()).contains("Failed: 1 of 2", "does not lead back", "left over", "two");
        assertThat(json(json).path("migrations").get(1).path("verdict").asText())
                .isEqualTo("down_does_not_restore");
    }

    @Test
    void baselineRecordsWithoutRunning() {
        CommandRun unknown = run("baseline", "9");
        CommandRun baseline = run("baseline", "1", "--format", "json");
        CommandRun again = run("baseline", "1");
        CommandRun verify = run("verify");

        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(baseline.exitCode()).as(baseline.err()).isZero();
        assertThat(json(baseline).path("migrations")).hasSize(1);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(verify.exitCode()).as("nothing of it is there").isEqualTo(1);
    }

    @Test
    void adoptTakesOverAndSaysWhyNot() throws SQLException {
        CommandRun nothing = run("adopt");
        execute(
                "CREATE TABLE one (id int, name text)",
                "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL)",
                "INSERT INTO schema_migrations VALUES (1, true)");
        CommandRun dirty = run("adopt");
        execute("UPDATE schema_migrations SET dirty = false");
        CommandRun preview = run("adopt", "--dry-run");
        CommandRun adopted = run("adopt", "--remove-old");
        CommandRun again = run("adopt", "--format", "json");
        CommandRun status = run("status");

        assertThat(nothing.exitCode()).isEqualTo(2);
        assertThat(dirty.exitCode()).isEqualTo(3);
        assertThat(dirty.out())
                .startsWith("Not adopted from golang-migrate")
                .contains("Nothing was written", "000001_one did not come to its end");
        assertThat(preview.exitCode()).as(preview.err()).isZero();
        assertThat(preview.out()).startsWith("Would adopt 1 row from golang-migrate");
        assertThat(adopted.exitCode()).as(adopted.err()).isZero();
        assertThat(adopted.out()).startsWith("Adopted 1 row from golang-migrate");
        assertThat(json(again).path("outcome").asText()).isEqualTo("already_done");
        assertThat(status.out()).contains("At 000001_one.", "1 pending");
        assertThat(run("up").exitCode()).isZero();
    }

    @Test
    void createdMigrationGoesWhereTheFolderLeadsAndClosesTheGap() throws IOException {
        Path desired = Files.writeString(folder.resolve("desired.sql"), """
                CREATE TABLE one (id int, name text, mail text);
                CREATE TABLE two (id int);
                CREATE INDEX two_id ON two (id);
                CREATE TABLE three (id int);
                """);
        CommandRun sum = run("sum");
        CommandRun create = run("create", "add three", "--from-gap", "--desired", desired);
        CommandRun nothing = run("create", "again", "--from-gap", "--desired", desired);
        CommandRun up = run("up");

        assertThat(sum.exitCode()).as(sum.err()).isZero();
        assertThat(create.exitCode()).as(create.err()).isZero();
        assertThat(create.err()).contains("Proven");
        assertThat(create.out()).contains("000003_add_three.up.sql", ".down.sql", ".verify.sql", "plumbline.sum");
        assertThat(nothing.exitCode()).isZero();
        assertThat(nothing.err()).contains("nothing to do");
        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(run("verify").exitCode()).isZero();
        assertThat(CommandRun.of("gap", "--url", url, "--desired", desired).exitCode())
                .isZero();
        assertThat(run("down").exitCode()).isZero();
    }

    @Test
    void everyReportHasItsMarkdown() {
        List<CommandRun> reports = List.of(
                run("up", "--dry-run", "--format", "markdown"),
                run("up", "--format", "markdown"),
                run("status", "--format", "markdown"),
                run("check", "--format", "markdown"),
                run("verify", "--format", "markdown"),
                CommandRun.of("test", "--migrations", migrations, "--scratch-url", scratch(), "--format", "markdown"));

        assertThat(reports).allSatisfy(report -> {
            assertThat(report.exitCode()).as(report.err()).isZero();
            assertThat(report.out()).startsWith("**").doesNotContain("\u001b[");
        });
    }

    @Test
    void sumFileThatDoesNotFitIsRefusedAndShown() {
        run("sum");
        file("000003_merged.up.sql", "CREATE TABLE three (id int);");
        CommandRun up = run("up");
        CommandRun status = run("status");
        CommandRun json = run("status", "--format", "json");
        CommandRun check = run("sum", "--check");
        run("sum");

        assertThat(up.exitCode()).isEqualTo(3);
        assertThat(up.err()).contains("000003_merged is not in plumbline.sum", "plumbline sum");
        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out()).contains("000003_merged is not in plumbline.sum.");
        assertThat(json(json).path("remarks")).hasSize(1);
        assertThat(check.exitCode()).isEqualTo(1);
        assertThat(run("up").exitCode()).isZero();
    }

    final CommandRun run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--url", url, "--migrations", migrations));
        return CommandRun.of(all.toArray());
    }

    private void file(String name, String text) {
        try {
            Files.writeString(migrations.resolve(name), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void remove(String name) {
        try {
            Files.delete(migrations.resolve(name));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DatabaseUrl.parse(url).open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static JsonNode json(CommandRun run) {
        try {
            JsonNode root = new ObjectMapper().readTree(run.out());
            assertThat(root.path("plumbline").intValue()).as(run.err()).isEqualTo(1);
            return root;
        } catch (JsonProcessingException e) {
            throw new AssertionError(run.out() + run.err(), e);
        }
    }
}
