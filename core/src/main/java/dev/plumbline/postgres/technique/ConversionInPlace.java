// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.InheritedTypes;
import dev.plumbline.postgres.change.TypeSwap;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a hint says about the values of a column that also changes its type: they become part of ALTER COLUMN TYPE, since
 * an UPDATE before it would have to store the new values in the old type, and one after it comes too late for values that
 * have no cast. PostgreSQL takes no subquery there (ALTER TABLE, USING): such an expression stays an UPDATE.
 */
public final class ConversionInPlace {
    private static final Pattern SUBQUERY = Pattern.compile("\\bselect\\b", Pattern.CASE_INSENSITIVE);
    private static final String USING = " USING ";

    private ConversionInPlace() {}

    /** Returns the UPDATE that gives every row its new value. */
    public static String update(ObjectKey column, String expression) {
        return head(column) + expression + middle(column) + expression + ")";
    }

    private static String head(ObjectKey column) {
        return "UPDATE " + Sql.of(column) + " SET " + Sql.name(column.name()) + " = ";
    }

    private static String middle(ObjectKey column) {
        return " WHERE " + Sql.name(column.name()) + " IS DISTINCT FROM (";
    }

    /** Returns the expression of such an UPDATE. */
    public static String expression(Action conversion) {
        ObjectKey column = conversion.object();
        String update = conversion.statements().getFirst();
        int start = head(column).length();
        int length = (update.length() - start - middle(column).length() - 1) / 2;
        return update.substring(start, start + length);
    }

    /** Returns the actions, with each conversion that belongs to a change of type folded into it. */
    public static List<Action> folded(List<Action> actions, List<Action> conversions, Gap gap) {
        List<Action> left = new ArrayList<>(conversions);
        List<Action> all = new ArrayList<>();
        for (Action action : actions) {
            Action whole = action;
            for (Action conversion : List.copyOf(left)) {
                if (belongsTo(conversion, action, gap) || isOfSwap(conversion, action)) {
                    left.remove(conversion);
                    whole = converting(
                            whole,
                            conversion,
                            gap.desired()
                                    .find(conversion.object(), Column.class)
                                    .orElseThrow()
                                    .type());
                }
            }
            all.add(whole);
        }
        left.forEach(conversion -> all.add(asLabels(conversion, gap)));
        return all;
    }

    /** Returns whether an expression asks other rows, or may. */
    public static boolean isQuery(String expression) {
        return SUBQUERY.matcher(expression).find();
    }

    /** What a hint says of an enum that changes is taken as text, whether the type is replaced or only gains labels. */
    private static Action asLabels(Action conversion, Gap gap) {
        ObjectKey column = conversion.object();
        Optional<Column> from = gap.actual().find(column, Column.class);
        Optional<Column> to = gap.desired().find(column, Column.class);
        if (from.isEmpty()
                || to.isEmpty()
                || !from.get().type().equals(to.get().type())
                || gap.desired().dependencies(column).stream().noneMatch(type -> isChangedEnum(type, gap))) {
            return conversion;
        }
        String type = to.get().type();
        String text = "::text" + (type.endsWith("[]") ? "[]" : "");
        String labels = "(" + expression(conversion) + ")" + text + "::" + type;
        return conversion.with(List.of(update(column, labels)), conversion.mode());
    }

    private static boolean isChangedEnum(ObjectKey key, Gap gap) {
        Optional<EnumType> from = gap.actual().find(key, EnumType.class);
        Optional<EnumType> to = gap.desired().find(key, EnumType.class);
        return from.isPresent() && to.isPresent() && !from.equals(to);
    }

    private static boolean belongsTo(Action conversion, Action action, Gap gap) {
        Optional<Column> from = gap.actual().find(action.object(), Column.class);
        Optional<Column> to = gap.desired().find(action.object(), Column.class);
        return action.verb() == Verb.ALTER
                && action.object().equals(conversion.object())
                && from.isPresent()
                && to.isPresent()
                && !from.get().type().equals(to.get().type())
                && !isQuery(expression(conversion));
    }

    /** A type that is replaced converts each of its columns. */
    private static boolean isOfSwap(Action conversion, Action action) {
        String head = ColumnStatements.alter(conversion.object()) + " TYPE ";
        return TypeSwap.isType(action.object().kind())
                && action.statements().stream().anyMatch(sql -> sql.startsWith(head) && sql.contains(USING))
                && !isQuery(expression(conversion));
    }

    /** The values of a type that is replaced go over as text: what the hint says, as the column itself would. */
    private static String cast(String values, Action action, Action conversion, String type) {
        String name = Sql.name(conversion.object().name());
        return TypeSwap.isType(action.object().kind()) && values.startsWith(name + "::")
                ? values.substring(name.length())
                : "::" + type;
    }

    /**
     * Returns what stands before the expression where a statement changes the column's type; it changes that of a table above where
     * heirs have the column from others too.
     */
    private static Optional<String> head(String sql, ObjectKey column, String type) {
        String clause = " ALTER COLUMN " + Sql.name(column.name()) + " TYPE " + type;
        return Stream.of(Sql.of(column), InheritedTypes.common(column))
                .map(table -> "ALTER TABLE " + table + clause)
                .filter(sql::startsWith)
                .map(head -> sql.indexOf(USING, head.length()))
                .filter(place -> place >= 0)
                .map(place -> sql.substring(0, place + USING.length()))
                .findFirst();
    }

    private static Action converting(Action action, Action conversion, String type) {
        List<String> statements = action.statements().stream()
                .map(sql -> head(sql, conversion.object(), type)
                        .map(head -> head + "(" + expression(conversion) + ")"
                                + cast(sql.substring(head.length()), action, conversion, type))
                        .orElse(sql))
                .toList();
        Action.Builder folded = Action.of(action.verb(), action.object())
                .because(action.reason() + "; a hint says which values it takes")
                .sql(statements)
                .achieves(action.achieves())
                .releases(action.releases())
                .awaits(action.awaits())
                .awaits(conversion.awaits())
                .follows(action.follows())
                .hazards(action.hazards())
                .hazards(conversion.hazards())
                .takesLong();
        conversion.loses().or(action::loses).ifPresent(folded::loses);
        return folded.build();
    }
}
