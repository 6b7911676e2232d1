// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.ObjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/coverage.md}: which kinds of object the scenarios change in which way on which versions. It counts
 * the steps of the kept plans, which {@link PostgresScenarioTest} compares with what it walked.
 */
class CoverageTest {
    private static final List<String> CHANGES = List.of("create", "alter", "recreate", "rename", "drop");
    private static final Pattern STEP = Pattern.compile("-- \\d+\\. (CREATE|ALTER|RENAME|DROP) (.*)");

    @Test
    void thePageSaysWhatTheScenariosWalk() throws IOException {
        Map<ObjectKind, Map<String, SortedSet<Integer>>> walked = new TreeMap<>();
        List<Scenario> scenarios = Scenario.all();
        for (Scenario scenario : scenarios) {
            List<Integer> versions = PostgresScenarioTest.versions(scenario, scenarios.indexOf(scenario));
            String plan = Files.readString(scenario.folder().resolve("plan.sql"));
            for (String direction : plan.split("(?m)^-- reverse$", -1)) {
                for (Walked change : changes(direction)) {
                    walked.computeIfAbsent(change.kind(), k -> new TreeMap<>())
                            .computeIfAbsent(change.change(), k -> new TreeSet<>())
                            .addAll(versions);
                }
            }
        }
        Path page = Places.root().resolve("docs/coverage.md");
        String text = page(scenarios.size(), walked);
        if ("update".equals(System.getProperty("golden"))) {
            Files.writeString(page, text);
        }
        assertThat(page).as("-Dgolden=update writes it anew").hasContent(text);
    }

    private static String page(int scenarios, Map<ObjectKind, Map<String, SortedSet<Integer>>> walked) {
        List<String> lines = new ArrayList<>(List.of(
                "# Coverage",
                "",
                "What the " + scenarios + " scenarios below `acceptance/src/test/resources/scenarios/postgres`"
                        + " change, in both directions,",
                "and on which versions of PostgreSQL every build walks them. The build writes this page. An empty cell is",
                "a change that no scenario makes, or that does not exist.",
                "",
                "| kind | " + String.join(" | ", CHANGES) + " |",
                "|" + "---|".repeat(CHANGES.size() + 1)));
        for (ObjectKind kind : ObjectKind.values()) {
            // SQLite alone has these.
            if (kind != ObjectKind.VIRTUAL_TABLE && kind != ObjectKind.SETTING) {
                Map<String, SortedSet<Integer>> byChange = walked.getOrDefault(kind, Map.of());
                lines.add("| " + kind.label() + " | "
                        + CHANGES.stream()
                                .map(change -> cell(byChange.getOrDefault(change, new TreeSet<>())))
                                .collect(Collectors.joining(" | "))
                        + " |");
            }
        }
        lines.addAll(List.of(
                "",
                "## The system catalogs",
                "",
                "What becomes of the rows of each system catalog. A test holds the list against the catalogs of every version.",
                "",
                "| catalog | its rows |",
                "|---|---|"));
        SystemCatalogs.all()
                .forEach((catalog, treatment) ->
                        lines.add("| `" + catalog + "` | " + treatment.meaning().replace("its rows ", "") + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String cell(SortedSet<Integer> versions) {
        return versions.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private record Walked(ObjectKind kind, String change) {}

    private static Set<Walked> changes(String plan) {
        Set<String> dropped = new HashSet<>();
        Set<String> created = new HashSet<>();
        Set<Walked> changes = new HashSet<>();
        for (String line : plan.lines().toList()) {
            Matcher step = STEP.matcher(line);
            Optional<ObjectKind> kind = step.matches() ? kind(step.group(2)) : Optional.empty();
            if (kind.isPresent()) {
                String object = step.group(2).replaceAll("(, [A-Z]|; ).*", "");
                switch (step.group(1)) {
                    case "CREATE" -> created.add(object);
                    case "DROP" -> dropped.add(object);
                    case "RENAME" -> changes.add(new Walked(kind.get(), "rename"));
                    default -> changes.add(new Walked(kind.get(), "alter"));
                }
            }
        }
        Stream.concat(created.stream(), dropped.stream()).forEach(object -> {
            boolean both = created.contains(object) && dropped.contains(object);
            String change = both ? "recreate" : created.contains(object) ? "create" : "drop";
            changes.add(new Walked(kind(object).orElseThrow(), change));
        });
        return changes;
    }

    /** The longest label that an object's words begin with: a column default is no column. */
    private static Optional<ObjectKind> kind(String object) {
        return Stream.of(ObjectKind.values())
                .filter(kind -> object.startsWith(kind.label() + " "))
                .max(Comparator.comparingInt(kind -> kind.label().length()));
    }
}
