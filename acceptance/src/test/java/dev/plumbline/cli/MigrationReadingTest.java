// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a folder of migrations does not say itself, by options and by the configuration. */
class MigrationReadingTest {
    @TempDir
    private Path folder;

    /** As the history's, as a side of a comparison, and where they are reviewed. */
    @Test
    void whatAFolderOfMigrationsAsksForIsGivenWhereverItIsRead() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("m"));
        file("m/V1__a.sql", "CREATE TABLE ${flyway:defaultSchema}.${name} (id int);");
        file("m/V2_other.sql", "CREATE TABLE other (id int);");
        Path empty = Files.createFile(folder.resolve("empty.db"));
        Path desired = file("desired.sql", "CREATE TABLE made (id int);");
        List<Object> reading = List.of("--placeholder", "name=made", "--migrations-format", "FLYWAY");

        CommandRun mixed = CommandRun.of("up", "--url", empty, "--migrations", migrations);
        CommandRun valueless =
                CommandRun.of("up", "--url", empty, "--migrations", migrations, "--migrations-format", "FLYWAY");
        CommandRun up = CommandRun.of(with(reading, "up", "--url", empty, "--migrations", migrations));
        CommandRun gap = CommandRun.of(with(reading, "gap", "--url", empty, "--desired", "migrations:" + migrations));
        CommandRun other = CommandRun.of(with(
                reading,
                "gap",
                "--actual",
                "migrations:" + migrations,
                "--desired",
                desired,
                "--scratch-url",
                "sqlite:"));
        CommandRun check =
                CommandRun.of(with(reading, "check", migrations, "--scratch-url", "sqlite:", "--fail-on", "error"));
        CommandRun create = CommandRun.of(with(reading, "create", "next", "--migrations", migrations));

        assertThat(mixed.err()).contains("mixes formats", "--migrations-format");
        assertThat(valueless.err()).contains("${name} has no value", "--placeholder");
        assertThat(List.of(up, gap, other, check, create))
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as(run.err() + run.out()).isZero());
        assertThat(folder.resolve("m/V2__next.sql")).exists();
    }

    @Test
    void contextsOfLiquibaseAreDecidedInAComparisonToo() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("m"));
        file("m/a.sql", "--liquibase formatted sql\n--changeset a:1 context:test\nCREATE TABLE made (id int);\n");
        Path desired = file("desired.sql", "CREATE TABLE made (id int);");

        CommandRun undecided = CommandRun.of(
                "gap", "--actual", "migrations:" + migrations, "--desired", desired, "--scratch-url", "sqlite:");
        CommandRun decided = CommandRun.of(
                "gap",
                "--actual",
                "migrations:" + migrations,
                "--desired",
                desired,
                "--scratch-url",
                "sqlite:",
                "--context",
                "test");

        assertThat(undecided.err()).contains("--context");
        assertThat(decided.exitCode()).as(decided.err()).isZero();
    }

    @Test
    void theConfigurationSaysWhatTheOptionsDoAndAnEnvironmentSaysItForItself() throws IOException {
        file("m/V1__a.sql", "CREATE TABLE ${flyway:defaultSchema}.${name} (${Column} int);");
        file("m/V2_other.sql", "CREATE TABLE other (id int);");
        Path made = file("made.sql", "CREATE TABLE made (id int);");
        Path staged = file("staged.sql", "CREATE TABLE staged (id int);");
        Path config = file("plumbline.toml", """
                migrations = "m"
                migrations_format = "flyway"
                scratch_url = "sqlite:"
                [placeholders]
                NAME = "${PLUMBLINE_NOT_SET:-made}"
                column = "id"
                [env.staging.placeholders]
                name = "staged"
                """);
        Path empty = Files.createFile(folder.resolve("empty.db"));

        CommandRun gap = gap(config, made);
        CommandRun staging = gap(config, staged, "--env", "staging");
        CommandRun option = gap(config, staged, "--placeholder", "Name=staged");
        CommandRun up = CommandRun.of("up", "--config", config, "--url", empty);
        CommandRun check = CommandRun.of("check", folder.resolve("m"), "--config", config, "--fail-on", "error");

        assertThat(List.of(gap, staging, option, up, check))
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as(run.err() + run.out()).isZero());
        assertThat(gap(config, staged).exitCode()).isEqualTo(1);
    }

    @Test
    void contextsOfTheConfigurationAreDecidedAndAnEnvironmentHasItsOwn() throws IOException {
        file("m/a.sql", "--liquibase formatted sql\n--changeset a:1 context:test\nCREATE TABLE made (id int);\n");
        Path made = file("made.sql", "CREATE TABLE made (id int);");
        Path nothing = file("nothing.sql", "CREATE TABLE other (id int);");
        Path config = file("plumbline.toml", """
                scratch_url = "sqlite:"
                migrations = "m"
                contexts = ["test", "demo"]
                [env.production]
                contexts = []
                """);

        CommandRun test = gap(config, made);
        CommandRun production = gap(config, nothing, "--env", "production");
        CommandRun option = gap(config, made, "--env", "production", "--context", "test");

        assertThat(test.exitCode()).as(test.err()).isZero();
        assertThat(production.exitCode()).as(production.err()).isEqualTo(1);
        assertThat(production.out()).contains("main.other").doesNotContain("main.made");
        assertThat(option.exitCode()).as(option.err()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "migrations_format = \"flywey\"|'migrations_format'|flyway",
                "migrations_format = [\"flyway\"]|is a list|one text",
                "placeholders = \"a=b\"|'placeholders'|[placeholders]",
                "placeholders.a = 1|'placeholders.a'|quotes",
                "placeholders.a.b = \"c\"|'placeholders.a'|quotes",
                "contexts = true|'contexts'|quotes",
                "env.other.placeholder = \"x\"|unknown key 'placeholder'|placeholders",
                "context = \"x\"|unknown key 'context'|contexts",
            })
    void whatTheConfigurationCannotMeanIsRefused(String line, String fact, String wayOut) throws IOException {
        CommandRun status = CommandRun.of("status", "--url", "x.db", "--config", file("plumbline.toml", line + "\n"));

        assertThat(status.exitCode()).as(status.err()).isEqualTo(2);
        assertThat(status.err()).contains(fact, wayOut);
    }

    private CommandRun gap(Path config, Path desired, Object... more) {
        List<Object> options = List.of(more);
        return CommandRun.of(with(
                options,
                "gap",
                "--config",
                config,
                "--actual",
                "migrations:" + folder.resolve("m"),
                "--desired",
                desired));
    }

    private static Object[] with(List<Object> more, Object... arguments) {
        return Stream.concat(Stream.of(arguments), more.stream()).toArray();
    }

    private Path file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
