// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline to}. */
@Command(
        name = "to",
        mixinStandardHelpOptions = true,
        description = {
            "Goes to a version: undoes what comes after it, newest first, then applies what is pending up to it.",
            "0 is the state before the first migration."
        },
        footer = {"", "Examples:", "  plumbline to 42", "  plumbline to 0     # undo everything"})
final class ToCommand extends MigratingCommand {
    @Parameters(paramLabel = "VERSION", description = "the version to go to")
    private String version = "";

    @Override
    public Integer call() throws IOException {
        return show(migrations().to(version));
    }
}
