// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
    @Test
    void versionIsTheOneThatTheBuildWrote() {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out));

        assertThat(commandLine.execute("--version")).isZero();
        assertThat(out.toString()).matches("plumbline \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    /** The list of commands shows the first line of each description, and no more. */
    @Test
    void everyCommandBeginsWithAWholeSentence() {
        assertThat(commands(Main.commandLine()))
                .allSatisfy(command -> assertThat(
                                command.getCommandSpec().usageMessage().description()[0])
                        .as(command.getCommandSpec().qualifiedName())
                        .matches(".*[.?]"));
    }

    private static Stream<CommandLine> commands(CommandLine line) {
        return Stream.concat(
                Stream.of(line), line.getSubcommands().values().stream().flatMap(MainTest::commands));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "down --yes|error: Unknown option: '--yes'|way out: 'plumbline down --help' lists what there is.",
                "up --out-of-order perhaps|LINEAR, ALLOW, SKIP|'plumbline up --help'",
                "trash purged|error: Unmatched argument at index 1: 'purged'|Did you mean: trash purge",
            })
    void wrongArgumentsAreTheLastThingOnTheScreen(String arguments, String fact, String wayOut) {
        StringWriter err = new StringWriter();
        int code = Main.commandLine().setErr(new PrintWriter(err)).execute(arguments.split(" ", -1));

        assertThat(code).isEqualTo(2);
        assertThat(err.toString()).contains(fact, wayOut);
        assertThat(err.toString().lines()).hasSize(2);
    }
}
