// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Step;
import dev.plumbline.source.Hint;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that two schemas have a place for, of which a plan between them must lose none that it does not declare. */
final class TableRows {
    /** A table on both sides, and the columns that mean the same there. */
    private record Shared(ObjectKey before, ObjectKey after, List<String> columnsBefore, List<String> columnsAfter) {}

    private static final Set<ObjectKind> TYPES =
            EnumSet.of(ObjectKind.COMPOSITE, ObjectKind.DOMAIN, ObjectKind.RANGE, ObjectKind.ENUM);

    private final List<Shared> tables = new ArrayList<>();

    TableRows(Catalog actual, Catalog desired, List<Hint> hints, List<Step> steps) {
        Set<ObjectKey> lost = steps.stream()
                .filter(step -> step.hazards().contains(Hazard.DATA_LOSS))
                .map(Step::object)
                .collect(Collectors.toCollection(TreeSet::new));
        desired.objects(Table.class).forEach(table -> {
            ObjectKey before = oldTable(table.key(), hints);
            if (actual.find(before, Table.class).isPresent()
                    && table.partitioning().isEmpty()
                    && !isLost(before, lost)
                    && !isLost(table.key(), lost)) {
                tables.add(shared(before, table.key(), actual, desired, hints, lost));
            }
        });
    }

    private static boolean isLost(ObjectKey table, Set<ObjectKey> lost) {
        return lost.contains(table) || lost.contains(ObjectKey.of(ObjectKind.SCHEMA, table.schema()));
    }

    private static Optional<ObjectKey> old(ObjectKey key, List<Hint> hints) {
        return hints.stream()
                .filter(hint -> hint.object().equals(key))
                .filter(Hint.Rename.class::isInstance)
                .map(hint -> ((Hint.Rename) hint).from())
                .findFirst();
    }

    private static ObjectKey oldTable(ObjectKey table, List<Hint> hints) {
        String schema = old(ObjectKey.of(ObjectKind.SCHEMA, table.schema()), hints)
                .map(ObjectKey::name)
                .orElse(table.schema());
        return old(table, hints).orElse(ObjectKey.of(ObjectKind.TABLE, schema, table.name()));
    }

    private static Shared shared(
            ObjectKey before, ObjectKey after, Catalog actual, Catalog desired, List<Hint> hints, Set<ObjectKey> lost) {
        List<String> columnsBefore = new ArrayList<>();
        List<String> columnsAfter = new ArrayList<>();
        desired.objects(Column.class)
                .filter(column -> column.table().equals(after) && isGiven(column) && !lost.contains(column.key()))
                .forEach(column -> {
                    String name = old(column.key(), hints)
                            .map(ObjectKey::name)
                            .orElse(column.key().name());
                    ObjectKey key = before.child(ObjectKind.COLUMN, name);
                    actual.find(key, Column.class)
                            .filter(other -> isGiven(other)
                                    && other.type().equals(column.type())
                                    && composites(column.key(), desired).equals(composites(key, actual))
                                    && !lost.contains(key))
                            .ifPresent(other -> {
                                columnsBefore.add(quoted(name));
                                columnsAfter.add(quoted(column.key().name()));
                            });
                });
        return new Shared(before, after, columnsBefore, columnsAfter);
    }

    /** The composite types that a column's values are made of: an attribute that comes or goes changes each value. */
    private static List<SchemaObject> composites(ObjectKey user, Catalog catalog) {
        return catalog.dependencies(user).stream()
                .filter(key -> TYPES.contains(key.kind()))
                .flatMap(key -> Stream.concat(
                        catalog.find(key, CompositeType.class).stream(), composites(key, catalog).stream()))
                .toList();
    }

    private static boolean isGiven(Column column) {
        return !(column.value() instanceof ColumnValue.Generated);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Returns the values as they are under the names of one side, by the table's name on the actual side. */
    Map<String, String> read(Connection connection, boolean after) throws SQLException {
        Map<String, String> rows = new TreeMap<>();
        for (Shared table : tables) {
            ObjectKey key = after ? table.after : table.before;
            String columns = String.join(", ", after ? table.columnsAfter : table.columnsBefore);
            rows.put(
                    table.before.qualifiedName(),
                    PairDatabases.value(
                            connection,
                            "SELECT count(*) || E'\\n' || coalesce(string_agg(x, E'\\n' ORDER BY x), '')"
                                    + " FROM (SELECT ROW(" + columns + ")::text AS x FROM ONLY " + quoted(key.schema())
                                    + "." + quoted(key.name()) + ") AS r"));
        }
        return rows;
    }

    /** Returns the tables whose values are not the same, each with both. */
    static Map<String, String> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> different = new LinkedHashMap<>();
        before.forEach((table, rows) -> {
            String now = after.getOrDefault(table, "nothing");
            if (!now.equals(rows)) {
                different.put(table, rows + "\nbecame\n" + now);
            }
        });
        return different;
    }
}
