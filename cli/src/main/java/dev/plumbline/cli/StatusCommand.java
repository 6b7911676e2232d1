// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Engines;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.report.DatabaseStatus;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.MigrationHistory;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Shows what a database is and holds, and which migration tool keeps a history in it.",
        footer = {"", "Examples:", "  plumbline status --url app.db", "  plumbline status --env staging --format json"})
final class StatusCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, SQLException {
        DatabaseUrl url = common.configuration()
                .value("url", connection.url)
                .map(DatabaseUrl::parse)
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "No database is named.",
                        "Give --url, or let plumbline init write plumbline.toml."));
        try (Connection live = url.open()) {
            Catalog catalog = Engines.forUrl(url).introspector().inspect(live);
            List<MigrationHistory.Found> histories = MigrationHistory.read(live, catalog);
            emit(
                    switch (output.format) {
                        case text -> textFor(output.output).summary(catalog, url.display()) + lines(histories, "");
                        case markdown -> new MarkdownReport().of(catalog, url.display()) + lines(histories, "- ");
                        case json -> new JsonReports().write(DatabaseStatus.of(url.display(), catalog, histories));
                    },
                    output.output);
        }
        return ExitCodes.DONE;
    }

    private static String lines(List<MigrationHistory.Found> histories, String before) {
        StringBuilder lines = new StringBuilder();
        for (MigrationHistory.Found history : histories) {
            lines.append(before)
                    .append("history of ")
                    .append(history.tool())
                    .append(" in ")
                    .append(history.table().qualifiedName())
                    .append(": ")
                    .append(history.state())
                    .append('\n');
        }
        return lines.isEmpty() ? before + "no migration history found\n" : lines.toString();
    }
}
