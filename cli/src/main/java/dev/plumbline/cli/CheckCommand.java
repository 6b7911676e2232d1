// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.MigrationCheck;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.report.GithubAnnotations;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.SarifReport;
import dev.plumbline.review.Review;
import dev.plumbline.review.rules.RuleBook;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        customSynopsis = {
            "plumbline check [OPTIONS]               can this application work with the database?",
            "       plumbline check [OPTIONS] FILES...      are these migrations safe to run?"
        },
        description = {
            "Can this application work with the database? With FILES: are these migrations safe to run?",
            "",
            "Without FILES: shows whether an application that comes with these migrations can work with the database as it",
            "is, for its start-up. It reads the history alone, takes no lock and changes nothing. A database that is ahead",
            "is compatible: while a release is rolled out, the old one runs on. Exit code 1 when it is not compatible.",
            "",
            "With FILES, migrations or folders of them: tries each statement on a scratch database and says what it was seen",
            "to lock, rewrite, scan and lose, whether the migration leads back, and what of the running application it",
            "breaks. The state before a migration is what those before it in its folder make, or --url, or --actual. An",
            "author accepts a finding with '-- plumbline: allow RULE (reason)'. Exit code 1 from --fail-on on."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline check --url \"$DATABASE_URL\" --migrations db/migrations && exec ./app",
            "  until plumbline check; do sleep 1; done     # wait for the one that migrates",
            "  plumbline check db/migrations/000042_keys.up.sql",
            "  plumbline check db/migrations --baseline plumbline-baseline.json --format github",
            "  plumbline check fix.sql --url \"$DATABASE_URL\" --format sarif -o check.sarif"
        })
final class CheckCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final MigrationsOptions options = new MigrationsOptions();

    @Mixin
    private final ReviewOptions reviewing = new ReviewOptions();

    @Parameters(paramLabel = "FILES", arity = "0..*", description = "migrations to review, or folders of them")
    private List<Path> files = List.of();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {
                "${COMPLETION-CANDIDATES}; by default that of the name behind -o (.json, .md, .sarif), else text. sarif and github",
                "are for FILES alone"
            })
    private @Nullable ReviewFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "write there instead of to the standard output")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, SQLException {
        if (!files.isEmpty()) {
            return review();
        }
        if (reviewing.areGiven()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "An option was given that is about files, and no file.",
                    "Name the files or folders to review: plumbline check db/migrations");
        }
        Configuration configuration = common.configuration();
        MigrationCheck check = MigrationBench.of(
                        MigrationBench.url(connection, configuration),
                        options,
                        connection,
                        configuration,
                        MigrationListener.NONE)
                .check();
        emit(report(check), output);
        return check.compatible() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }

    private String report(MigrationCheck check) {
        return switch (format()) {
            case text -> textFor(output).of(check);
            case markdown -> new MarkdownReport().of(check);
            case json -> new JsonReports().write(check);
            case sarif, github ->
                throw new PlumblineException(
                        ErrorCode.INVALID_ARGUMENT,
                        "The format " + format() + " has findings in files, and no file is named.",
                        "Name the files or folders to review, or choose text, json or markdown.");
        };
    }

    private int review() throws IOException, SQLException {
        FileReview of = new FileReview(connection, reviewing, common.configuration(), terminal);
        Review review = of.of(files);
        if (reviewing.writeBaseline) {
            out().println(of.writeBaseline(review));
            return ExitCodes.DONE;
        }
        emit(report(review), output);
        return review.passes() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
    }

    private String report(Review review) throws IOException {
        Path here = Path.of("");
        return switch (format()) {
            case text -> textFor(output).of(review);
            case markdown -> new MarkdownReport().of(review);
            case json -> new JsonReports().write(review);
            case sarif -> new SarifReport(here, BuildVersion.read(), RuleBook.rules()).of(review);
            case github -> new GithubAnnotations(here).of(review);
        };
    }

    private ReviewFormat format() {
        return format == null ? FileEnding.of(output, ReviewFormat.values(), ReviewFormat.text) : format;
    }
}
