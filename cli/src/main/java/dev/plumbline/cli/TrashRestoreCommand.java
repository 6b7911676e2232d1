// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.DatabaseTrash;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.source.DatabaseUrl;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline trash restore}. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = {
            "Brings a table or column back under the name that it had.",
            "A table comes with its rows, indexes, constraints, triggers, grants and sequences, or everything is left as it is; a",
            "column with its values and its default. Of several of one name, the one that went last. Exit code 1 when a foreign key of",
            "it, or the NOT NULL of a column, could not be brought back; it is named."
        })
final class TrashRestoreCommand extends TrashWork {
    @Parameters(
            paramLabel = "NAME",
            description = "a table or column, with its schema or without, or a place that 'list' shows")
    private String name = "";

    @Override
    public Integer call() {
        DatabaseUrl url = url();
        DatabaseTrash trash = trash(url);
        TrashEntry entry = find(name, trash.list());
        List<String> lacking = trash.restore(entry);
        out().println("Restored: " + name(entry) + ".");
        out().flush();
        lacking.forEach(sentence -> err().println("not restored: " + sentence));
        return lacking.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }
}
