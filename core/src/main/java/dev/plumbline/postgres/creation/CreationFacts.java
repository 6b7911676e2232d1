// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ForeignServer;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.MaterializedView;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.ReadRelations;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.UserMapping;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.postgres.change.DomainUse;
import java.util.Set;

/** What there is to know of making an object: how long it takes, whether rows decide about it, what is left to be done by hand. */
final class CreationFacts {
    private CreationFacts() {}

    /** Adds them to the action that makes the object. */
    static void add(Gap gap, SchemaObject object, Action.Builder action) {
        boolean onExisting =
                object.parent().map(parent -> gap.actual().contains(parent)).orElse(false);
        switch (object) {
            case Index index -> {
                action.takesLong();
                if ((onExisting || readsRows(index.on(), gap))
                        && index.unique()
                        && !isOnlyOfWhole(index, gap)
                        && !isAsBefore(gap, index)) {
                    action.hazard(Hazard.DATA_DEPENDENT);
                }
            }
            case MaterializedView view -> action.takesLong();
            case UserMapping mapping -> byHand(object, mapping.secrets(), action);
            case ForeignServer server -> byHand(object, server.secrets(), action);
            case Constraint constraint -> {
                action.takesLong();
                if (onExisting && constraint.validated() && !isOnlyOfWhole(constraint, gap)) {
                    action.hazard(Hazard.DATA_DEPENDENT);
                }
            }
            case Column column -> {
                action.takesLong();
                // A generated value may be null for rows that are there, an identity never is.
                boolean needsValue = (column.notNull() || DomainUse.mindsNull(column, gap.desired()))
                        && !(column.value() instanceof ColumnValue.Identity)
                        && !gap.desired()
                                .contains(new ObjectKey(
                                        ObjectKind.DEFAULT, column.key().path()));
                if (onExisting && needsValue) {
                    action.hazard(Hazard.DATA_DEPENDENT);
                }
            }
            default -> {
                // Nothing beyond what every creation has.
            }
        }
    }

    /** A materialized view is made with the rows of what it reads. */
    private static boolean readsRows(ObjectKey on, Gap gap) {
        return gap.desired()
                        .find(on, MaterializedView.class)
                        .filter(MaterializedView::populated)
                        .isPresent()
                && ReadRelations.of(on, gap.desired()).stream()
                        .anyMatch(read -> !read.equals(on) && gap.actual().contains(read));
    }

    /** What a partitioned table has before its partitions do looks at no row. */
    private static boolean isOnlyOfWhole(Attachable whole, Gap gap) {
        return !whole.valid()
                && gap.desired()
                        .find(whole.on(), Table.class)
                        .flatMap(Table::partitioning)
                        .isPresent();
    }

    /** What was unique before is so again, unless it is so about values that change. */
    private static boolean isAsBefore(Gap gap, Index index) {
        boolean same = gap.actual().find(index.key()).filter(index::equals).isPresent();
        return same
                && gap.desired().dependencies(index.key()).stream()
                        .allMatch(key ->
                                gap.actual().find(key).equals(gap.desired().find(key)));
    }

    /** A plan never holds a secret, so it cannot set one. */
    private static void byHand(SchemaObject object, Set<String> secrets, Action.Builder action) {
        if (!secrets.isEmpty()) {
            action.because(object.key() + " is missing; its " + String.join(", ", secrets) + " must be set by hand");
        }
    }
}
