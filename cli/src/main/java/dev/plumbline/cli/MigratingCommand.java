// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** A command about the migrations of one database. */
abstract class MigratingCommand extends PlumblineCommand {
    @Mixin
    final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    final MigrationsOptions options = new MigrationsOptions();

    @Mixin
    final OutputOptions output = new OutputOptions();

    final DatabaseUrl url() {
        return MigrationBench.url(connection, common.configuration());
    }

    /** Returns the migrations; what is done is told line by line, unless the output is for a program. */
    final Migrations migrations() {
        MigrationListener listener =
                output.format == Format.text ? new MigrationProgress(err(), terminal) : MigrationListener.NONE;
        return MigrationBench.of(url(), options, connection, common.configuration(), listener);
    }

    final int show(MigrationOutcome outcome) throws IOException {
        emit(
                switch (output.format) {
                    case text -> textFor(output.output).of(outcome);
                    case markdown -> new MarkdownReport().of(outcome);
                    case json -> new JsonReports().write(outcome);
                },
                output.output);
        return ExitCodes.DONE;
    }
}
