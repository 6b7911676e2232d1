// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.alignment.Severity;
import dev.plumbline.review.Rule;
import dev.plumbline.review.Runner;
import dev.plumbline.review.rules.RuleBook;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What {@code [check]} of the configuration says.
 *
 * @param failOn the mildest severity that makes a review fail, or {@code never}; empty where nothing is said
 * @param runner who runs the migrations; empty where nothing is said
 * @param baseline the file of what is known; empty where there is none
 * @param rules how bad the findings of a rule are; empty for a rule that is off
 */
record CheckSettings(
        Optional<String> failOn,
        Optional<Runner> runner,
        Optional<Path> baseline,
        SortedMap<String, Optional<Severity>> rules) {
    /** Nothing is said. */
    static final CheckSettings NONE =
            new CheckSettings(Optional.empty(), Optional.empty(), Optional.empty(), new TreeMap<>());

    static final String NEVER = "never";
    private static final String OFF = "off";
    private static final List<String> KEYS = List.of("fail_on", "runner", "baseline", "rules");

    /** Reads the table of a configuration; a relative path is relative to its folder. */
    static CheckSettings read(JsonNode table, Path file, Path folder) {
        for (Map.Entry<String, JsonNode> entry : table.properties()) {
            if (!KEYS.contains(entry.getKey())) {
                throw Configuration.invalid(
                        file + " has the unknown key 'check." + entry.getKey() + "'.",
                        Nearest.wayOut(entry.getKey(), KEYS));
            }
        }
        Optional<String> failOn = text(table.path("fail_on"), "fail_on", file);
        failOn.ifPresent(level -> level(level, NEVER, "fail_on of " + file));
        SortedMap<String, Optional<Severity>> rules = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : table.path("rules").properties()) {
            String level =
                    text(entry.getValue(), "rules." + entry.getKey(), file).orElse("");
            rules.put(rule(entry.getKey(), file.toString()), level(level, OFF, entry.getKey() + " in " + file));
        }
        return new CheckSettings(
                failOn,
                text(table.path("runner"), "runner", file).map(text -> runner(text, file.toString())),
                text(table.path("baseline"), "baseline", file).map(folder::resolve),
                rules);
    }

    private static Optional<String> text(JsonNode value, String key, Path file) {
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Configuration.invalid(
                    "The value of 'check." + key + "' in " + file + " is no text.", "Write it in quotes.");
        }
        return Optional.of(value.textValue());
    }

    /** Returns the severity of that name; empty for the word that means none. */
    static Optional<Severity> level(String text, String none, String where) {
        List<String> names =
                Arrays.stream(Severity.values()).map(Severity::toString).toList();
        if (text.equalsIgnoreCase(none)) {
            return Optional.empty();
        }
        if (!names.contains(text.toLowerCase(Locale.ROOT))) {
            throw Configuration.invalid(
                    "The level of " + where + " is '" + text + "'.",
                    "It can be " + String.join(", ", names) + " or " + none + ".");
        }
        return Optional.of(Severity.valueOf(text.toUpperCase(Locale.ROOT)));
    }

    /** Returns the name of a rule, if it is one. */
    static String rule(String name, String where) {
        List<String> names = RuleBook.rules().stream()
                .map(Rule::description)
                .map(description -> description.id())
                .toList();
        if (!names.contains(name)) {
            throw Configuration.invalid(where + " names the unknown rule '" + name + "'.", Nearest.wayOut(name, names));
        }
        return name;
    }

    private static Runner runner(String text, String where) {
        for (Runner runner : Runner.values()) {
            if (runner.name().equalsIgnoreCase(text)) {
                return runner;
            }
        }
        throw Configuration.invalid("The runner in " + where + " is '" + text + "'.", "It can be plumbline or other.");
    }

    /** Returns the level of {@code off} or a severity. */
    static Optional<Severity> ruleLevel(String text, String where) {
        return level(text, OFF, where);
    }

    /** Returns these settings with those of an environment over them. */
    CheckSettings under(CheckSettings environment) {
        SortedMap<String, Optional<Severity>> all = new TreeMap<>(rules);
        all.putAll(environment.rules);
        return new CheckSettings(
                environment.failOn.or(() -> failOn),
                environment.runner.or(() -> runner),
                environment.baseline.or(() -> baseline),
                all);
    }
}
