// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.acceptance.Places;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.Coverage.Cell;
import dev.plumbline.postgres.Coverage.Way;
import dev.plumbline.postgres.introspect.SystemCatalogs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads and writes {@code docs/coverage.md}. */
final class CoveragePage {
    private static final Path PAGE = Places.root().resolve("docs/coverage.md");
    private static final int ALL_COLUMNS = Way.values().length + 2;

    private CoveragePage() {}

    /** Returns the kinds that PostgreSQL has, in the order of the page. */
    static List<ObjectKind> kinds() {
        // SQLite alone has these.
        return Stream.of(ObjectKind.values())
                .filter(kind -> kind != ObjectKind.VIRTUAL_TABLE && kind != ObjectKind.SETTING)
                .toList();
    }

    static String text() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns what the page says was walked. */
    static Coverage read() {
        Map<String, ObjectKind> byLabel = kinds().stream().collect(Collectors.toMap(ObjectKind::label, kind -> kind));
        Coverage coverage = new Coverage();
        for (String line : text().lines().toList()) {
            List<String> cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            ObjectKind kind = cells.size() == ALL_COLUMNS + 1 ? byLabel.get(cells.get(1)) : null;
            if (kind != null) {
                Iterator<String> cell = cells.listIterator(2); // behind the margin and the kind, one for each way
                for (Way way : Way.values()) {
                    versions(cell.next()).forEach(version -> coverage.add(new Cell(kind, way), version));
                }
            }
        }
        return coverage;
    }

    private static IntStream versions(String cell) {
        return Arrays.stream(cell.split(" ", -1))
                .filter(part -> part.matches("\\d+(–\\d+)?"))
                .flatMapToInt(part -> {
                    String[] ends = part.split("–", -1);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
                });
    }

    static void write(Coverage coverage, int scenarios) {
        try {
            Files.writeString(PAGE, text(coverage, scenarios));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the page. */
    static String text(Coverage coverage, int scenarios) {
        List<String> lines = new ArrayList<>(List.of(
                "# Coverage",
                "",
                "What the " + scenarios + " scenarios below `acceptance/src/test/resources/scenarios/postgres`"
                        + " change, in both directions,",
                "and on which versions of PostgreSQL they were walked: planned, proven, applied, compared with a database"
                        + " made new, and led back.",
                "A run of all of them on all versions (`-Dscenarios.versions=all -Dgolden=update`) writes this page; every"
                        + " build walks a part of them",
                "and fails where it contradicts the page. Where there is no version, a letter says why there is no such"
                        + " change.",
                "",
                "| kind | "
                        + Stream.of(Way.values())
                                .map(way -> way.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" | "))
                        + " |",
                "|" + "---|".repeat(Way.values().length + 1)));
        Map<String, String> legend = new LinkedHashMap<>();
        for (ObjectKind kind : kinds()) {
            lines.add("| " + kind.label() + " | "
                    + Stream.of(Way.values())
                            .map(way -> cell(new Cell(kind, way), coverage, legend))
                            .collect(Collectors.joining(" | "))
                    + " |");
        }
        lines.add("");
        legend.forEach((reason, letter) -> lines.add("- – " + letter + ": " + reason + "."));
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

    private static String cell(Cell cell, Coverage coverage, Map<String, String> legend) {
        SortedSet<Integer> versions = coverage.versions(cell);
        if (!versions.isEmpty()) {
            boolean whole = versions.last() - versions.first() == versions.size() - 1 && versions.size() > 1;
            return whole
                    ? versions.first() + "–" + versions.last()
                    : versions.stream().map(String::valueOf).collect(Collectors.joining(" "));
        }
        return ImpossibleChanges.reason(cell)
                .map(reason ->
                        "– " + legend.computeIfAbsent(reason, r -> Character.toString((char) ('a' + legend.size()))))
                .orElse("");
    }
}
