// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.DatabaseTrash;
import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.source.DatabaseUrl;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;

/** A command that works on the trash of one database. */
abstract class TrashWork extends PlumblineCommand {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long KILO = 1024;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    final DatabaseUrl url() {
        return MigrationBench.url(connection, common.configuration());
    }

    static DatabaseTrash trash(DatabaseUrl url) {
        return Plumbline.of(Engines.forUrl(url)).trash(url);
    }

    /** Returns the newest entry that is called that. Throws {@code INVALID_ARGUMENT} when there is none. */
    static TrashEntry find(String name, List<TrashEntry> entries) {
        return entries.reversed().stream()
                .filter(entry -> entry.isCalled(name))
                .findFirst()
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "There is no '" + name + "' in the trash, so nothing was done.",
                        entries.isEmpty()
                                ? "The trash is empty."
                                : "There is "
                                        + entries.stream().map(TrashWork::name).collect(Collectors.joining(", "))
                                        + "."));
    }

    static String name(TrashEntry entry) {
        int more = entry.objects().size() - 1;
        return entry.objects().getFirst().qualifiedName()
                + (more == 0 ? "" : more == 1 ? " and 1 partition" : " and " + more + " partitions");
    }

    /** Returns a line about an entry. */
    static String line(TrashEntry entry) {
        return "%s, %s, since %s, kept until %s%s, in %s"
                .formatted(
                        name(entry),
                        entry.isColumn() ? "a column" : size(entry.bytes()),
                        TIME.format(entry.since()),
                        TIME.format(entry.until()),
                        entry.due() ? " (over)" : "",
                        entry.place());
    }

    private static String size(long bytes) {
        if (bytes < KILO * KILO) {
            return (bytes + KILO - 1) / KILO + " kB";
        }
        return bytes < KILO * KILO * KILO ? bytes / KILO / KILO + " MB" : bytes / KILO / KILO / KILO + " GB";
    }
}
