// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.script.SqlScript;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.workload.QueryReport.Verdict;
import dev.plumbline.workload.Trait;
import dev.plumbline.workload.Workload;
import dev.plumbline.workload.WorkloadReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline workload}. */
@Command(
        name = "workload",
        mixinStandardHelpOptions = true,
        description = {
            "Explains the queries of an application: which index each uses, what it scans and sorts.",
            "As the database is, and as it is to be. Each query stands behind a comment '-- name: …'; none is executed. Exit code 1",
            "when the schema refuses a query, or for what --fail-on names."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline workload queries.sql --url app.db",
            "  plumbline workload queries.sql --url app.db --migrations db/migrations      # before and after what is pending",
            "  plumbline workload queries.sql --actual migrations:db/migrations --fail-on scan,sort"
        })
final class WorkloadCommand extends PlumblineCommand {
    /** What makes the command fail. */
    enum FailOn {
        scan,
        sort,
        worse
    }

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(paramLabel = "FILE", description = "the queries; parameters are written :name, ?, $1, @name")
    private Path file = Path.of("");

    @Option(
            names = "--actual",
            paramLabel = "SOURCE",
            description =
                    "the schema as it is, where it is not --url: a URL, a .sql file or folder, migrations:DIR, snapshot:FILE")
    private @Nullable String actual;

    @Option(
            names = "--desired",
            paramLabel = "SOURCE",
            description =
                    "the schema as it is to be: a URL, a .sql file or folder, migrations:DIR, snapshot:FILE; none by default")
    private @Nullable String desired;

    @Option(
            names = "--migrations",
            paramLabel = "DIR",
            description = "a migration folder; the desired side, where --desired names none")
    private @Nullable String migrations;

    @Option(
            names = "--fail-on",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "exit code 1 for ${COMPLETION-CANDIDATES}; a query accepts its own with '-- allow: scan, sort'")
    private List<FailOn> failOn = new ArrayList<>();

    @Option(
            names = "--no-cache",
            description = "load the SQL files on a scratch database even if they have not changed since the last time")
    private boolean noCache;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        SideOptions sides = new SideOptions();
        sides.actual = actual;
        SchemaSource before = Sources.actual(sides, connection, configuration);
        Optional<SchemaSource> after = Optional.ofNullable(desired)
                .or(() -> Optional.ofNullable(migrations).map(folder -> "migrations:" + folder))
                .map(Sources::parse);
        List<SchemaSource> sources = new ArrayList<>(List.of(before));
        after.ifPresent(sources::add);
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, sources, !noCache)) {
            Workload workload = Workload.read(script(), workbench.engine().dialect());
            LoadedSchema from = workbench.load(before);
            Optional<LoadedSchema> to = after.map(workbench::load);
            WorkloadReport report = workbench.plumbline().workload(workload, from, live(before), to);
            workbench.quiet();
            emit(
                    switch (output.format()) {
                        case text -> textFor(output.output).of(report);
                        case markdown -> new MarkdownReport().of(report);
                        case json -> new JsonReports().write(report);
                    },
                    output.output);
            return fails(report) ? ExitCodes.DIFFERENCES : ExitCodes.DONE;
        }
    }

    private SqlScript script() {
        if (!Files.isRegularFile(file)) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_FOUND,
                    "There is no file " + file + ".",
                    "A workload is a file of SQL queries, each behind a comment '-- name: …'.");
        }
        return SqlScript.read(file);
    }

    private static Optional<DatabaseUrl> live(SchemaSource source) {
        return source instanceof SchemaSource.LiveDatabase database ? Optional.of(database.url()) : Optional.empty();
    }

    private boolean fails(WorkloadReport report) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        if (failOn.contains(FailOn.scan)) {
            traits.add(Trait.SCAN);
            traits.add(Trait.OWN_INDEX);
        }
        if (failOn.contains(FailOn.sort)) {
            traits.add(Trait.SORT);
        }
        return !report.refused().isEmpty()
                || !report.with(traits).isEmpty()
                || (failOn.contains(FailOn.worse) && !report.with(Verdict.WORSE).isEmpty());
    }
}
