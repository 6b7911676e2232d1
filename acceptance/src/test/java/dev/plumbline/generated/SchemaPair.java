// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Two schemas and rows. A statement that the database refuses is left out of its side; so a pair stays a pair whatever
 * is taken from it.
 *
 * @param seed what it was made from
 * @param actual the statements of the side with rows, in the order in which they run
 * @param desired the statements of the other side
 */
public record SchemaPair(long seed, List<Element> actual, List<Element> desired, List<Row> rows) {
    public SchemaPair {
        actual = List.copyOf(actual);
        desired = List.copyOf(desired);
        rows = List.copyOf(rows);
    }

    /** Returns the statement with this id on the desired side. */
    Optional<Element> desired(String id) {
        return desired.stream().filter(element -> element.id().equals(id)).findFirst();
    }

    /** Returns the pair with a side, or both, without the element. */
    SchemaPair without(String id, boolean fromActual, boolean fromDesired) {
        return new SchemaPair(
                seed, fromActual ? left(actual, id) : actual, fromDesired ? left(desired, id) : desired, rows);
    }

    /** Returns the pair with the element in place of the one with its id, on a side or on both. */
    SchemaPair with(Element element, boolean inActual, boolean inDesired) {
        return new SchemaPair(
                seed,
                inActual ? replaced(actual, element) : actual,
                inDesired ? replaced(desired, element) : desired,
                rows);
    }

    /** Returns the pair without some of its rows, from the first of them to the one before the last. */
    public SchemaPair withoutRows(int first, int last) {
        List<Row> left = new ArrayList<>(rows);
        left.subList(first, last).clear();
        return new SchemaPair(seed, actual, desired, left);
    }

    private static List<Element> left(List<Element> side, String id) {
        return side.stream().filter(element -> !element.id().equals(id)).toList();
    }

    private static List<Element> replaced(List<Element> side, Element element) {
        return side.stream()
                .map(other -> other.id().equals(element.id()) ? element : other)
                .toList();
    }

    /** Returns the pair as a person reads it. */
    public String text() {
        return "-- seed " + seed + "\n-- actual\n" + script(actual) + "-- rows\n"
                + rows.stream().map(Row::toString).collect(Collectors.joining("\n")) + "\n-- desired\n"
                + script(desired);
    }

    private static String script(List<Element> side) {
        return side.stream().map(element -> element.sql() + ";\n").collect(Collectors.joining());
    }
}
