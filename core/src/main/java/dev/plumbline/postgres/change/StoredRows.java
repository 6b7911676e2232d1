// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import dev.plumbline.postgres.sql.Sql;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The materialized views that keep whole rows of a table as values, by themselves or in arrays, domains, composite types, or
 * rows of views. While there is one, the server does not write the table anew, whatever it is for
 * ({@code find_composite_type_dependencies} in {@code tablecmds.c}).
 */
public final class StoredRows {
    private final Catalog catalog;
    private final Set<String> types = new HashSet<>();
    private final SortedSet<ObjectKey> keepers = new TreeSet<>();

    private StoredRows(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Returns the materialized views of a catalog that keep rows of a table. */
    static SortedSet<ObjectKey> of(ObjectKey table, Catalog catalog) {
        StoredRows rows = new StoredRows(catalog);
        rows.follow(table);
        return rows.keepers;
    }

    /** Returns those that are in the way of an alteration of a table, or of one of its columns. */
    public static SortedSet<ObjectKey> against(ObjectKey altered, Alteration alteration, Catalog catalog) {
        if (altered.kind() == ObjectKind.TABLE && alteration.rewritesTable()) {
            return of(altered, catalog);
        }
        return altered.kind() == ObjectKind.COLUMN && alteration.isDisruptive()
                ? of(catalog.object(altered).parent().orElseThrow(), catalog)
                : new TreeSet<>();
    }

    private void follow(ObjectKey type) {
        types.add(Sql.of(type));
        for (ObjectKey dependent : catalog.dependents(type)) {
            SchemaObject object = catalog.object(dependent);
            if (object instanceof MaterializedView view) {
                if (hasType(view.columns())) {
                    keepers.add(dependent);
                }
            } else if (!types.contains(Sql.of(dependent)) && isMadeOfThem(object)) {
                follow(dependent);
            }
        }
    }

    private boolean isMadeOfThem(SchemaObject object) {
        return switch (object) {
            case View view -> hasType(view.columns());
            case CompositeType composite -> hasType(composite.attributes());
            case DomainType domain -> isOne(domain.baseType());
            default -> false;
        };
    }

    private boolean hasType(List<TypedName> parts) {
        return parts.stream().anyMatch(part -> isOne(part.type()));
    }

    private boolean isOne(String type) {
        return types.contains(type.endsWith("[]") ? type.substring(0, type.length() - 2) : type);
    }
}
