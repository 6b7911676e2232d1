// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a partition has only because its parent does, where it is in the way of what it is to have of its own. */
public final class ImpliedParts {
    private ImpliedParts() {}

    /**
     * Returns what may go before an index or a constraint of a partition can be made: that by which the partition has one of its name, or
     * a primary key.
     */
    public static Set<ObjectKey> inTheWay(SchemaObject made, Catalog actual) {
        Set<ObjectKey> wholes = new TreeSet<>();
        if (made instanceof Attachable own) {
            actual.find(own.on(), Table.class)
                    .ifPresent(table -> table.implied().stream()
                            .filter(part -> isInTheWay(part, made))
                            .forEach(part -> above(table, part, actual, wholes)));
        }
        return wholes;
    }

    private static boolean isInTheWay(SchemaObject part, SchemaObject made) {
        return part.key().name().equals(made.key().name()) || (isPrimary(part) && isPrimary(made));
    }

    private static boolean isPrimary(SchemaObject object) {
        return object instanceof Constraint constraint && constraint.type() == ConstraintType.PRIMARY_KEY;
    }

    private static void above(Table table, SchemaObject part, Catalog actual, Set<ObjectKey> wholes) {
        Optional<Table> parent =
                table.partitionOf().map(PartitionOf::parent).flatMap(key -> actual.find(key, Table.class));
        if (parent.isPresent()) {
            actual.children(parent.get().key()).stream()
                    .filter(key -> actual.find(key)
                            .filter(whole -> isLike(whole, part))
                            .isPresent())
                    .forEach(wholes::add);
            above(parent.get(), part, actual, wholes);
        }
    }

    private static boolean isLike(SchemaObject whole, SchemaObject part) {
        if (whole instanceof Constraint one && part instanceof Constraint other) {
            return one.type() == other.type() && one.definition().equals(other.definition());
        }
        return whole instanceof Index && part instanceof Index;
    }
}
