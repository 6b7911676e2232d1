// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every command and every exit code on SQLite, which is always there. */
class SqliteCommandsTest {
    private static final String DESIRED = """
            CREATE TABLE users(id integer primary key, mail text not null, name text);
            CREATE UNIQUE INDEX users_mail ON users(mail);
            CREATE TABLE posts(id integer primary key, user_id integer references users(id));
            CREATE VIEW names AS SELECT name FROM users;
            """;

    @TempDir
    private Path folder;

    private Path database;
    private Path desired;

    @BeforeEach
    void makeDatabase() throws Exception {
        database = folder.resolve("app.db");
        desired = file("desired.sql", DESIRED);
        execute(
                "CREATE TABLE schema_migrations(version bigint primary key, dirty boolean)",
                "INSERT INTO schema_migrations VALUES (1, true)",
                "CREATE TABLE users(id integer primary key, mail text)",
                "INSERT INTO users VALUES (1, 'a@example.org')");
    }

    @Test
    void statusTellsEngineCountsAndHistory() {
        CommandRun status = CommandRun.of("status", "--url", database);

        assertThat(status.exitCode()).isZero();
        assertThat(status.out()).contains("SQLite 3", "tables", "golang-migrate", "dirty");
    }

    @Test
    void statusAsJsonIsAValue() {
        assertThat(CommandRun.of("status", "--url", database, "--format", "json")
                        .out())
                .contains("\"kind\" : \"status\"", "\"engine\" : \"sqlite\"");
    }

    @Test
    void gapSaysWhatMattersAndExitsWithOne() {
        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", desired);

        assertThat(gap.exitCode()).isEqualTo(1);
        assertThat(gap.out())
                .contains("INVENTORY", "WHAT MATTERS FIRST", "uniqueness-lost", "main.posts", "DEPLOY ORDER")
                .doesNotContain("\u001b[");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "markdown"})
    void everyFormatOfTheGapGoesToAFile(String format) throws IOException {
        Path report = folder.resolve("reports/gap." + format);

        CommandRun gap =
                CommandRun.of("gap", "--url", database, "--desired", desired, "--format", format, "-o", report);

        assertThat(gap.exitCode()).isEqualTo(1);
        assertThat(gap.out()).isEmpty();
        assertThat(Files.readString(report)).contains("users_mail");
    }

    @Test
    void planIsProvenAndSaidToBe() {
        CommandRun plan = CommandRun.of("plan", "--url", database, "--desired", desired);

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("Proven: reaches the desired schema; reverse returns;", "seeded rows kept");
    }

    @Test
    void appliedPlanClosesTheGapAndASecondOneFindsNothing() {
        CommandRun apply = CommandRun.of("apply", "--url", database, "--desired", desired, "--yes");

        assertThat(apply.exitCode()).as(apply.err()).isZero();
        assertThat(apply.out()).contains("the database is as declared");
        assertThat(CommandRun.of("gap", "--url", database, "--desired", desired).exitCode())
                .isZero();
        assertThat(CommandRun.of("apply", "--url", database, "--desired", desired)
                        .out())
                .contains("Nothing to do");
    }

    @Test
    void savedPlanIsAppliedToTheDatabaseItWasMadeForAndToNoOther() throws Exception {
        Path plan = folder.resolve("plan.json");
        assertThat(CommandRun.of("plan", "--url", database, "--desired", desired, "-o", plan)
                        .exitCode())
                .isZero();
        execute("CREATE TABLE meanwhile(id integer)");

        CommandRun refused = CommandRun.of("apply", plan, "--url", database, "--yes");
        execute("DROP TABLE meanwhile");
        CommandRun applied = CommandRun.of("apply", plan, "--url", database, "--yes");

        assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
        assertThat(applied.exitCode()).as(applied.err()).isZero();
    }

    @Test
    void planBecomesAMigrationUpAndDown() {
        Path migrations = folder.resolve("migrations");

        CommandRun plan = CommandRun.of(
                "plan", "--url", database, "--desired", desired, "-o", migrations, "--name", "close the gap");

        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(migrations.resolve("000001_close_the_gap.up.sql")).content().contains("-- Proven");
        assertThat(migrations.resolve("000001_close_the_gap.down.sql")).exists();
    }

    @Test
    void dangerousPlanIsRefusedUntilItsHazardIsAllowedByName() throws Exception {
        execute("CREATE TABLE old(id integer)", "INSERT INTO old VALUES (1)");

        CommandRun refused = CommandRun.of("apply", "--url", database, "--desired", desired, "--yes");
        CommandRun allowed =
                CommandRun.of("apply", "--url", database, "--desired", desired, "--yes", "--allow", "data-loss");

        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.err()).contains("--allow DATA_LOSS");
        assertThat(allowed.exitCode()).as(allowed.err()).isZero();
    }

    @Test
    void withoutATerminalAndWithoutYesNothingIsTouched() {
        CommandRun apply = CommandRun.of("apply", "--url", database, "--desired", desired);

        assertThat(apply.exitCode()).isEqualTo(2);
        assertThat(apply.err()).contains("--yes");
        assertThat(CommandRun.of("gap", "--url", database, "--desired", desired).exitCode())
                .isEqualTo(1);
    }

    @Test
    void exportedFolderMakesTheSameSchema() throws Exception {
        execute(
                "CREATE TABLE \"it's; \"\"odd\"\"/Name\"(\"a b\" text)",
                "CREATE TABLE \"Users2\"(a)",
                "CREATE TABLE con(a)");
        Path schema = folder.resolve("schema");

        CommandRun inspect = CommandRun.of("inspect", database, "--format", "sql", "-o", schema);

        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        assertThat(CommandRun.of("gap", "--url", database, "--desired", schema).exitCode())
                .isZero();
    }

    @Test
    void snapshotStandsForTheDatabase() {
        Path snapshot = folder.resolve("snapshot.json");
        assertThat(CommandRun.of("inspect", database, "--format", "json", "-o", snapshot)
                        .exitCode())
                .isZero();

        assertThat(CommandRun.of("gap", "--url", database, "--desired", "snapshot:" + snapshot)
                        .exitCode())
                .isZero();
    }

    @Test
    void inspectOfBrokenSqlShowsThePlaceWithACaret() throws IOException {
        Path broken = file("broken.sql", "CREATE TABLE a(id integer);\nCREATE TABEL b(id integer);\n");

        CommandRun inspect = CommandRun.of("inspect", broken, "--scratch-url", "sqlite:");

        assertThat(inspect.exitCode()).isEqualTo(4);
        assertThat(inspect.err()).contains("broken.sql:2:", "CREATE TABEL b", "^");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing.sql", "snapshot:nothing.json", "migrations:nothing"})
    void missingFileIsAnErrorOfUsage(String source) {
        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", source);

        assertThat(gap.exitCode()).isEqualTo(2);
        assertThat(gap.err())
                .startsWith("error: ")
                .contains("nothing", "way out: ")
                .doesNotContain("\tat ");
    }

    @Test
    void missingDatabaseIsADatabaseErrorAndIsNotMade() {
        Path nowhere = folder.resolve("nowhere.db");

        CommandRun status = CommandRun.of("status", "--url", nowhere);

        assertThat(status.exitCode()).isEqualTo(4);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void fileThatIsNoDatabaseIsADatabaseError() throws IOException {
        Path text = file("text.db", "this is no database, but long enough to have a header of some kind\n".repeat(20));

        CommandRun status = CommandRun.of("status", "--url", text);

        assertThat(status.exitCode()).as(status.err()).isEqualTo(4);
    }

    @Test
    void initWritesConfigurationAndSchemaThatHaveNoGap() throws IOException {
        Files.createDirectories(folder.resolve("db/migrations"));
        Files.writeString(folder.resolve("db/migrations/000001_init.up.sql"), "");
        Path config = folder.resolve("plumbline.toml");

        CommandRun init = CommandRun.of("init", "--url", database, "--config", config);
        CommandRun again = CommandRun.of("init", "--url", database, "--config", config);
        CommandRun gap = CommandRun.of("gap", "--config", config);

        assertThat(init.exitCode()).as(init.err()).isZero();
        assertThat(init.out()).contains("golang-migrate", "wrote      schema");
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(gap.exitCode()).as(gap.err() + gap.out()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gap --desired", "status --url", "inspect"})
    void theEndingOfAFileSaysItsForm(String command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command.split(" ", -1)));
        arguments.addAll(List.of(database.toString(), "-o"));
        if (command.startsWith("gap")) {
            arguments.addAll(1, List.of("--url", database.toString()));
        }
        for (String ending : List.of("json", "md", "txt")) {
            Path file = folder.resolve("out." + ending);
            List<Object> all = new ArrayList<>(arguments);
            all.add(file);
            CommandRun run = CommandRun.of(all.toArray());
            assertThat(run.exitCode()).as(run.err()).isZero();
            assertThat(Files.readString(file))
                    .as(ending)
                    .startsWith(
                            switch (ending) {
                                case "json" -> "{";
                                case "md" -> "#";
                                default -> "";
                            });
        }
        assertThat(folder.resolve("out.txt")).content().doesNotStartWith("{").doesNotStartWith("#");
    }

    @Test
    void aPlanOfAnUnknownEndingIsNoFolderOfMigrations() throws IOException {
        Path desired = file("desired.sql", "CREATE TABLE other (id int);");

        CommandRun plan =
                CommandRun.of("plan", "--url", database, "--desired", desired, "-o", folder.resolve("plan.jsn"));

        assertThat(plan.exitCode()).isEqualTo(2);
        assertThat(folder.resolve("plan.jsn")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0", "0, 0", "-1, 2", "0.0001, 2", "NaN, 2"})
    void waitingForLocksIsToldInSecondsOrParts(String seconds, int exitCode) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("m"));
        file("m/1_a.up.sql", "CREATE TABLE made (id int);");

        CommandRun up = CommandRun.of(
                "up",
                "--url",
                database,
                "--migrations",
                migrations,
                "--lock-timeout",
                seconds,
                "--wait",
                "2.5",
                "--beside-others");

        assertThat(up.exitCode()).as(up.err()).isEqualTo(exitCode);
    }

    @Test
    void aSavedCatalogIsNoSql() {
        CommandRun.of("inspect", database, "-o", folder.resolve("v1.json"));

        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", folder.resolve("v1.json"));
        CommandRun snapshot =
                CommandRun.of("gap", "--url", database, "--desired", "snapshot:" + folder.resolve("v1.json"));

        assertThat(gap.exitCode()).isEqualTo(2);
        assertThat(gap.err()).contains("snapshot:");
        assertThat(snapshot.exitCode()).as(snapshot.err()).isZero();
    }

    @Test
    void anEmptyFolderIsNoSchemaYet() throws IOException {
        Files.createDirectories(folder.resolve("schema"));

        CommandRun init = CommandRun.of("init", "--url", database, "--config", folder.resolve("plumbline.toml"));

        assertThat(init.out()).as(init.err()).contains("wrote      schema");
    }

    /** Whatever folder the command is run in. */
    @ParameterizedTest
    @ValueSource(strings = {"url = \"%s\"\ndesired = \"s.sql\"", "url = \"sqlite:%s\"\ndesired = \"migrations:m\""})
    void filesOfTheConfigurationAreRelativeToIt(String text) throws IOException {
        Files.createDirectories(folder.resolve("m"));
        file("m/1_a.up.sql", "CREATE TABLE made (id int);");
        file("s.sql", "CREATE TABLE made (id int);");
        Path config = file("plumbline.toml", text.formatted(folder.relativize(database)));

        CommandRun gap = CommandRun.of("gap", "--config", config);

        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(gap.out()).contains("made");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desired = [\"a.sql\", \"b.sql\"]",
                "owners = \"yes\"",
                "[env.prod]\ndesird = \"a.sql\"",
                "[check.rules]\nnone-of-them = \"off\"",
            })
    void whatTheConfigurationCannotMeanIsRefused(String text) throws IOException {
        CommandRun status = CommandRun.of("status", "--url", database, "--config", file("plumbline.toml", text + "\n"));

        assertThat(status.exitCode()).as(status.err()).isEqualTo(2);
        assertThat(status.err()).contains("way out: ");
    }

    @Test
    void aConfigurationOfWindowsEditorsIsRead() throws IOException {
        Path config =
                file("plumbline.toml", "\uFEFFurl = \"" + database.toString().replace("\\", "/") + "\"\r\n");

        assertThat(CommandRun.of("status", "--config", config).exitCode()).isZero();
    }

    @Test
    void unknownKeyOfTheConfigurationNamesTheNearest() throws IOException {
        Path config = file("plumbline.toml", "urll = \"app.db\"\n");

        CommandRun status = CommandRun.of("status", "--config", config);

        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("'urll'", "'url'");
    }

    @Test
    void environmentsStandOverTheTopLevelAndVariablesHaveDefaults() throws IOException {
        Path config = file(
                "plumbline.toml",
                "url = \"nowhere.db\"\n[env.test]\nurl = \"${NO_SUCH_VARIABLE_AT_ALL:-"
                        + database.toString().replace("\\", "/") + "}\"\n");

        assertThat(CommandRun.of("status", "--config", config, "--env", "test").exitCode())
                .isZero();
        assertThat(CommandRun.of("status", "--config", config, "--env", "prod").err())
                .contains("It has test.");
    }

    @Test
    void configurationThatIsNoTomlShowsThePlace() throws IOException {
        CommandRun status = CommandRun.of("status", "--config", file("plumbline.toml", "url = \n"));

        assertThat(status.exitCode()).isEqualTo(2);
        assertThat(status.err()).contains("plumbline.toml:1:");
    }

    @Test
    void enginesDoNotMix() {
        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", "postgres://localhost:1/app");

        assertThat(gap.exitCode()).isEqualTo(2);
        assertThat(gap.err()).contains("different engines");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "inspect",
                "gap",
                "plan",
                "apply",
                "create",
                "up",
                "down",
                "to",
                "redo",
                "status",
                "check",
                "verify",
                "test",
                "baseline",
                "adopt",
                "sum",
                "repair",
                "demo"
            })
    void everyCommandTeachesByExample(String command) {
        CommandRun help = CommandRun.of(command, "--help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("Examples:", "plumbline " + command);
    }

    @Test
    void completionScriptKnowsTheCommands() {
        assertThat(CommandRun.of("generate-completion").out()).contains("inspect", "apply", "adopt", "verify");
    }

    @Test
    void unknownOptionsAndHazardsAreErrorsOfUsage() {
        assertThat(CommandRun.of("gap", "--no-such-option").exitCode()).isEqualTo(2);
        CommandRun apply = CommandRun.of("apply", "--allow", "EVERYTHING");
        assertThat(apply.exitCode()).isEqualTo(2);
        assertThat(apply.err()).contains("DATA_LOSS");
        assertThat(CommandRun.of().exitCode()).isEqualTo(2);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
