// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migrate.replay.PlannedScript;
import dev.plumbline.migrate.replay.ScriptProof;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.report.ProofSentence;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plumbline prove}. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Proves a saved plan again, as it is in its file now: one that was edited by hand, or was never proven, be it saved"
                    + " as a plan or as a migration.",
            "It is carried out on a scratch database that is given the actual schema and rows, there and back. The live database is",
            "only read. Exit code 3 when the proof fails."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline prove plan.json --url postgres://app@localhost/app",
            "  plumbline prove plan.json --write                  # and let the file say so",
            "  plumbline prove plan.json --desired schema/ --write   # the declared schema was changed with it",
            "  plumbline prove migrations/000007_close_gap.up.sql --write"
        })
final class ProveCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = "--actual",
            paramLabel = "SOURCE",
            description =
                    "the schema that the plan begins with, where it is not --url: a URL, a .sql file or folder, migrations:DIR,"
                            + " snapshot:FILE")
    private @Nullable String actual;

    @Option(
            names = "--desired",
            paramLabel = "SOURCE",
            description =
                    "the declared schema, looked at where the plan no longer leads to the one that it was made for; that of the"
                            + " configuration by default")
    private @Nullable String desired;

    @Option(names = "--schema", paramLabel = "NAME", description = "this schema alone was planned for; may be repeated")
    private @Nullable List<String> schemas;

    @Option(
            names = "--write",
            description = "write the plan back to its file when the proof holds: with it, 'apply' takes it")
    private boolean write;

    @Parameters(
            arity = "1",
            paramLabel = "PLANFILE",
            description = "what 'plan -o' wrote: FILE.json, FILE.sql, or the way up of a migration")
    private @Nullable Path planFile;

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(planFile);
        String text = Sources.read(file);
        boolean script = file.toString().endsWith(".sql");
        Optional<Plan> plan =
                script ? Optional.empty() : Optional.of(new JsonReports().readPlan(text, file.toString()));
        if (plan.filter(Plan::isEmpty).isPresent()) {
            emit(shown(plan.get()), output.output);
            return ExitCodes.DONE;
        }
        Configuration configuration = common.configuration();
        SideOptions sides = new SideOptions();
        sides.actual = actual;
        sides.desired = desired;
        SchemaSource begins = Sources.actual(sides, connection, configuration);
        Optional<SchemaSource> declared = declared(sides, configuration);
        List<SchemaSource> sources = new ArrayList<>(List.of(begins));
        declared.ifPresent(sources::add);
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, sources, true)) {
            LoadedSchema start = workbench.load(begins);
            SchemaFilter filter = new SchemaFilter(configuration.list("schemas", schemas));
            Supplier<Optional<LoadedSchema>> wanted =
                    () -> declared.map(source -> filter.desiredOver(start, workbench.load(source)));
            if (plan.isEmpty()) {
                return script(file, start, wanted, workbench, configuration);
            }
            Plan proven = workbench.plumbline().prove(plan.get(), start, wanted);
            if (begins instanceof SchemaSource.LiveDatabase live) {
                proven = workbench.plumbline().withSizes(proven, live.url());
            }
            workbench.quiet();
            emit(shown(proven), output.output);
            return written(proven, file);
        }
    }

    private int script(
            Path file,
            LoadedSchema start,
            Supplier<Optional<LoadedSchema>> wanted,
            Workbench workbench,
            Configuration configuration)
            throws IOException {
        FolderOptions reading = connection.reading.over(configuration.reading().over(FolderOptions.DEFAULT));
        PlannedScript script =
                PlannedScript.of(SavedScript.read(file, workbench.engine().dialect(), reading));
        ScriptProof.Found found = workbench.plumbline().prove(script, start, wanted);
        workbench.quiet();
        emit(
                switch (output.format()) {
                    case text -> textFor(output.output).of(found.proof());
                    case markdown -> new MarkdownReport().of(found.proof());
                    case json -> new JsonReports().write(found.proof());
                },
                output.output);
        if (!found.proof().holds()) {
            return refused(file);
        }
        if (write) {
            String end = found.reached().orElseThrow().fingerprint().abbreviated();
            emit(script.proven(end, ProofSentence.of(found.proof())), file);
        }
        return ExitCodes.DONE;
    }

    private int refused(Path file) {
        if (write) {
            err().println(file + " stays as it is, because it is not proven.");
        }
        return ExitCodes.REFUSED;
    }

    /** Without a desired side a plan can be proven too that leads where it says. */
    private static Optional<SchemaSource> declared(SideOptions sides, Configuration configuration) {
        boolean named = sides.desired != null
                || configuration.source("desired", null).isPresent()
                || configuration.source("migrations", null).isPresent();
        return named ? Optional.of(Sources.desired(sides, configuration)) : Optional.empty();
    }

    private int written(Plan proven, Path file) throws IOException {
        if (!proven.proof().map(Proof::holds).orElse(false)) {
            return refused(file);
        }
        if (write) {
            emit(new JsonReports().write(proven), file);
        }
        if (output.output != null) {
            err().println(ProofSentence.of(proven));
        }
        return ExitCodes.DONE;
    }

    private String shown(Plan plan) {
        return switch (output.format()) {
            case text -> textFor(output.output).of(plan);
            case markdown -> new MarkdownReport().of(plan);
            case json -> new JsonReports().write(plan);
        };
    }
}
