// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.SqlTokens;
import dev.plumbline.source.Names;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Columns that take other values or another type together with another name. Hints say of them what becomes of the values in terms
 * of the new name alone, which is that of the old values before and of the new ones after. Where both are there, each has its own
 * name, so the old values are named by theirs.
 */
final class RecastColumns {
    private final List<SecondForms.Recast> columns;

    RecastColumns(List<SecondForms.Recast> columns) {
        this.columns = List.copyOf(columns);
    }

    /** Returns what leads from one form to the other; what changes the values by a hint leads back by a hint only. */
    SecondForms.Hinted hinted() {
        SortedMap<ObjectKey, String> values = new TreeMap<>();
        SortedMap<ObjectKey, String> reversals = new TreeMap<>();
        for (SecondForms.Recast column : columns) {
            values.put(
                    column.to(),
                    column.using()
                            .map(expression -> inFirstNames(expression, table(column)))
                            .orElseGet(() -> cast(column.from(), column.toType())));
            column.reverse().ifPresent(expression -> reversals.put(column.from(), expression));
            if (column.using().isEmpty()) {
                reversals.putIfAbsent(column.from(), cast(column.to(), column.fromType()));
            }
        }
        return new SecondForms.Hinted(values, reversals);
    }

    private static String cast(ObjectKey column, String type) {
        return Sql.name(column.name()) + "::" + type;
    }

    private static List<String> table(SecondForms.Recast column) {
        return column.to().path().subList(0, column.to().path().size() - 1);
    }

    /** Returns an expression over a table with the columns among these under the names that they have as it is. */
    private String inFirstNames(String expression, List<String> table) {
        Map<String, String> names = new HashMap<>();
        columns.stream()
                .filter(column -> table(column).equals(table))
                .forEach(column ->
                        names.put(column.to().name(), Sql.name(column.from().name())));
        List<SqlTokens.Placed> tokens = SqlTokens.placed(expression);
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int i = 0; i < tokens.size(); i++) {
            SqlTokens.Placed token = tokens.get(i);
            String name = names.get(name(token.text()));
            if (name != null && isColumn(tokens, i, table.getLast())) {
                text.append(expression, done, token.start()).append(name);
                done = token.end();
            }
        }
        return text.append(expression.substring(done)).toString();
    }

    private static String name(String token) {
        return token.startsWith("\"") ? SqlTokens.unquoted(token) : Names.folded(token);
    }

    /**
     * Whether a name means a column where it stands: not as a function, a type, a qualifier, the name of an argument, or one of the words
     * that the grammar has for itself. What is mistaken for a column, or for none, has another name then than the server knows.
     */
    private static boolean isColumn(List<SqlTokens.Placed> tokens, int at, String table) {
        String before = text(tokens, at - 1);
        String twoBefore = text(tokens, at - 2);
        String after = text(tokens, at + 1);
        if (before.equals(".")) {
            return name(twoBefore).equals(table) && !text(tokens, at - 3).equals(".");
        }
        boolean type = (before.equals(":") && twoBefore.equals(":"))
                || before.equalsIgnoreCase("as")
                || after.startsWith("'")
                || before.startsWith("'");
        boolean argument = (after.equals("=") && text(tokens, at + 2).equals(">"))
                || (after.equals(":") && text(tokens, at + 2).equals("="));
        boolean field = before.equals("(") && twoBefore.equalsIgnoreCase("extract") && after.equalsIgnoreCase("from");
        return !type && !argument && !field && !after.equals("(") && !after.equals(".");
    }

    private static String text(List<SqlTokens.Placed> tokens, int at) {
        return at >= 0 && at < tokens.size() ? tokens.get(at).text() : "";
    }
}
