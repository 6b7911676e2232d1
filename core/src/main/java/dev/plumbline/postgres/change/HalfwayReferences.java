// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Foreign keys of which a column and the one that it refers to both change their type, one after the other. In between, the new type of
 * the one is held against the old type of the other, and the server refuses a foreign key between types that it cannot compare
 * (tablecmds.c, ATAddForeignKeyConstraint).
 */
final class HalfwayReferences {
    /** Types that one B-tree operator family compares with each other (PostgreSQL documentation, "Operator Classes and Families"). */
    private static final List<Set<String>> COMPARED = List.of(
            Set.of("smallint", "integer", "bigint"),
            Set.of("text", "character varying", "name"),
            Set.of("real", "double precision"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"));

    private HalfwayReferences() {}

    /**
     * Returns whether a constraint is a foreign key that cannot stay while its columns change.
     *
     * @param changing whether a column changes its type
     */
    static boolean breaks(ObjectKey constraint, Predicate<ObjectKey> changing, Catalog actual, Catalog desired) {
        return actual.find(constraint, Constraint.class)
                .filter(foreign -> foreign.type() == ConstraintType.FOREIGN_KEY)
                .filter(foreign -> breaks(foreign, changing, actual, desired))
                .isPresent();
    }

    private static boolean breaks(Constraint foreign, Predicate<ObjectKey> changing, Catalog actual, Catalog desired) {
        List<ObjectKey> columns = actual.dependencies(foreign.key()).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN && changing.test(key))
                .toList();
        Predicate<ObjectKey> own = key -> foreign.columns().contains(key.name())
                && actual.find(key, Column.class)
                        .filter(column -> column.table().equals(foreign.on()))
                        .isPresent();
        Set<String> types = columns.stream()
                .flatMap(key -> Stream.of(actual, desired).flatMap(side -> side.find(key, Column.class).stream()))
                .map(column -> column.type().replaceAll("\\([^)]*\\)", ""))
                .collect(Collectors.toUnmodifiableSet());
        return columns.stream().anyMatch(own)
                && !columns.stream().allMatch(own)
                && types.size() > 1
                && COMPARED.stream().noneMatch(family -> family.containsAll(types));
    }
}
