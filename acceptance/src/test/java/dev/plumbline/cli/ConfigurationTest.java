// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code plumbline.toml} says to the commands, and what {@code init} writes into it. */
class ConfigurationTest extends SqliteFixture {
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
}
