// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Engines;
import dev.plumbline.Migrations;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationStatus;
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
        description = {
            "Shows how the migrations of a folder and the history of the database stand to each other.",
            "Each is applied, pending, missing, modified, out of order or partial. Exit code 1 unless all of them are applied and in",
            "order, and fit plumbline.sum where the folder has one.",
            "Without a folder of migrations: what the database is and holds, and whose history it has."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline status --url app.db --migrations db/migrations",
            "  plumbline status --env staging --format json"
        })
final class StatusCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Mixin
    private final MigrationsOptions options = new MigrationsOptions();

    @Mixin
    private final FleetOptions fleet = new FleetOptions();

    @Override
    public Integer call() throws IOException, SQLException {
        Configuration configuration = common.configuration();
        List<String> namespaces = fleet.names(configuration);
        if (!namespaces.isEmpty()) {
            return new FleetCommand(this, connection, options, output, fleet).status(namespaces);
        }
        DatabaseUrl url = MigrationBench.url(connection, configuration);
        return MigrationBench.folder(options, configuration).isPresent()
                ? migrations(url, configuration)
                : database(url);
    }

    private int migrations(DatabaseUrl url, Configuration configuration) throws IOException {
        Migrations migrations = MigrationBench.of(url, options, connection, configuration, MigrationListener.NONE);
        MigrationStatus status = migrations.status();
        List<String> remarks =
                SumCheck.problems(MigrationBench.requiredFolder(options, configuration), migrations.set());
        emit(
                switch (output.format()) {
                    case text -> textFor(output.output).of(migrations.set(), status, remarks);
                    case markdown -> new MarkdownReport().of(migrations.set(), status, remarks);
                    case json -> new JsonReports().write(status, remarks);
                },
                output.output);
        return status.isClean() && remarks.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }

    private int database(DatabaseUrl url) throws IOException, SQLException {
        try (Connection live = url.open()) {
            Catalog catalog = Engines.forUrl(url).introspector().inspect(live);
            List<MigrationHistory.Found> histories = MigrationHistory.read(live, catalog);
            emit(
                    switch (output.format()) {
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
