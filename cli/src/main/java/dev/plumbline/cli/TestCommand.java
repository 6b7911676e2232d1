// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import picocli.CommandLine.Command;

/** {@code plumbline test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = {
            "Tries every migration on a scratch database: up, down, up again.",
            "It begins empty, and the schema is compared at each end. No live database is looked at; --url only says where scratch",
            "databases may be made. Exit code 1 when a migration fails, does not lead back, or does not repeat."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline test --migrations db/migrations                          # on an embedded PostgreSQL",
            "  plumbline test --migrations db/migrations --scratch-url sqlite:    # on SQLite, in memory"
        })
final class TestCommand extends MigratingCommand {
    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        try (ScratchDatabases scratch = MigrationBench.scratch(
                MigrationBench.optionalUrl(connection, configuration), connection, configuration)) {
            MigrationTest test = MigrationBench.withoutDatabase(options, connection, configuration)
                    .withScratch(scratch)
                    .test();
            emit(
                    switch (output.format()) {
                        case text -> textFor(output.output).of(test);
                        case markdown -> new MarkdownReport().of(test);
                        case json -> new JsonReports().write(test);
                    },
                    output.output);
            return test.passed() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }
}
