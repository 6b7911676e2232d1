// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.alignment.Alignment;
import dev.plumbline.alignment.AlignmentMapping;
import dev.plumbline.alignment.ClassPath;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code plumbline align}. */
@Command(
        name = "align",
        mixinStandardHelpOptions = true,
        description = {
            "Lays an application's records and classes beside the tables whose rows they hold.",
            "Names every place where names, types, NULL or allowed values do not agree. Class files are read, and no class",
            "is loaded. Exit code 1 when something is an error."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline align --url app.db --class memories=com.example.Memory --classpath target/classes",
            "  plumbline align schema/          # the declared schema, and the classes that plumbline.toml names",
            "  plumbline align --env staging --format json"
        })
final class AlignCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final AlignmentOptions alignment = new AlignmentOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Parameters(
            arity = "0..1",
            paramLabel = "SOURCE",
            description =
                    "a URL, a .sql file or folder, migrations:DIR, snapshot:FILE; --url by default, else the desired"
                            + " side of the configuration")
    private @Nullable String source;

    @Override
    public Integer call() throws IOException {
        Configuration configuration = common.configuration();
        AlignmentMapping mapping = alignment.mapping(configuration.alignment());
        SchemaSource from = source(configuration);
        try (Workbench workbench = Workbench.of(connection, configuration, terminal, List.of(from), true);
                ClassPath classes = ClassPath.of(alignment.classpath(configuration.alignment()))) {
            LoadedSchema schema = workbench.load(from);
            Alignment found = workbench.plumbline().align(schema, mapping, classes);
            emit(
                    switch (output.format()) {
                        case text -> textFor(output.output).of(found, schema.origin());
                        case markdown -> new MarkdownReport().of(found, schema.origin());
                        case json -> new JsonReports().write(found);
                    },
                    output.output);
            return found.holds() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }

    private SchemaSource source(Configuration configuration) {
        SideOptions sides = new SideOptions();
        sides.actual = source;
        boolean live = configuration.source("url", connection.url).isPresent();
        return source != null || live
                ? Sources.actual(sides, connection, configuration)
                : Sources.desired(sides, configuration);
    }
}
