// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Conversion;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import java.util.ArrayList;
import java.util.List;

/** What only one object at a time can be: PostgreSQL keeps relations, types and routines of a schema in name spaces of their own. */
public final class Slots {
    private Slots() {}

    /** Returns what an object occupies; two that share something of it cannot be there together. */
    public static List<String> of(Catalog catalog, ObjectKey key) {
        List<String> slots = new ArrayList<>();
        switch (key.kind()) {
            // No sequence is made under the name of a type, although it has none (heap_create_with_catalog in heap.c).
            case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, COMPOSITE, SEQUENCE -> {
                slots.add("relation " + key.path());
                slots.add("type " + key.path());
            }
            case INDEX -> slots.add("relation " + key.path());
            case ENUM, DOMAIN, RANGE -> slots.add("type " + key.path());
            case FUNCTION, PROCEDURE, AGGREGATE -> slots.add("routine " + key.path());
            // Since version 18 NOT NULL is a constraint with a name, which may be that of a column that was.
            case COLUMN ->
                catalog.find(key, Column.class)
                        .filter(Column::notNull)
                        .map(column -> column.table().child(ObjectKind.CONSTRAINT, NotNull.plainName(column)))
                        .ifPresent(constraint -> slots.add("constraint " + constraint.path()));
            case CONSTRAINT -> {
                slots.add("constraint " + key.path());
                boolean indexed = catalog.find(key, Constraint.class)
                        .map(constraint -> constraint.type() != ConstraintType.CHECK
                                && constraint.type() != ConstraintType.FOREIGN_KEY)
                        .orElse(false);
                if (indexed) {
                    slots.add("relation " + List.of(key.schema(), key.name()));
                }
                // A table has one primary key, whatever its name.
                catalog.find(key, Constraint.class)
                        .filter(constraint -> constraint.type() == ConstraintType.PRIMARY_KEY)
                        .ifPresent(constraint -> slots.add("primary key of " + constraint.on()));
            }
            // There is one default of a schema for each way between two encodings.
            case CONVERSION ->
                catalog.find(key, Conversion.class)
                        .filter(Conversion::isDefault)
                        .ifPresent(conversion -> slots.add("default conversion of " + key.schema() + " from "
                                + conversion.from() + " to " + conversion.to()));
            default -> {
                // Its key alone is its name.
            }
        }
        return slots;
    }
}
