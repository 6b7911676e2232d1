// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    @Test
    void versionIsTheOneThatTheBuildWrote() {
        StringWriter out = new StringWriter();
        CommandLine commandLine = Main.commandLine().setOut(new PrintWriter(out));

        assertThat(commandLine.execute("--version")).isZero();
        assertThat(out.toString()).matches("plumbline \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }
}
