// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
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
            "Proves a saved plan again, as it is in its file now: one that was edited by hand, or was never proven.",
            "It is carried out on a scratch database that is given the actual schema and rows, there and back. The live database is",
            "only read. Exit code 3 when the proof fails."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline prove plan.json --url postgres://app@localhost/app",
            "  plumbline prove plan.json --write                  # and let the file say so",
            "  plumbline prove plan.json --desired schema/ --write   # the declared schema was changed with it"
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

    @Option(names = "--write", description = "write the plan back to its file when the proof holds: with it, 'apply' takes it")
    private boolean write;

    @Parameters(arity = "1", paramLabel = "PLANFILE", description = "a plan that 'plan -o FILE.json' wrote")
    private @Nullable Path planFile;

    @Override
    public Integer call() throws IOException {
        Path file = Objects.requireNonNull(planFile);
        Plan plan = read(file);
        if (plan.isEmpty()) {
            emit(shown(plan), output.output);
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
            Plan proven = workbench.plumbline()
                    .prove(plan, start, () -> declared.map(source ->
                            filter.desiredOver(start, workbench.load(source))));
            if (begins instanceof SchemaSource.LiveDatabase live) {
                proven = workbench.plumbline().withSizes(proven, live.url());
            }
            workbench.quiet();
            emit(shown(proven), output.output);
            return written(proven, file);
        }
    }

    private static Plan read(Path file) {
        if (file.toString().endsWith(".sql")) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    file + " is a script, which has no steps of which it is known what they may lose, so nothing was proven.",
                    "Save the plan as FILE.json to edit and prove it; what a script does is seen by 'plumbline check FILE', and of a"
                            + " folder of migrations by 'plumbline test'.");
        }
        return new JsonReports().readPlan(Sources.read(file), file.toString());
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
            if (write) {
                err().println(file + " stays as it is, because its plan is not proven.");
            }
            return ExitCodes.REFUSED;
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
