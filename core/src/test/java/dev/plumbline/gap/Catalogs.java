// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Policy;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.Table;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds small catalogs, as an introspector would. */
final class Catalogs {
    private final Catalog.Builder builder = Catalog.builder(new DatabaseProduct("postgres", "17.5", 17));
    private int position;

    Catalogs() {
        builder.add(new NamedSchema(ObjectKey.of(ObjectKind.SCHEMA, "app")));
    }

    static ObjectKey tableKey(String name) {
        return ObjectKey.of(ObjectKind.TABLE, "app", name);
    }

    static ObjectKey columnKey(String table, String name) {
        return ObjectKey.of(ObjectKind.COLUMN, "app", table, name);
    }

    Catalogs table(String name, String... columns) {
        return table(name, false, Optional.empty(), columns);
    }

    Catalogs securedTable(String name, String... columns) {
        return table(name, true, Optional.empty(), columns);
    }

    Catalogs partition(String name, String of) {
        return table(name, false, Optional.of(new PartitionOf(tableKey(of), "DEFAULT")), "id bigint");
    }

    private Catalogs table(String name, boolean rowSecurity, Optional<PartitionOf> partitionOf, String... columns) {
        builder.add(new Table(
                tableKey(name),
                false,
                Optional.of("heap"),
                Optional.empty(),
                new TreeMap<>(),
                Optional.empty(),
                partitionOf,
                List.of(),
                Optional.empty(),
                rowSecurity,
                false,
                "DEFAULT"));
        builder.dependency(tableKey(name), ObjectKey.of(ObjectKind.SCHEMA, "app"));
        for (String column : columns) {
            column(name, column);
        }
        return this;
    }

    /** Adds a column written as {@code name type [not null]}. */
    Catalogs column(String table, String column) {
        String[] parts = column.split(" ", 3);
        builder.add(new Column(
                columnKey(table, parts[0]),
                ++position,
                tableKey(table),
                parts[1],
                Optional.empty(),
                parts.length > 2,
                Optional.empty(),
                new ColumnValue.Given(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new TreeMap<>()));
        return this;
    }

    Catalogs defaultValue(String table, String column, String expression) {
        builder.add(new ColumnDefault(
                ObjectKey.of(ObjectKind.DEFAULT, "app", table, column), columnKey(table, column), expression));
        return this;
    }

    Catalogs primaryKey(String table, String column) {
        return constraint(
                table, table + "_pkey", ConstraintType.PRIMARY_KEY, "PRIMARY KEY (" + column + ")", column, null);
    }

    Catalogs unique(String table, String column) {
        return constraint(
                table, table + "_" + column + "_key", ConstraintType.UNIQUE, "UNIQUE (" + column + ")", column, null);
    }

    Catalogs foreignKey(String table, String column, String references) {
        return constraint(
                table,
                table + "_" + column + "_fkey",
                ConstraintType.FOREIGN_KEY,
                "FOREIGN KEY (" + column + ") REFERENCES app." + references + "(id)",
                column,
                references);
    }

    private Catalogs constraint(
            String table,
            String name,
            ConstraintType type,
            String definition,
            String column,
            @Nullable String references) {
        ObjectKey key = ObjectKey.of(ObjectKind.CONSTRAINT, "app", table, name);
        builder.add(new Constraint(
                key,
                tableKey(table),
                type,
                definition,
                List.of(column),
                Optional.ofNullable(references).map(Catalogs::tableKey),
                true,
                false,
                false,
                new TreeMap<>()));
        builder.dependency(key, columnKey(table, column));
        if (references != null) {
            builder.dependency(key, tableKey(references));
        }
        return this;
    }

    Catalogs index(String table, String name, String method, boolean unique, String column) {
        ObjectKey key = ObjectKey.of(ObjectKind.INDEX, "app", name);
        builder.add(new Index(
                key,
                tableKey(table),
                "CREATE INDEX " + name + " ON app." + table + " USING " + method + " (" + column + ")",
                method,
                unique,
                List.of(column),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                new TreeMap<>()));
        builder.dependency(key, columnKey(table, column));
        return this;
    }

    Catalogs policy(String table, String name, String column) {
        ObjectKey key = ObjectKey.of(ObjectKind.POLICY, "app", table, name);
        builder.add(new Policy(
                key, tableKey(table), true, "ALL", List.of("PUBLIC"), Optional.of(column + " = 1"), Optional.empty()));
        builder.dependency(key, columnKey(table, column));
        return this;
    }

    Catalogs function(String name, String body) {
        builder.add(new Routine(
                ObjectKey.of(ObjectKind.FUNCTION, "app", name + "()"),
                "CREATE FUNCTION app." + name + "() AS $$" + body + "$$",
                "",
                List.of(),
                "void",
                List.of(),
                0,
                "plpgsql"));
        return this;
    }

    Catalog build() {
        return builder.build();
    }
}
