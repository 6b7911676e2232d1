// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.PlanOptions;
import dev.plumbline.PlannedHalf;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.MigrationWriter;
import dev.plumbline.report.ProofSentence;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plumbline plan}. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Plans the way from the actual to the desired schema, and proves it on a scratch database, there and back.",
            "Exit code 3 when the proof fails."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline plan --url postgres://app@localhost/app --desired schema/",
            "  plumbline plan -o plan.json        # to review now and apply later",
            "  plumbline plan -o migrations/ --name add_tenants   # as a migration, up and down",
            "  plumbline plan --expand -o migrations/             # as two, with the new application between them"
        })
final class PlanCommand extends PlumblineCommand {
    private static final Pattern ENDING = Pattern.compile("(?s).*[^./\\\\]\\.[a-zA-Z]{1,8}");

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final SideOptions sides = new SideOptions();

    @Mixin
    private final ApplicationOptions application = new ApplicationOptions();

    @Option(names = "--no-proof", description = "do not carry the plan out on a scratch database first")
    private boolean noProof;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; text by default")
    private @Nullable Format format;

    @Option(names = "--name", paramLabel = "NAME", description = "the name of the migration; close_gap by default")
    private String name = "close_gap";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE|DIR",
            description =
                    "FILE.json: the whole plan; FILE.sql: its statements; FILE.md: the report; DIR: a migration, up and down")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        requireKnownEnding();
        Configuration configuration = common.configuration();
        SchemaSource actualSource = Sources.actual(sides, connection, configuration);
        SchemaSource desiredSource = Sources.desired(sides, configuration);
        try (Workbench workbench = Workbench.of(
                connection, configuration, terminal, List.of(actualSource, desiredSource), !sides.noCache)) {
            PlanOptions options = application.with(new PlanOptions(!noProof, sides.strict), configuration);
            LoadedSides loaded = load(workbench, actualSource, desiredSource, configuration, sides);
            LoadedSchema actual = loaded.actual();
            LoadedSchema desired = loaded.desired();
            Plumbline plumbline = sides.comparing(workbench, configuration);
            PlannedHalf half = plumbline.half(actual, desired, options);
            Plan plan = sized(half.plan(), actualSource, workbench);
            write(plan);
            boolean holds = holds(plan);
            if (application.expand && isFolder() && !plan.isEmpty()) {
                Plan rest = plumbline.plan(half.end(), desired, options.whole());
                writeMigration(rest, name + "_contract");
                holds &= holds(rest);
            }
            return holds ? ExitCodes.DONE : ExitCodes.REFUSED;
        }
    }

    private static boolean holds(Plan plan) {
        return plan.proof().map(Proof::holds).orElse(true);
    }

    /** Loads both sides and plans. */
    static Plan make(
            Workbench workbench,
            SchemaSource actualSource,
            SchemaSource desiredSource,
            Configuration configuration,
            SideOptions sides,
            PlanOptions options) {
        LoadedSides loaded = load(workbench, actualSource, desiredSource, configuration, sides);
        return sized(
                sides.comparing(workbench, configuration).plan(loaded.actual(), loaded.desired(), options),
                actualSource,
                workbench);
    }

    private static LoadedSides load(
            Workbench workbench,
            SchemaSource actualSource,
            SchemaSource desiredSource,
            Configuration configuration,
            SideOptions sides) {
        LoadedSides loaded = workbench.load(actualSource, desiredSource);
        return new LoadedSides(
                loaded.actual(),
                new SchemaFilter(configuration.list("schemas", sides.schemas))
                        .desiredOver(loaded.actual(), loaded.desired()));
    }

    private static Plan sized(Plan plan, SchemaSource actual, Workbench workbench) {
        Plan sized = actual instanceof SchemaSource.LiveDatabase live
                ? workbench.plumbline().withSizes(plan, live.url())
                : plan;
        workbench.quiet();
        return sized;
    }

    /** A folder with an ending is more often a file of a form that there is not. */
    private void requireKnownEnding() {
        if (isFolder()
                && output != null
                && !Files.isDirectory(output)
                && ENDING.matcher(output.toString()).matches()) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "The ending of " + output + " stands for no form of a plan, so nothing was planned.",
                    "Use .json, .sql or .md, say --format, or name a folder that is there for a migration.");
        }
    }

    private void write(Plan plan) throws IOException {
        if (output == null || format != null) {
            emit(
                    switch (format == null ? Format.text : format) {
                        case text -> textFor(output).of(plan);
                        case markdown -> new MarkdownReport().of(plan);
                        case json -> new JsonReports().write(plan);
                    },
                    output);
            return;
        }
        String file = output.toString();
        if (file.endsWith(".json")) {
            emit(new JsonReports().write(plan), output);
        } else if (file.endsWith(".md")) {
            emit(new MarkdownReport().of(plan), output);
        } else if (file.endsWith(".sql")) {
            emit(MigrationWriter.up(plan), output);
        } else if (Files.isRegularFile(output)) {
            emit(textFor(output).of(plan), output);
        } else if (plan.isEmpty()) {
            err().println("nothing to do, so no migration was written");
        } else {
            writeMigration(plan, application.expand ? name + "_expand" : name);
            return;
        }
        plan.notes().forEach(err()::println);
        err().println(plan.steps().size() + " steps. " + ProofSentence.of(plan));
    }

    /** Returns whether migrations are written: into a folder, which may be yet to be made. */
    private boolean isFolder() {
        Path to = output;
        return to != null
                && format == null
                && !Files.isRegularFile(to)
                && Stream.of(".json", ".md", ".sql").noneMatch(to.toString()::endsWith);
    }

    private void writeMigration(Plan plan, String title) throws IOException {
        MigrationWriter.Pair migration = MigrationWriter.write(plan, Objects.requireNonNull(output), title);
        err().println("wrote " + migration.up() + " and " + migration.down());
        plan.notes().forEach(err()::println);
        err().println(plan.steps().size() + " steps. " + ProofSentence.of(plan));
    }
}
