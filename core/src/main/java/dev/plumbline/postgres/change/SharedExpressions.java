// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Statistics;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Expressions over several columns that change their types. The server rebuilds what stands on a column from its text
 * (ATPostAlterTypeCleanup in tablecmds.c), after each column anew: between two of them the types do not match, and the
 * casts that it then writes stay.
 */
final class SharedExpressions {
    private SharedExpressions() {}

    /** Returns what is desired still and holds an expression over at least two of the columns. */
    static SortedSet<ObjectKey> over(Collection<ObjectKey> columns, Gap gap) {
        SortedSet<ObjectKey> once = new TreeSet<>();
        SortedSet<ObjectKey> shared = new TreeSet<>();
        for (ObjectKey column : columns) {
            for (ObjectKey dependent : gap.actual().dependents(column)) {
                if (gap.desired().contains(dependent)
                        && hasExpression(dependent, gap.actual())
                        && !once.add(dependent)) {
                    shared.add(dependent);
                }
            }
        }
        return shared;
    }

    private static boolean hasExpression(ObjectKey key, Catalog catalog) {
        return switch (catalog.object(key)) {
            case Index index ->
                index.predicate().isPresent()
                        || !index.columns().stream().allMatch(column -> isColumn(index.on(), column, catalog));
            case Constraint constraint ->
                constraint.type() == ConstraintType.CHECK || constraint.type() == ConstraintType.EXCLUSION;
            case Statistics statistics -> true;
            default -> false;
        };
    }

    private static boolean isColumn(ObjectKey relation, String text, Catalog catalog) {
        return catalog.children(relation).stream()
                .anyMatch(child -> Sql.name(child.name()).equals(text));
    }
}
