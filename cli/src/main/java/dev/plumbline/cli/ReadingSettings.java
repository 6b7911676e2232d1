// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.MigrationFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the configuration says of how folders of migrations are read.
 *
 * @param placeholders what stands for {@code ${NAME}} in Flyway's scripts
 * @param contexts the contexts and labels of Liquibase that are wanted; empty where nothing is said
 * @param format how the folder is written; empty where nothing is said
 */
record ReadingSettings(
        Map<String, String> placeholders, Optional<List<String>> contexts, Optional<MigrationFormat> format) {
    /** Nothing is said. */
    static final ReadingSettings NONE = new ReadingSettings(Map.of(), Optional.empty(), Optional.empty());

    /** Reads the table of placeholders, whose keys are their names. */
    static Map<String, String> placeholders(JsonNode table, Path file, Map<String, String> variables) {
        if (!table.isMissingNode() && !table.isObject()) {
            throw Configuration.invalid(
                    "The value of 'placeholders' in " + file + " is no table.",
                    "Write [placeholders], and a line NAME = \"VALUE\" for each below it.");
        }
        Map<String, String> placeholders = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            if (!entry.getValue().isTextual()) {
                throw Configuration.invalid(
                        "The value of 'placeholders." + entry.getKey() + "' in " + file + " is no text.",
                        "Write it in quotes, and a name that has a dot or a colon too.");
            }
            placeholders.put(entry.getKey(), Variables.expand(entry.getValue().textValue(), variables, file));
        }
        return placeholders;
    }

    /** Returns the format of that name, written as on the command line. */
    static MigrationFormat format(String text, Path file) {
        return Arrays.stream(MigrationFormat.values())
                .filter(format -> format.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> Configuration.invalid(
                        "The value of 'migrations_format' in " + file + " is '" + text + "'.",
                        "It can be "
                                + Arrays.stream(MigrationFormat.values())
                                        .map(format -> format.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** Returns options with what was said. */
    FolderOptions over(FolderOptions usual) {
        FolderOptions said = usual.withPlaceholders(placeholders);
        FolderOptions formatted = format.map(said::withFormat).orElse(said);
        return contexts.map(formatted::withContexts).orElse(formatted);
    }
}
