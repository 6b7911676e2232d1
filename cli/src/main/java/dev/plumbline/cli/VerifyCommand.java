// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.OpenDatabase;
import dev.plumbline.alignment.Alignment;
import dev.plumbline.alignment.AlignmentMapping;
import dev.plumbline.alignment.ClassPath;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.TextReport;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline verify}. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Shows whether the database is what its history says.",
            "It holds the files against the checksums, the checks of the .verify.sql files against the rows, and the live schema",
            "against one that the history makes again on a scratch database, object by object; and the classes of [alignment] against",
            "the columns whose values they hold. The live database is only read. Exit code 1 unless all of it agrees."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline verify --url postgres://app@localhost/app --migrations db/migrations",
            "  plumbline verify --env production --format markdown -o drift.md",
            "  plumbline verify --class memories=com.example.Memory --classpath target/classes"
        })
final class VerifyCommand extends MigratingCommand {
    @Mixin
    private final AlignmentOptions alignment = new AlignmentOptions();

    @Override
    public Integer call() throws IOException {
        AlignmentSettings settings = common.configuration().alignment();
        Optional<AlignmentMapping> mapping =
                alignment.areGiven(settings) ? Optional.of(alignment.mapping(settings)) : Optional.empty();
        try (ScratchDatabases scratch = scratch();
                ClassPath classes = ClassPath.of(mapping.isPresent() ? alignment.classpath(settings) : List.of())) {
            Verification verification = migrations().withScratch(scratch).verify();
            Optional<Alignment> aligned =
                    mapping.map(of -> OpenDatabase.of(url()).align(of, classes));
            emit(report(verification, aligned), output.output);
            return verification.holds() && aligned.map(Alignment::holds).orElse(true)
                    ? ExitCodes.DONE
                    : ExitCodes.DIFFERENCES;
        }
    }

    private String report(Verification verification, Optional<Alignment> aligned) {
        String database = url().display();
        return switch (output.format()) {
            case text -> {
                TextReport text = textFor(output.output);
                yield text.of(verification)
                        + aligned.map(found -> "\n" + text.of(found, database)).orElse("");
            }
            case markdown -> {
                MarkdownReport markdown = new MarkdownReport();
                yield markdown.of(verification)
                        + aligned.map(found -> "\n" + markdown.of(found, database))
                                .orElse("");
            }
            case json -> {
                JsonReports json = new JsonReports();
                yield aligned.map(found -> json.write(verification, found)).orElseGet(() -> json.write(verification));
            }
        };
    }
}
