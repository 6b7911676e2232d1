// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes of type after which the server keeps the rows as they are: the old values are values of the new type as they stand
 * (PostgreSQL documentation, ALTER TABLE, "Notes"; {@code ATColumnChangeRequiresRewrite} in tablecmds.c, and the support
 * functions of varchar, numeric, varbit and the times). What is not listed here may be free all the same.
 */
final class FreeTypeChange {
    private static final Pattern TYPE = Pattern.compile("([^()]*?)(?:\\(([0-9,]+)\\))?( with(?:out)? time zone)?");

    /** Types of which one with more room, or without a limit, holds every value of one with less. */
    private static final Set<String> LIMITED = Set.of(
            "character varying",
            "bit varying",
            "timestamp without time zone",
            "timestamp with time zone",
            "time without time zone",
            "time with time zone",
            "interval");

    private static final Set<String> POINTS = Set.of("timestamp without time zone", "timestamp with time zone");

    private FreeTypeChange() {}

    /** Returns whether the rows stay. */
    static boolean keepsRows(Column from, Column to) {
        return from.type().equals(to.type()) || keepsRows(Parts.of(from.type()), Parts.of(to.type()));
    }

    /** Returns whether the indexes stay too: those of a type that sorts otherwise, or by another collation, are built anew. */
    static boolean keepsIndexes(Column from, Column to) {
        Parts before = Parts.of(from.type());
        Parts after = Parts.of(to.type());
        return keepsRows(from, to)
                && from.collation().equals(to.collation())
                && !(POINTS.contains(before.base()) && !before.base().equals(after.base()));
    }

    private static boolean keepsRows(Parts from, Parts to) {
        if (from.base().equals("numeric") && to.base().equals("numeric")) {
            return to.modifiers().isEmpty()
                    || (from.modifiers().size() == 2
                            && to.modifiers().size() == 2
                            && from.modifiers().get(1).equals(to.modifiers().get(1))
                            && from.modifiers().get(0) <= to.modifiers().get(0));
        }
        boolean string = from.base().equals("character varying") || from.base().equals("text");
        if (string && to.base().equals("text")) {
            return true;
        }
        if (from.base().equals("text") && to.base().equals("character varying")) {
            return to.modifiers().isEmpty();
        }
        if (from.base().equals("cidr") && to.base().equals("inet")) {
            return true;
        }
        boolean points = POINTS.contains(from.base()) && POINTS.contains(to.base());
        return (points || (LIMITED.contains(from.base()) && from.base().equals(to.base()))) && to.isWiderThan(from);
    }

    private record Parts(String base, List<Integer> modifiers) {
        static Parts of(String type) {
            Matcher matcher = TYPE.matcher(type);
            if (!matcher.matches()) {
                return new Parts(type, List.of());
            }
            String zone = matcher.group(3) == null ? "" : matcher.group(3);
            return new Parts(
                    matcher.group(1) + zone,
                    matcher.group(2) == null
                            ? List.of()
                            : List.of(matcher.group(2).split(",", -1)).stream()
                                    .map(Integer::valueOf)
                                    .toList());
        }

        boolean isWiderThan(Parts from) {
            return modifiers.isEmpty()
                    || (from.modifiers().size() == 1
                            && modifiers.size() == 1
                            && from.modifiers().getFirst() <= modifiers.getFirst());
        }
    }
}
