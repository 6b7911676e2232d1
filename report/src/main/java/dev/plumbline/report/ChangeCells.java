// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Difference;
import dev.plumbline.gap.Gap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The changes of a gap, told object by object; what is part of an object that is new or gone is told with it. */
final class ChangeCells {
    private static final int LONGEST = 160;

    private ChangeCells() {}

    /**
     * What the two sides of a gap are called where an object is on one of them alone, or on both in different form.
     *
     * @param missing what to call an object that only the desired side has
     * @param extra what to call an object that only the actual side has
     * @param desired what to call the desired side's form of an object, such as {@code in the migrations}
     */
    record Words(String missing, String extra, String desired) {}

    /** Returns a row for each change: what it is, the object, and how it differs. */
    static List<List<Cell>> rows(Gap gap, Words words) {
        List<List<Cell>> rows = new ArrayList<>();
        for (Change change : outermost(gap)) {
            rows.add(
                    switch (change) {
                        case Change.Missing missing ->
                            row(words.missing(), Tone.BAD, change.key(), parts(missing.desired(), gap.desired()));
                        case Change.Extra extra ->
                            row(words.extra(), Tone.NOTABLE, change.key(), parts(extra.actual(), gap.actual()));
                        case Change.Altered altered ->
                            row("different", Tone.BAD, change.key(), differences(altered, words));
                        case Change.Renamed renamed ->
                            row("renamed", Tone.NOTABLE, change.key(), "from " + renamed.from());
                    });
        }
        return rows;
    }

    /** Returns what the catalog gains, loses and has in another form on the way from the actual to the desired side. */
    static List<Cell> effects(Gap gap) {
        List<Cell> cells = new ArrayList<>();
        for (Change change : outermost(gap)) {
            cells.add(
                    switch (change) {
                        case Change.Missing missing ->
                            new Cell("gains " + change.key() + in(parts(missing.desired(), gap.desired())), Tone.GOOD);
                        case Change.Extra extra ->
                            new Cell("loses " + change.key() + in(parts(extra.actual(), gap.actual())), Tone.NOTABLE);
                        case Change.Altered altered ->
                            Cell.of("changes " + change.key() + ": "
                                    + altered.differences().stream()
                                            .map(difference -> difference.words() + " "
                                                    + shown(difference.actual()) + " → "
                                                    + shown(difference.desired()))
                                            .collect(Collectors.joining("; ")));
                        case Change.Renamed renamed -> Cell.of("renames " + renamed.from() + " to " + renamed.to());
                    });
        }
        return cells;
    }

    /** Returns how many objects are told of. */
    static int count(Gap gap) {
        return outermost(gap).size();
    }

    private static List<Change> outermost(Gap gap) {
        Set<ObjectKey> oneSided = new HashSet<>();
        gap.changes().stream()
                .filter(change -> object(change).isPresent())
                .forEach(change -> oneSided.add(change.key()));
        return gap.changes().stream()
                .filter(change -> object(change)
                        .flatMap(SchemaObject::parent)
                        .filter(oneSided::contains)
                        .isEmpty())
                .toList();
    }

    private static Optional<SchemaObject> object(Change change) {
        return switch (change) {
            case Change.Missing missing -> Optional.of(missing.desired());
            case Change.Extra extra -> Optional.of(extra.actual());
            case Change.Altered altered -> Optional.empty();
            case Change.Renamed renamed -> Optional.empty();
        };
    }

    private static String parts(SchemaObject object, Catalog catalog) {
        int parts = catalog.descendants(object.key()).size();
        return parts == 0 ? "" : "with " + Texts.count(parts, "part", "parts");
    }

    private static String in(String parts) {
        return parts.isEmpty() ? "" : " (" + parts + ")";
    }

    private static String differences(Change.Altered altered, Words words) {
        return altered.differences().stream()
                .map((Difference difference) -> difference.words() + " is " + shown(difference.actual()) + ", "
                        + words.desired() + " " + shown(difference.desired()))
                .collect(Collectors.joining("; "));
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : Texts.cut(Texts.oneLine(value), LONGEST);
    }

    private static List<Cell> row(String what, Tone tone, ObjectKey object, String how) {
        return List.of(new Cell(what, tone), Cell.of(object.toString()), Cell.of(how));
    }
}
