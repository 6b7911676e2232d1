// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.Rehearsal;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that applies or undoes migrations, and can show what that would do. */
abstract class RehearsableCommand extends RunningCommand {
    @Option(
            names = "--dry-run",
            description = "only show the SQL and, from a scratch database, what the schema gains and loses, locks, "
                    + "rewrites, data lost; exit code 1 where it would fail. -o FILE.sql: the SQL alone")
    private boolean dryRun;

    @Mixin
    private final FleetOptions fleet = new FleetOptions();

    @Override
    public final Integer call() throws IOException {
        List<String> namespaces = fleet.names(common.configuration());
        if (!namespaces.isEmpty()) {
            return onEach(namespaces);
        }
        Migrations migrations = migrations();
        prepare(migrations);
        if (!dryRun) {
            return show(run(told(migrations)));
        }
        try (ScratchDatabases scratch = scratch()) {
            DryRun found = rehearse(
                    migrations.with(MigrationListener.NONE).withScratch(scratch).dryRun());
            emit(shown(found), output.output);
            return found.succeeds() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }

    private int onEach(List<String> namespaces) throws IOException {
        if (dryRun) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "A dry run is of one database, and " + namespaces.size() + " namespaces are named.",
                    "Rehearse on one of them: --url with ?namespace=" + namespaces.getFirst());
        }
        return new FleetCommand(this, connection, options, output, fleet).change(namespaces, this::prepare, this::run);
    }

    /** Refuses what must not be run. */
    void prepare(Migrations migrations) {}

    abstract MigrationOutcome run(Migrations migrations);

    abstract DryRun rehearse(Rehearsal rehearsal);

    private String shown(DryRun found) {
        Path file = output.output;
        if (output.format() == Format.text && file != null && file.toString().endsWith(".sql")) {
            return text().sqlOf(found);
        }
        return switch (output.format()) {
            case text -> textFor(file).of(found);
            case markdown -> new MarkdownReport().of(found);
            case json -> new JsonReports().write(found);
        };
    }
}
