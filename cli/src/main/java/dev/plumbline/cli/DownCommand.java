// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline down}. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        description = {
            "Undoes the last migrations, newest first: one, unless a number says otherwise.",
            "A migration whose files are gone is undone by the script that was stored when it was applied; one without a",
            "way down is refused before anything is done."
        },
        footer = {"", "Examples:", "  plumbline down", "  plumbline down 3 --url app.db --migrations db/migrations"})
final class DownCommand extends MigratingCommand {
    @Parameters(arity = "0..1", paramLabel = "N", description = "how many; 1 by default")
    private int count = 1;

    @Override
    public Integer call() throws IOException {
        return show(migrations().down(count));
    }
}
