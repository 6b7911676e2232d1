// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.NotNull;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Names of NOT NULL that must be said although the server would give them: it takes another where the name is in the schema
 * already ({@code ChooseConstraintName} in {@code pg_constraint.c}), as after CREATE TABLE … (LIKE …), which copies names.
 */
final class NotNullNames {
    private final List<Catalog> sides;

    /** The names that columns are declared with; null until a column asks. */
    private @Nullable Set<List<String>> said;

    NotNullNames(Gap gap) {
        this.sides = List.of(gap.actual(), gap.desired());
    }

    /** Returns the column, with the name of its NOT NULL where another table has the same. */
    Column withName(Column column) {
        if (!column.notNull()
                || column.notNullName().isPresent()
                || column.impliedNotNull().isPresent()) {
            return column;
        }
        String name = NotNull.plainName(column);
        return said().contains(inSchema(column, name))
                ? column.withNotNull(true, Optional.of(name), column.notNullOptions())
                : column;
    }

    private Set<List<String>> said() {
        Set<List<String>> names = said;
        if (names == null) {
            names = sides.stream()
                    .flatMap(side -> side.objects(Column.class))
                    .flatMap(column -> column.notNullName().map(name -> inSchema(column, name)).stream())
                    .collect(Collectors.toSet());
            said = names;
        }
        return names;
    }

    private static List<String> inSchema(Column column, String name) {
        return List.of(column.key().schema(), name);
    }
}
