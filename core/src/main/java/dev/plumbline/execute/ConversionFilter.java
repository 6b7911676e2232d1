// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Difference;
import dev.plumbline.gap.Gap;
import dev.plumbline.source.Hint;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which conversions a gap calls for. Hints stay in the files after the change that they were written for, so a
 * conversion runs only together with a change to its column or to a constraint on it, or where the column's enum loses labels.
 */
final class ConversionFilter {
    private ConversionFilter() {}

    static List<Hint.Conversion> needed(Gap gap, List<Hint> hints) {
        return hints.stream()
                .filter(Hint.Conversion.class::isInstance)
                .map(Hint.Conversion.class::cast)
                .filter(conversion -> tableHasRows(gap, conversion))
                .filter(conversion -> gap.changes().stream()
                        .anyMatch(change -> concerns(change, conversion.object())
                                || takesLabels(change, conversion.object(), gap.desired())))
                .toList();
    }

    /** A table that the plan makes is empty: there is nothing to convert in it. */
    private static boolean tableHasRows(Gap gap, Hint.Conversion conversion) {
        return gap.actual().contains(table(conversion.object()));
    }

    private static ObjectKey table(ObjectKey column) {
        return new ObjectKey(
                ObjectKind.TABLE, column.path().subList(0, column.path().size() - 1));
    }

    /** A label that goes is a value that the column cannot keep. */
    private static boolean takesLabels(Change change, ObjectKey column, Catalog desired) {
        return change instanceof Change.Altered altered
                && altered.actual() instanceof EnumType from
                && altered.desired() instanceof EnumType to
                && !to.labels().containsAll(from.labels())
                && desired.dependencies(column).contains(to.key());
    }

    private static boolean concerns(Change change, ObjectKey column) {
        return switch (change) {
            case Change.Renamed renamed -> renamed.to().equals(column);
            case Change.Missing missing -> concerns(missing.desired(), column);
            case Change.Extra extra -> concerns(extra.actual(), column);
            case Change.Altered altered ->
                concerns(altered.desired(), column) || concernsConstraintsOf(altered, column);
        };
    }

    private static boolean concerns(SchemaObject object, ObjectKey column) {
        return object.key().equals(column)
                || (object instanceof Constraint constraint
                        && constraint.on().equals(table(column))
                        && constraint.columns().contains(column.name()));
    }

    /** SQLite keeps the constraints of a table in the table: there the name of the column is looked for. */
    private static boolean concernsConstraintsOf(Change.Altered altered, ObjectKey column) {
        if (!altered.key().equals(table(column))) {
            return false;
        }
        Pattern name =
                Pattern.compile("(?<![\\w$])" + Pattern.quote(column.name()) + "(?![\\w$])", Pattern.CASE_INSENSITIVE);
        return altered.differences().stream()
                .filter(difference -> difference.component().equals("constraints"))
                .map(Difference::desired)
                .anyMatch(text -> name.matcher(text).find());
    }
}
