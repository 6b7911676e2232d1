// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
            ObjectKind.VIRTUAL_TABLE,
            ObjectKind.SETTING);

    private static final String NO_ALTER = "SQLite has no ALTER for it: it is dropped and made anew";
    private static final String NO_ROWS = "it holds no rows of its own";

    /** The changes that cannot be, and why. */
    private static final Map<ObjectKind, Map<String, String>> CANNOT_BE = Map.of(
            ObjectKind.TABLE,
            Map.of(RECREATE, "its rows would be lost: it is altered or copied", KEPT, "it is what is copied"),
            ObjectKind.COLUMN,
            Map.of(
                    RECREATE,
                    "its values would be lost: it is altered, or copied with its table",
                    KEPT,
                    "the copy is of it"),
            ObjectKind.INDEX,
            Map.of(ALTER, NO_ALTER, REBUILD, NO_ROWS),
            ObjectKind.VIEW,
            Map.of(ALTER, NO_ALTER, REBUILD, NO_ROWS),
            ObjectKind.TRIGGER,
            Map.of(ALTER, NO_ALTER, REBUILD, NO_ROWS),
            ObjectKind.VIRTUAL_TABLE,
            Map.of(ALTER, "SQLite has no ALTER for it but to rename it: it is copied, or made anew and filled"),
            ObjectKind.SETTING,
            Map.of(REBUILD, NO_ROWS, RECREATE, "it is set to another value", KEPT, "it is of no table"));

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
                gap.desired().dependents(key).stream()
                        .filter(user -> user.kind() == ObjectKind.VIEW || user.kind() == ObjectKind.VIRTUAL_TABLE)
                        .filter(user -> gap.actual().contains(user)
                                && gap.actual()
                                        .fingerprint(user)
                                        .equals(gap.desired().fingerprint(user)))
                        .forEach(user -> note(user.kind(), KEPT, scenario));
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
                "object in which way, there and back. Every build walks them with rows and writes this page. A dash stands for what cannot",
                "be, as said below. Renames need hints, and are in `SqliteRenameTest`. Random pairs of schemas (`GeneratedSqliteTest`) go further.",
                "",
                "| kind | " + String.join(" | ", CHANGES) + " |",
                "|" + "---|".repeat(CHANGES.size() + 1)));
        for (ObjectKind kind : KINDS) {
            lines.add("| " + kind.label() + " | "
                    + CHANGES.stream().map(change -> cell(kind, change)).collect(Collectors.joining(" | "))
                    + " |");
        }
        lines.add("");
        for (ObjectKind kind : KINDS) {
            CHANGES.stream()
                    .filter(change -> cannotBe(kind, change).isPresent())
                    .forEach(change -> lines.add("- " + kind.label() + ", " + change + ": "
                            + cannotBe(kind, change).orElseThrow() + "."));
        }
        return String.join("\n", lines) + "\n";
    }

    /** Every change that can be has a scenario, and none has one that cannot. */
    private String cell(ObjectKind kind, String change) {
        int scenarios = walked.getOrDefault(kind, Map.of())
                .getOrDefault(change, Collections.emptySortedSet())
                .size();
        boolean can = cannotBe(kind, change).isEmpty();
        assertThat(scenarios > 0)
                .as("%s, %s: has scenarios", kind.label(), change)
                .isEqualTo(can);
        return can ? String.valueOf(scenarios) : "–";
    }

    private static Optional<String> cannotBe(ObjectKind kind, String change) {
        return Optional.ofNullable(CANNOT_BE.getOrDefault(kind, Map.of()).get(change));
    }
}
