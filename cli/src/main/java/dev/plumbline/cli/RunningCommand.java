// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.Migrations;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A command that applies or undoes migrations. */
abstract class RunningCommand extends MigratingCommand {
    @Option(
            names = {"-q", "--quiet"},
            description = "print nothing but errors, and what someone should know; --format and -o print all the same")
    private boolean quiet;

    @Mixin
    private final BackupOptions backup = new BackupOptions();

    /** Returns the migrations; what is done is told line by line, unless the output is for a program. */
    final Migrations told(Migrations migrations) {
        Migrations guarded = backup.noBackup ? migrations.withoutBackup() : migrations;
        return guarded.with(
                output.format() == Format.text && !quiet
                        ? new MigrationProgress(err(), terminal)
                        : MigrationListener.NONE);
    }

    /** A file with a slip in its name would never be missed, and neither would a callback that is not run here. */
    final void tellWhatIsNotRead(MigrationSet set) {
        if (!quiet && !set.notRead().isEmpty()) {
            err().println("not read as migrations: " + String.join(", ", set.notRead()));
            err().flush();
        }
    }

    final int show(MigrationOutcome outcome) throws IOException {
        if (quiet && output.format() == Format.text && output.output == null) {
            outcome.notes().forEach(err()::println);
            err().flush();
            return ExitCodes.DONE;
        }
        emit(
                switch (output.format()) {
                    case text -> textFor(output.output).of(outcome);
                    case markdown -> new MarkdownReport().of(outcome);
                    case json -> new JsonReports().write(outcome);
                },
                output.output);
        return ExitCodes.DONE;
    }
}
