// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds tables and views in a catalog by the names that people give them, and their columns. */
final class Relations {
    private static final Set<ObjectKind> KINDS = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIRTUAL_TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW);
    private static final Set<String> USUAL_SCHEMAS = Set.of("public", "main");

    private final Catalog catalog;
    private final boolean sqlite;

    Relations(Catalog catalog) {
        this.catalog = catalog;
        this.sqlite = !catalog.product().engine().equals("postgres");
    }

    /**
     * Returns the table or view of a name, with or without its schema.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} when several have it
     */
    Optional<ObjectKey> find(String name) {
        List<ObjectKey> found = all().stream()
                .filter(key -> same(key.qualifiedName(), name) || same(key.name(), name))
                .toList();
        List<ObjectKey> exact =
                found.stream().filter(key -> same(key.qualifiedName(), name)).toList();
        List<ObjectKey> usual = found.stream()
                .filter(key -> USUAL_SCHEMAS.contains(key.schema()))
                .toList();
        if (exact.size() == 1) {
            return exact.stream().findFirst();
        }
        if (found.size() > 1 && usual.size() != 1) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There are several tables or views called " + name + ": "
                            + String.join(
                                    ", ",
                                    found.stream().map(ObjectKey::qualifiedName).toList()) + ".",
                    "Write the schema before the name.");
        }
        return found.size() == 1 ? found.stream().findFirst() : usual.stream().findFirst();
    }

    private boolean same(String one, String other) {
        return sqlite ? one.equalsIgnoreCase(other) : one.equals(other);
    }

    private List<ObjectKey> all() {
        return catalog.keys().stream().filter(key -> KINDS.contains(key.kind())).toList();
    }

    /** Returns the name that is most like one that was not found. */
    Optional<String> like(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(key -> Lookalikes.similarity(simple, key.name()) >= Lookalikes.ALIKE)
                .max(Comparator.comparingDouble(key -> Lookalikes.similarity(simple, key.name())))
                .map(ObjectKey::qualifiedName);
    }

    /** Returns a table or view with its columns. */
    RelationShape shape(ObjectKey key) {
        SchemaObject relation = catalog.object(key);
        return switch (relation) {
            case View view ->
                new RelationShape(
                        key, false, true, typed(view.columns().isEmpty() ? catalog.viewColumns(key) : view.columns()));
            case MaterializedView view -> new RelationShape(key, false, true, typed(view.columns()));
            case VirtualTable table ->
                new RelationShape(
                        key,
                        true,
                        false,
                        table.columns().stream().map(Relations::untyped).toList());
            default -> new RelationShape(key, true, true, columns(key, relation));
        };
    }

    private List<ColumnShape> typed(List<TypedName> columns) {
        PostgresShapes shapes = new PostgresShapes(catalog);
        return columns.stream()
                .map(column -> sqlite ? SqliteShapes.ofView(column) : shapes.ofView(column))
                .toList();
    }

    private static ColumnShape untyped(String name) {
        return new ColumnShape(
                name,
                "",
                "",
                ColumnShape.Nulls.UNKNOWN,
                ColumnShape.Source.DEFAULT,
                AllowedValues.ANY,
                false,
                false,
                false);
    }

    private List<ColumnShape> columns(ObjectKey key, SchemaObject relation) {
        List<SqliteColumn> ofSqlite = new ArrayList<>();
        List<Column> ofPostgres = new ArrayList<>();
        for (ObjectKey child : catalog.children(key)) {
            switch (catalog.object(child)) {
                case SqliteColumn column -> ofSqlite.add(column);
                case Column column -> ofPostgres.add(column);
                default -> {
                    // A constraint, a trigger: no column.
                }
            }
        }
        if (relation instanceof SqliteTable table) {
            ofSqlite.sort(Comparator.comparingInt(SqliteColumn::position));
            SqliteShapes shapes = new SqliteShapes(table);
            return ofSqlite.stream().map(shapes::of).toList();
        }
        ofPostgres.sort(Comparator.comparingInt(Column::position));
        PostgresShapes shapes = new PostgresShapes(catalog);
        return ofPostgres.stream().map(shapes::of).toList();
    }
}
