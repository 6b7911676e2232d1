// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.alignment.AlignmentMapping;
import dev.plumbline.alignment.Conventions;
import dev.plumbline.alignment.Naming;
import dev.plumbline.alignment.Severity;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What {@code [alignment]} of the configuration says.
 *
 * @param classpath folders and jars
 * @param classes the classes of each table or view, in the order of the file
 * @param ignore columns and fields that are left out on purpose, by table or view
 * @param naming how names become columns
 * @param failOn from which severity on the exit code is 1
 * @param conventions what is agreed upon where the database has no type; empty where nothing is said
 */
record AlignmentSettings(
        List<Path> classpath,
        SequencedMap<String, List<String>> classes,
        SequencedMap<String, List<String>> ignore,
        Optional<Naming> naming,
        Optional<Severity> failOn,
        Optional<Conventions> conventions) {
    /** Nothing is said. */
    static final AlignmentSettings NONE = new AlignmentSettings(
            List.of(),
            new LinkedHashMap<>(),
            new LinkedHashMap<>(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private static final List<String> KEYS =
            List.of("classpath", "classes", "ignore", "naming", "fail_on", "conventions");
    private static final List<String> CONVENTIONS = List.of(
            "dates-as-text", "dates-as-seconds", "dates-as-milliseconds", "booleans-as-numbers", "json-as-text");

    /** Reads the table of a configuration; relative paths are relative to its folder. */
    static AlignmentSettings read(JsonNode table, Path file, Path folder, Map<String, String> variables) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw Configuration.invalid(
                        file + " has the unknown key 'alignment." + entry.getKey() + "'.",
                        Nearest.wayOut(entry.getKey(), KEYS));
            }
        }
        Reader reader = new Reader(file, variables);
        return new AlignmentSettings(
                reader.texts(table.path("classpath"), "classpath").stream()
                        .map(folder::resolve)
                        .toList(),
                reader.map(table.path("classes"), "classes"),
                reader.map(table.path("ignore"), "ignore"),
                reader.constant(table.path("naming"), "naming", Naming.class),
                reader.constant(table.path("fail_on"), "fail_on", Severity.class),
                reader.conventions(table.path("conventions")));
    }

    private record Reader(Path file, Map<String, String> variables) {
        List<String> texts(JsonNode value, String key) {
            List<String> texts = new ArrayList<>();
            if (value.isArray()) {
                value.forEach(item -> texts.addAll(texts(item, key)));
            } else if (value.isTextual()) {
                texts.add(Variables.expand(value.textValue(), variables, file));
            } else if (!value.isMissingNode()) {
                throw Configuration.invalid(
                        "The value of 'alignment." + key + "' in " + file + " is no text.", "Write it in quotes.");
            }
            return texts;
        }

        /** A dot in a name without quotes makes a table of TOML of it; both mean the same here. */
        SequencedMap<String, List<String>> map(JsonNode table, String key) {
            SequencedMap<String, List<String>> map = new LinkedHashMap<>();
            for (Map.Entry<String, JsonNode> entry : table.properties()) {
                if (entry.getValue().isObject()) {
                    map(entry.getValue(), key + "." + entry.getKey())
                            .forEach((name, texts) -> map.put(entry.getKey() + "." + name, texts));
                } else {
                    map.put(entry.getKey(), texts(entry.getValue(), key + "." + entry.getKey()));
                }
            }
            return map;
        }

        <E extends Enum<E>> Optional<E> constant(JsonNode value, String key, Class<E> type) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                    .toList();
            return texts(value, key).stream().findFirst().map(text -> {
                if (!names.contains(text)) {
                    throw Configuration.invalid(
                            "The value of 'alignment." + key + "' in " + file + " is '" + text + "'.",
                            "It can be " + String.join(", ", names) + ".");
                }
                return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
            });
        }

        Optional<Conventions> conventions(JsonNode value) {
            if (value.isMissingNode()) {
                return Optional.empty();
            }
            Conventions agreed = Conventions.NONE;
            for (String text : texts(value, "conventions")) {
                agreed = switch (text) {
                    case "dates-as-text" -> agreed.withDates(Conventions.Dates.TEXT);
                    case "dates-as-seconds" -> agreed.withDates(Conventions.Dates.EPOCH_SECONDS);
                    case "dates-as-milliseconds" -> agreed.withDates(Conventions.Dates.EPOCH_MILLIS);
                    case "booleans-as-numbers" -> agreed.withBooleans();
                    case "json-as-text" -> agreed.withJson();
                    default ->
                        throw Configuration.invalid(
                                file + " names the unknown convention '" + text + "'.",
                                Nearest.wayOut(text, CONVENTIONS));
                };
            }
            return Optional.of(agreed);
        }
    }

    /** Returns these settings with those of an environment over them. */
    AlignmentSettings under(AlignmentSettings environment) {
        SequencedMap<String, List<String>> allClasses = new LinkedHashMap<>(classes);
        allClasses.putAll(environment.classes);
        SequencedMap<String, List<String>> allIgnored = new LinkedHashMap<>(ignore);
        allIgnored.putAll(environment.ignore);
        return new AlignmentSettings(
                environment.classpath.isEmpty() ? classpath : environment.classpath,
                allClasses,
                allIgnored,
                environment.naming.or(() -> naming),
                environment.failOn.or(() -> failOn),
                environment.conventions.or(() -> conventions));
    }

    /** Returns the mapping. */
    AlignmentMapping mapping() {
        AlignmentMapping mapping = AlignmentMapping.none();
        for (Map.Entry<String, List<String>> entry : classes.entrySet()) {
            for (String type : entry.getValue()) {
                mapping = mapping.and(entry.getKey(), type);
            }
        }
        for (Map.Entry<String, List<String>> entry : ignore.entrySet()) {
            mapping = mapping.ignoring(entry.getKey(), entry.getValue().toArray(String[]::new));
        }
        return mapping.with(naming.orElse(Naming.SNAKE_CASE))
                .with(conventions.orElse(Conventions.NONE))
                .failingOn(failOn.orElse(Severity.ERROR));
    }
}
