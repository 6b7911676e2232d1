// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Owners;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Planner;
import dev.plumbline.plan.Step;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.SqlFolderWriter;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import dev.plumbline.source.SchemaSource;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline inspect}. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = "Shows a schema: what it holds, or as SQL that makes it again, or as a snapshot.",
        footer = {
            "",
            "Examples:",
            "  plumbline inspect --url postgres://app@localhost/app",
            "  plumbline inspect schema/ --format json -o snapshot.json",
            "  plumbline inspect app.db --format sql -o schema/     # a file for each object"
        })
final class InspectCommand extends PlumblineCommand {
    /** The forms of a catalog. */
    enum CatalogFormat {
        text,
        markdown,
        json,
        sql
    }

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE",
            description = "a URL, a .sql file or folder, migrations:DIR, snapshot:FILE; --url by default")
    private @Nullable String source;

    @Option(names = "--schema", paramLabel = "NAME", description = "show this schema alone; may be given several times")
    private @Nullable List<String> schemas;

    @Option(
            names = "--no-cache",
            description = "load the SQL files on a scratch database even if they have not changed since the last time")
    private boolean noCache;

    @Option(names = "--strict", description = "refuse when an object is not modelled (exit code 3)")
    private boolean strict;

    @Option(
            names = "--owners",
            description = "with --format sql, write to whom objects belong too (PostgreSQL); a snapshot always says it")
    private boolean owners;

    @Option(
            names = "--format",
            description =
                    "${COMPLETION-CANDIDATES}; by default that of the name behind -o (.json, .md, .sql), else text")
    private @Nullable CatalogFormat format;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description = "write there; with --format sql, a folder, or one script where the name ends with .sql")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException, SQLException {
        Configuration configuration = common.configuration();
        SideOptions sides = new SideOptions();
        sides.actual = source;
        SchemaSource from = Sources.actual(sides, connection, configuration);
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, List.of(from), !noCache)) {
            LoadedSchema loaded = new SchemaFilter(configuration.list("schemas", schemas)).keep(workbench.load(from));
            refuseUnmodelled(strict, loaded);
            Catalog catalog = loaded.catalog();
            switch (format == null ? FileEnding.of(output, CatalogFormat.values(), CatalogFormat.text) : format) {
                case text -> emit(textFor(output).of(catalog, workbench.described(from, loaded)), output);
                case markdown -> emit(new MarkdownReport().of(catalog, workbench.described(from, loaded)), output);
                case json -> emit(new JsonReports().write(catalog), output);
                case sql -> {
                    Catalog own = workbench
                            .engine()
                            .actionWriter()
                            .said(owned(MigrationHistory.leaveOut(catalog), configuration));
                    writeSql(own, stepsTo(own, workbench));
                }
            }
        }
        return ExitCodes.DONE;
    }

    /** Whoever runs the script owns what it makes, unless it says more. */
    private Catalog owned(Catalog catalog, Configuration configuration) {
        return configuration.isSet("owners", owners) ? Owners.said(catalog) : catalog;
    }

    /** Returns the steps from an empty database to the catalog. */
    static List<Step> stepsTo(Catalog catalog, Workbench workbench) throws SQLException {
        ScratchDatabases scratches = workbench.scratch();
        try (ScratchDatabase scratch = scratches.create()) {
            Catalog empty = workbench.engine().introspector().inspect(scratch.connection());
            return new Planner(workbench.engine().actionWriter().offline()).steps(GapFinder.between(empty, catalog));
        }
    }

    private void writeSql(Catalog catalog, List<Step> steps) throws IOException {
        if (output == null || output.toString().endsWith(".sql")) {
            emit(SqlFolderWriter.script(catalog, steps), output);
            return;
        }
        int files = SqlFolderWriter.write(catalog, steps, output);
        if (files == 0) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT, "The schema is empty, so no file was written.", "Check the source.");
        }
        err().println("wrote " + files + " files to " + output);
    }
}
