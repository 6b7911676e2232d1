// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.postgres.change.InheritedTypes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What hints say about the values of columns that change their type with those of other tables: one statement converts them
 * all, so that there is one expression for them. See {@link InheritedTypes}.
 */
public final class FamilyHints {
    private final Gap gap;
    private final Set<ObjectKey> replaced;
    private final InheritedTypes types;

    /** What a hint says, where it becomes part of the change of type, by its column. */
    private final Map<ObjectKey, String> expressions = new TreeMap<>();

    private FamilyHints(List<Action> conversions, Gap gap, Set<ObjectKey> replaced) {
        this.gap = gap;
        this.replaced = replaced;
        this.types = new InheritedTypes(gap.actual(), gap.desired(), replaced);
        conversions.stream()
                .filter(conversion -> !ConversionInPlace.isQuery(ConversionInPlace.expression(conversion)))
                .filter(conversion -> changesType(conversion.object()))
                .forEach(conversion -> expressions.put(conversion.object(), ConversionInPlace.expression(conversion)));
    }

    /**
     * Returns the conversions without those that another column's statement carries out.
     *
     * @param conversions of columns, each an UPDATE that {@link ConversionInPlace} wrote
     * @param replaced the columns of types that are replaced under their names
     * @throws PlumblineException with {@code UNSUPPORTED} where columns that change in one statement are to take different values
     */
    public static List<Action> once(List<Action> conversions, Gap gap, Set<ObjectKey> replaced) {
        FamilyHints hints = new FamilyHints(conversions, gap, replaced);
        return conversions.stream()
                .filter(conversion -> !hints.isCarriedOut(conversion.object()))
                .toList();
    }

    private boolean changesType(ObjectKey column) {
        Optional<String> from = gap.actual().find(column, Column.class).map(Column::type);
        Optional<String> to = gap.desired().find(column, Column.class).map(Column::type);
        return replaced.contains(column) || (from.isPresent() && to.isPresent() && !from.equals(to));
    }

    /** Returns whether the statement of another column does what the hint says, or throws. */
    private boolean isCarriedOut(ObjectKey column) {
        String expression = expressions.get(column);
        if (expression == null) {
            return false;
        }
        SortedSet<ObjectKey> tops = types.tops(column);
        if (replaced.contains(column) && (tops.size() > 1 || !tops.contains(column))) {
            throw ofReplacedType(column, tops);
        }
        for (ObjectKey top : tops) {
            if (!expression.equals(expressions.get(top))) {
                throw refusal(column, tops, top);
            }
        }
        return !column.equals(tops.getFirst());
    }

    /** What becomes of labels that go is looked at by table, and the tables of such a column are not looked at together. */
    private static PlumblineException ofReplacedType(ObjectKey column, SortedSet<ObjectKey> tops) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "A hint says which values " + column
                        + " takes while its type is replaced. It is inherited, and changes with "
                        + String.join(
                                ", ", tops.stream().map(ObjectKey::toString).toList())
                        + ", where a hint cannot be followed. Nothing was planned.",
                "Give the rows values that the new type has with a migration of your own, remove the hint, and plan again.");
    }

    private static PlumblineException refusal(ObjectKey column, SortedSet<ObjectKey> tops, ObjectKey other) {
        SortedSet<ObjectKey> all = new TreeSet<>(tops);
        all.add(column);
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "A hint says which values " + column + " takes, and not the same of " + other
                        + ". PostgreSQL changes the types of both in one statement, because one inherits from the other"
                        + " or tables inherit from both. Nothing was planned.",
                "Write the same hint, 'using' and 'reverse using' alike, at each of "
                        + String.join(
                                ", ", all.stream().map(ObjectKey::toString).toList())
                        + ", or change the values with a migration of your own.");
    }
}
