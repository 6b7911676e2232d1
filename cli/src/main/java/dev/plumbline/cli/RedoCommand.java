// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code plumbline redo}. */
@Command(
        name = "redo",
        mixinStandardHelpOptions = true,
        description = "Undoes the last migration and applies it again: for the one that is being written.",
        footer = {"", "Examples:", "  plumbline redo", "  plumbline redo --url app.db --migrations db/migrations"})
final class RedoCommand extends RunningCommand {
    @Override
    public Integer call() throws IOException {
        return show(told(migrations()).redo());
    }
}
