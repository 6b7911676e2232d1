// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.View;
import dev.plumbline.postgres.sql.Sql;

/**
 * How to ask whether a column is null. Of a value that has fields, {@code IS NULL} asks whether all of them are null and {@code IS NOT
 * NULL} whether none is, while NOT NULL of the column minds the value itself (PostgreSQL documentation, "Comparison Functions and
 * Operators"; the server takes {@code IS DISTINCT FROM NULL} as a proof of it, {@code make_nulltest_from_distinct} in
 * {@code parse_expr.c} and {@code NotNullImpliedByRelConstraints} in {@code tablecmds.c}).
 */
public final class Nulls {
    private Nulls() {}

    /**
     * Returns a condition, true where a column of the same type as this one is null.
     *
     * @param name the name of that column, quoted
     */
    public static String isNull(String name, Column column, Catalog catalog) {
        return name + (hasFields(column, catalog) ? " IS NOT DISTINCT FROM NULL" : " IS NULL");
    }

    /** Returns the opposite. */
    public static String isNotNull(String name, Column column, Catalog catalog) {
        return name + (hasFields(column, catalog) ? " IS DISTINCT FROM NULL" : " IS NOT NULL");
    }

    private static boolean hasFields(Column column, Catalog catalog) {
        return hasFields(column.type(), column.key(), catalog);
    }

    private static boolean hasFields(String type, ObjectKey of, Catalog catalog) {
        return catalog.dependencies(of).stream()
                .filter(key -> Sql.of(key).equals(type))
                .anyMatch(key -> catalog.find(key, DomainType.class)
                        .map(domain -> hasFields(domain.baseType(), key, catalog))
                        .orElseGet(() -> isOfFields(catalog.object(key))));
    }

    private static boolean isOfFields(SchemaObject type) {
        return switch (type) {
            case CompositeType composite -> true;
            case Table table -> true;
            case ForeignTable table -> true;
            case View view -> true;
            case MaterializedView view -> true;
            default -> false;
        };
    }
}
