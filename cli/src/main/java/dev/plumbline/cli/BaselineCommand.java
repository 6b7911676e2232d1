// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.Revision;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plumbline baseline}. */
@Command(
        name = "baseline",
        mixinStandardHelpOptions = true,
        description = {
            "Records that a database without a history has everything up to a version, without running it.",
            "For a database that was made by hand; one that another tool has kept is taken over by 'adopt'. 'verify' then",
            "shows whether it is true. A database with a history is refused (exit code 3)."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline baseline 42 --url postgres://app@localhost/app --migrations db/migrations",
            "  plumbline baseline 42 && plumbline verify"
        })
final class BaselineCommand extends MigratingCommand {
    @Parameters(paramLabel = "VERSION", description = "the version that the database is at")
    private String version = "";

    @Override
    public Integer call() throws IOException {
        List<Revision> recorded = migrations().baseline(version);
        emit(
                switch (output.format()) {
                    case text -> textFor(output.output).ofBaseline(recorded);
                    case markdown -> new MarkdownReport().ofBaseline(recorded);
                    case json -> new JsonReports().writeBaseline(recorded);
                },
                output.output);
        return ExitCodes.DONE;
    }
}
