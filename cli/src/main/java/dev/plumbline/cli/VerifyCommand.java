// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code plumbline verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Shows whether the database is what its history says: the files against the checksums, the checks of the",
            ".verify.sql files against the rows, and the live schema against one that the history makes again on a scratch",
            "database, object by object. The live database is only read. Exit code 1 unless all of it agrees."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline verify --url postgres://app@localhost/app --migrations db/migrations",
            "  plumbline verify --env production --format markdown -o drift.md"
        })
final class VerifyCommand extends MigratingCommand {
    @Override
    public Integer call() throws IOException {
        try (ScratchDatabases scratch = scratch()) {
            Verification verification = migrations().withScratch(scratch).verify();
            emit(
                    switch (output.format) {
                        case text -> textFor(output.output).of(verification);
                        case markdown -> new MarkdownReport().of(verification);
                        case json -> new JsonReports().write(verification);
                    },
                    output.output);
            return verification.holds() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }
}
