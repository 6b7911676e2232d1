// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.DatabaseTrash;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.source.DatabaseUrl;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline trash purge}. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = {
            "Drops what has been in the trash for the time that it was to be kept; nothing is left of it.",
            "With a name, that alone, whether its time is over or not; with --all, everything."
        })
final class TrashPurgeCommand extends TrashWork {
    @Option(names = "--yes", description = "ask nothing")
    private boolean yes;

    @Option(names = "--all", description = "also what is to be kept longer")
    private boolean all;

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "a table or column, with its schema or without, or a place that 'list' shows")
    private @Nullable String name;

    @Override
    public Integer call() {
        DatabaseUrl url = url();
        DatabaseTrash trash = trash(url);
        List<TrashEntry> entries = trash.list();
        List<TrashEntry> going = name == null
                ? entries.stream().filter(entry -> all || entry.due()).toList()
                : List.of(find(name, entries));
        if (going.isEmpty()) {
            err().println("Nothing in the trash has been there for its time.");
            return ExitCodes.DONE;
        }
        going.forEach(entry -> err().println(line(entry)));
        err().flush();
        Consent.ask(terminal, yes, "Drop this for good from %s?".formatted(url.display()));
        for (TrashEntry entry : going) {
            trash.purge(entry);
            out().println("Purged: " + name(entry) + ".");
            out().flush();
        }
        return ExitCodes.DONE;
    }
}
