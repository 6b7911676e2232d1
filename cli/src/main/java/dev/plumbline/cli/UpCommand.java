// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code plumbline up}. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Applies every migration that is pending, in order, and records each in the history.",
            "Any number of runs may be started at once. An interrupted one is called again and goes on where it stopped."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline up --url postgres://app@localhost/app --migrations db/migrations",
            "  plumbline up --env production --wait 60"
        })
final class UpCommand extends MigratingCommand {
    @Override
    public Integer call() throws IOException {
        return show(migrations().up());
    }
}
