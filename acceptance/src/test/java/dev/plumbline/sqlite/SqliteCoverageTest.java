// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Writes {@code docs/coverage-sqlite.md}: which kinds of object the scenarios change in which way, and how often. */
class SqliteCoverageTest {
    private static final String CREATE = "create";
    private static final String ALTER = "alter in place";
    private static final String REBUILD = "copy";
    private static final String RECREATE = "drop and create";
    private static final String DROP = "drop";
    private static final String KEPT = "kept through a copy";
    private static final List<String> CHANGES = List.of(CREATE, ALTER, REBUILD, RECREATE, DROP, KEPT);
    private static final List<ObjectKind> KINDS = List.of(
            ObjectKind.TABLE,
            ObjectKind.COLUMN,
            ObjectKind.INDEX,
            ObjectKind.VIEW,
            ObjectKind.TRIGGER,
            ObjectKind.VIRTUAL_TABLE);

    private final Map<ObjectKind, Map<String, SortedSet<String>>> walked = new TreeMap<>();

    @Test
    void thePageSaysWhatTheScenariosWalk() throws IOException, URISyntaxException, SQLException {
        List<Path> scenarios = SqliteScenarioTest.scenarios().toList();
        for (Path scenario : scenarios) {
            try (Connection one = SqliteRoundTrip.open(SqliteScenarioTest.read(scenario, "actual.sql"));
                    Connection other = SqliteRoundTrip.open(SqliteScenarioTest.read(scenario, "desired.sql"))) {
                Catalog actual = SqliteRoundTrip.inspect(one);
                Catalog desired = SqliteRoundTrip.inspect(other);
                String name = scenario.getFileName().toString();
                note(name, GapFinder.between(actual, desired));
                note(name, GapFinder.between(desired, actual));
            }
        }
        Golden.check(Places.root().resolve("docs/coverage-sqlite.md"), page(scenarios.size()));
    }

    private void note(String scenario, Gap gap) {
        Map<ObjectKey, SortedSet<Verb>> verbs = new TreeMap<>();
        for (Step step : SqliteRoundTrip.plan(gap)) {
            verbs.computeIfAbsent(step.object(), k -> new TreeSet<>()).add(step.verb());
        }
        for (Change change : gap.changes()) {
            SortedSet<Verb> done = verbs.getOrDefault(carrier(change.key()), new TreeSet<>());
            String way = switch (change) {
                case Change.Missing missing -> CREATE;
                case Change.Extra extra -> DROP;
                case Change.Renamed renamed -> ALTER;
                case Change.Altered altered -> {
                    if (done.contains(Verb.REBUILD)) {
                        yield REBUILD;
                    }
                    yield done.contains(Verb.ALTER) ? ALTER : RECREATE;
                }
            };
            note(change.key().kind(), way, scenario);
        }
        verbs.forEach((key, done) -> {
            if (done.contains(Verb.REBUILD) && key.kind() == ObjectKind.TABLE) {
                GapActions.unchangedChildren(gap.actual(), gap.desired(), key)
                        .forEach(child -> note(child.kind(), KEPT, scenario));
            }
        });
    }

    /** A column changes in a step of its table. */
    private static ObjectKey carrier(ObjectKey key) {
        return key.kind() == ObjectKind.COLUMN
                ? new ObjectKey(
                        ObjectKind.TABLE, key.path().subList(0, key.path().size() - 1))
                : key;
    }

    private void note(ObjectKind kind, String way, String scenario) {
        walked.computeIfAbsent(kind, k -> new TreeMap<>())
                .computeIfAbsent(way, k -> new TreeSet<>())
                .add(scenario);
    }

    private String page(int scenarios) {
        List<String> lines = new ArrayList<>(List.of(
                "# Coverage on SQLite",
                "",
                "How many of the " + scenarios
                        + " scenarios below `acceptance/src/test/resources/scenarios/sqlite` change each kind of",
                "object in which way, there and back. Every build walks them with rows and writes this page. An empty cell is a change",
                "that SQLite does not know, or that no scenario makes. Random pairs of schemas (`GeneratedSqliteTest`) go further.",
                "",
                "| kind | " + String.join(" | ", CHANGES) + " |",
                "|" + "---|".repeat(CHANGES.size() + 1)));
        for (ObjectKind kind : KINDS) {
            Map<String, SortedSet<String>> byChange = walked.getOrDefault(kind, Map.of());
            lines.add("| " + kind.label() + " | "
                    + CHANGES.stream()
                            .map(change -> byChange.containsKey(change)
                                    ? String.valueOf(byChange.get(change).size())
                                    : "")
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        return String.join("\n", lines) + "\n";
    }
}
