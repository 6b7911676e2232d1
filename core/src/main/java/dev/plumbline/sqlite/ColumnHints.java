// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What hints say of the columns of tables that get some whose values are computed from others: the rows of such a table are
 * copied, and each value is computed from the row as it was.
 *
 * @param values the expressions by column, of all that are converted in such a table
 * @param restorable the columns that are dropped and whose values the reverse can bring back
 */
record ColumnHints(Map<ObjectKey, String> values, Set<ObjectKey> restorable) {
    static final ColumnHints NONE = new ColumnHints(Map.of(), Set.of());

    static ColumnHints of(List<Action> conversions, Gap gap) {
        Set<List<String>> tables = new HashSet<>();
        Set<ObjectKey> restorable = new HashSet<>();
        for (Action conversion : conversions) {
            ObjectKey column = conversion.object();
            if (conversion.statements().isEmpty()) {
                restorable.add(column);
            } else if (!gap.actual().contains(column)) {
                tables.add(table(column));
            }
        }
        Map<ObjectKey, String> values = conversions.stream()
                .filter(conversion -> !conversion.statements().isEmpty())
                .filter(conversion -> tables.contains(table(conversion.object())))
                .collect(Collectors.toMap(
                        Action::object, SqliteActionWriter::expression, (one, other) -> one, TreeMap::new));
        return new ColumnHints(values, restorable);
    }

    private static List<String> table(ObjectKey column) {
        return column.path().subList(0, column.path().size() - 1);
    }

    /** Returns whether the values of a column are computed while the rows are copied. */
    boolean computes(SqliteColumn column) {
        return !column.generated() && values.containsKey(column.key());
    }
}
