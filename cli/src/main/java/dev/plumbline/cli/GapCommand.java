// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MarkdownReport;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code plumbline gap}. */
@Command(
        name = "gap",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how far a database stands from its declared schema, and says what it means.",
            "Exit code 1 when there is a gap, 0 when there is none."
        },
        footer = {
            "",
            "Examples:",
            "  plumbline gap --url postgres://app@localhost/app --desired schema/",
            "  plumbline gap --actual migrations:old/ --desired migrations:db/migrations --format markdown -o gap.md",
            "  plumbline gap --env staging --schema app"
        })
final class GapCommand extends PlumblineCommand {
    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Mixin
    private final SideOptions sides = new SideOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Override
    public Integer call() throws IOException, SQLException {
        Configuration configuration = common.configuration();
        SchemaSource actualSource = Sources.actual(sides, connection, configuration);
        SchemaSource desiredSource = Sources.desired(sides, configuration);
        try (Workbench workbench = Workbench.of(
                connection, configuration, terminal, List.of(actualSource, desiredSource), !sides.noCache)) {
            SchemaFilter filter = new SchemaFilter(configuration.list("schemas", sides.schemas));
            LoadedSides loaded = workbench.load(actualSource, desiredSource);
            LoadedSchema actual = loaded.actual();
            LoadedSchema desired = loaded.desired();
            refuseUnmodelled(sides.strict, actual);
            refuseUnmodelled(sides.strict, desired);
            Gap gap = sides.comparing(workbench, configuration).gap(actual, filter.desiredOver(actual, desired));
            GapAnalysis analysis = GapAnalysis.of(gap, workbench.facts(actualSource, actual));
            String from = actual.origin();
            String to = desired.origin();
            emit(
                    switch (output.format()) {
                        case text -> textFor(output.output).of(gap, analysis, from, to);
                        case markdown -> new MarkdownReport().of(gap, analysis, from, to);
                        case json -> new JsonReports().write(gap, analysis);
                    },
                    output.output);
            return gap.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCES;
        }
    }
}
