// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Names of NOT NULL that must be said although the server would give them: it takes another where the name is in the schema
 * already ({@code ChooseConstraintName} in {@code pg_constraint.c}), as after CREATE TABLE … (LIKE …), which copies names.
 */
final class NotNullNames {
    private final Set<List<String>> said = new HashSet<>();

    NotNullNames(Catalog desired) {
        desired.objects(Column.class)
                .forEach(column -> column.notNullName().ifPresent(name -> said.add(inSchema(column, name))));
    }

    /** Returns the column, with the name of its NOT NULL where another table has the same. */
    Column withName(Column column) {
        if (!column.notNull()
                || column.notNullName().isPresent()
                || column.impliedNotNull().isPresent()) {
            return column;
        }
        String name = NotNull.plainName(column);
        return said.contains(inSchema(column, name))
                ? column.withNotNull(true, Optional.of(name), column.notNullOptions())
                : column;
    }

    private static List<String> inSchema(Column column, String name) {
        return List.of(column.key().schema(), name);
    }
}
