// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.execute.TrashEntry;
import dev.plumbline.source.DatabaseUrl;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code plumbline trash list}. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists what is in the trash, oldest first: one line each.")
final class TrashListCommand extends TrashWork {
    @Override
    public Integer call() {
        DatabaseUrl url = url();
        List<TrashEntry> entries = trash(url).list();
        if (entries.isEmpty()) {
            err().println("The trash is empty.");
        }
        entries.forEach(entry -> out().println(line(entry)));
        out().flush();
        return ExitCodes.DONE;
    }
}
