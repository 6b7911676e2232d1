// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which form a result goes to which file. */
class OutputFilesTest extends SqliteFixture {
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
    void aSavedCatalogIsNoSql() {
        CommandRun.of("inspect", database, "-o", folder.resolve("v1.json"));

        CommandRun gap = CommandRun.of("gap", "--url", database, "--desired", folder.resolve("v1.json"));
        CommandRun snapshot =
                CommandRun.of("gap", "--url", database, "--desired", "snapshot:" + folder.resolve("v1.json"));

        assertThat(gap.exitCode()).isEqualTo(2);
        assertThat(gap.err()).contains("snapshot:");
        assertThat(snapshot.exitCode()).as(snapshot.err()).isZero();
    }
}
