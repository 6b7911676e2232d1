// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say of themselves, and of what cannot be meant or is not there. */
class UsageTest extends SqliteFixture {
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
}
