// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.plan.Action;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.sql.Sql;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The values of a column under the successor of its enum: the label of the same text, and nothing where that goes. A statement that
 * writes such a label while both columns stand does not fail; its row is found before the successor takes the place.
 *
 * @param column the column under the type that it has, and will have by that name
 * @param source where the labels come from: the column, or what a hint says of the row
 */
record EnumValues(ReplacedEnum type, Column column, String source) {
    private static final String USING = " USING ";

    /** Returns those that an action has which converts the column directly. */
    static EnumValues of(ReplacedEnum type, Column column, Action direct) {
        String head = ColumnStatements.alter(column.key()) + " TYPE " + column.type() + USING;
        String tail = text(column) + "::" + column.type();
        return new EnumValues(
                type,
                column,
                direct.statements().stream()
                        .filter(sql -> sql.startsWith(head) && sql.endsWith(tail))
                        .map(sql -> sql.substring(head.length(), sql.length() - tail.length()))
                        .findFirst()
                        .orElse(name(column)));
    }

    private static String name(Column column) {
        return Sql.name(column.key().name());
    }

    private static boolean isArray(Column column) {
        return column.type().endsWith("[]");
    }

    private static String text(Column column) {
        return isArray(column) ? "::text[]" : "::text";
    }

    private String gone() {
        return "ARRAY[" + type.gone().stream().map(Sql::literal).collect(Collectors.joining(", ")) + "]";
    }

    /** Returns whether a value that is null stays null. */
    boolean keepsNull() {
        return source.equals(name(column));
    }

    /** Returns the values in terms of the row. */
    String expression() {
        return expression(source);
    }

    /** Returns the values in terms of the row that a trigger sees; absent where a hint speaks of columns of the table. */
    Optional<String> ofNewRow() {
        return keepsNull() ? Optional.of(expression("NEW." + source)) : Optional.empty();
    }

    private String expression(String of) {
        String cast = of + text(column) + "::" + type.beside(column.type());
        return type.gone().isEmpty() ? cast : "CASE WHEN " + stays(of) + " THEN " + cast + " END";
    }

    private String stays(String of) {
        String text = of + text(column);
        return isArray(column) ? "NOT " + text + " && " + gone() : text + " <> ALL (" + gone() + ")";
    }

    /** Returns what holds of a row without a label that goes. It names the second column too, with which it goes where a run was stopped. */
    String check(ColumnBeside beside) {
        return "CHECK (" + stays(source) + " OR " + Sql.name(beside.name()) + " IS NOT NULL)";
    }

    /** Returns a query of the rows that have a label which goes: the column, the label, their number. */
    String held() {
        String rows = "(SELECT " + source + text(column) + " AS label FROM " + Sql.of(column.table()) + ") AS held";
        String from = isArray(column)
                ? "pg_catalog.unnest(" + gone() + ") AS gone (label) JOIN " + rows
                        + " ON gone.label = ANY (held.label) GROUP BY gone.label"
                : rows + " WHERE held.label = ANY (" + gone() + ") GROUP BY held.label";
        return "SELECT " + Sql.literal(column.key().toString()) + ", " + (isArray(column) ? "gone" : "held")
                + ".label, pg_catalog.count(*) FROM " + from;
    }
}
