// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.MigrationCheck;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code plumbline check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Shows whether an application that comes with these migrations can work with the database as it is: for its",
            "start-up. It reads the history alone, takes no lock and changes nothing. A database that is ahead is",
            "compatible: while a release is rolled out, the old one runs on. Exit code 1 when it is not compatible."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline check --url \"$DATABASE_URL\" --migrations db/migrations && exec ./app",
            "  until plumbline check; do sleep 1; done     # wait for the one that migrates"
        })
final class CheckCommand extends MigratingCommand {
    @Override
    public Integer call() throws IOException {
        MigrationCheck check = migrations().check();
        emit(
                switch (output.format) {
                    case text -> textFor(output.output).of(check);
                    case markdown -> new MarkdownReport().of(check);
                    case json -> new JsonReports().write(check);
                },
                output.output);
        return check.compatible() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }
}
