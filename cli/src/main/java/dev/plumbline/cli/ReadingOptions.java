// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.MigrationFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a folder of migrations is read, wherever one is: as the history's, or as a side of a comparison. */
final class ReadingOptions {
    @Option(
            names = "--placeholder",
            paramLabel = "NAME=VALUE",
            description = "what stands for $${NAME} in Flyway's scripts; may be repeated; over [placeholders] of the"
                    + " configuration")
    private Map<String, String> placeholders = new LinkedHashMap<>();

    @Option(
            names = "--context",
            paramLabel = "NAME",
            split = ",",
            description =
                    "the contexts and labels of Liquibase change sets that are wanted; 'contexts' of the configuration by"
                            + " default")
    private @Nullable List<String> contexts;

    @Option(
            names = "--migrations-format",
            paramLabel = "FORMAT",
            description =
                    "how the folder of migrations is written: ${COMPLETION-CANDIDATES}; 'migrations_format' of the configuration by"
                            + " default, recognised by itself otherwise")
    private @Nullable MigrationFormat format;

    /** Returns options with what was said. */
    FolderOptions over(FolderOptions usual) {
        FolderOptions said = usual.withPlaceholders(placeholders);
        FolderOptions formatted = format == null ? said : said.withFormat(format);
        return contexts == null ? formatted : formatted.withContexts(contexts);
    }
}
