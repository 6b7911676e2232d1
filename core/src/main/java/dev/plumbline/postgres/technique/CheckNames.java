// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.SqlTokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The names that the server gives to checks without one: of the table, the column if the check is about one only, and {@code
 * check}, with a number where a constraint of the schema has that name (AddRelationNewConstraints in heap.c,
 * ChooseConstraintName in pg_constraint.c).
 */
final class CheckNames {
    private static final String CHECK = "check";

    private CheckNames() {}

    /** Returns the name that the next check of a table gets. */
    static String next(ObjectKey table, String expression, Catalog catalog) {
        Set<String> words = Set.copyOf(SqlTokens.words(expression));
        List<String> columns = catalog.children(table).stream()
                .flatMap(key -> catalog.find(key, Column.class).stream())
                .map(column -> column.key().name())
                .filter(words::contains)
                .toList();
        Set<String> taken = taken(table.schema(), catalog);
        String label = CHECK;
        for (int number = 1; ; number++) {
            String name = columns.size() == 1
                    ? AutomaticNames.of(table.name(), columns.getFirst(), label)
                    : AutomaticNames.of(table.name(), label);
            if (!taken.contains(name)) {
                return name;
            }
            label = CHECK + number;
        }
    }

    private static Set<String> taken(String schema, Catalog catalog) {
        Set<String> taken = new HashSet<>();
        Stream<SchemaObject> implied = catalog.objects(Table.class).flatMap(table -> table.implied().stream());
        Stream.concat(catalog.objects(Constraint.class), implied.filter(Constraint.class::isInstance))
                .filter(constraint -> constraint.key().schema().equals(schema))
                .forEach(constraint -> taken.add(constraint.key().name()));
        catalog.objects(Column.class)
                .filter(column -> column.key().schema().equals(schema))
                .forEach(column -> column.notNullName().ifPresent(taken::add));
        return taken;
    }
}
