// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.ScaffoldColumns;
import dev.plumbline.postgres.trash.TrashStatements;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Columns that a plan would drop stay in their tables under another name, which no catalog has, without their default and NOT
 * NULL. One that cannot stay is dropped, and the plan says why.
 */
final class TrashedColumns {
    private final Catalog actual;
    private final Gap gap;
    private final Recreation recreation;
    private final Duration keep;

    private TrashedColumns(Gap gap, Recreation recreation, Duration keep) {
        this.actual = gap.actual();
        this.gap = gap;
        this.recreation = recreation;
        this.keep = keep;
    }

    /** Returns the actions with the trash in place of drops. */
    static List<Action> instead(List<Action> actions, Gap gap, Recreation recreation, Duration keep) {
        TrashedColumns trashed = new TrashedColumns(gap, recreation, keep);
        return actions.stream().map(trashed::instead).toList();
    }

    private Action instead(Action action) {
        if (action.verb() != Verb.DROP || gap.desired().contains(action.object())) {
            return action;
        }
        return actual.find(action.object(), Column.class)
                .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                .filter(column -> !ScaffoldColumns.isLeft(column, actual))
                .map(column -> obstacle(column)
                        .map(why -> action.because(action.reason() + "; it is not kept, because " + why))
                        .orElseGet(() -> kept(action)))
                .orElse(action);
    }

    /** Returns why a column cannot be kept, as a clause. */
    private Optional<String> obstacle(Column column) {
        ObjectKey table = column.table();
        boolean inherits = actual.objects(Table.class)
                .anyMatch(each -> each.key().equals(table)
                        ? !each.inherits().isEmpty()
                        : each.inherits().contains(table));
        if (inherits) {
            return Optional.of("tables inherit from others");
        }
        boolean ordinary = actual.find(table, Table.class)
                .filter(found -> found.ofType().isEmpty())
                .isPresent();
        if (!ordinary) {
            return Optional.of(table + " has no columns of its own");
        }
        if (!(column.value() instanceof ColumnValue.Given)) {
            return Optional.of("it counts by itself");
        }
        TreeSet<ObjectKey> going = new TreeSet<>(actual.dependencies(column.key()));
        going.retainAll(recreation.dropped());
        actual.children(column.key()).stream()
                .filter(child -> child.kind() == ObjectKind.SEQUENCE)
                .forEach(going::add);
        return going.isEmpty() ? Optional.empty() : Optional.of(going.first() + " goes too");
    }

    private Action kept(Action drop) {
        ObjectKey column = drop.object();
        return Action.of(Verb.DROP, column)
                .because(drop.reason() + "; it is kept for " + TrashStatements.words(keep))
                .loses("the values of " + column + ", until 'plumbline trash restore' brings them back")
                // Whether the trash is there already no catalog tells, and it must be there when a stopped run is taken
                // up.
                .sql(TrashStatements.make())
                .sql(TrashStatements.putColumn(column, keep))
                .releases(drop.releases())
                .awaits(drop.awaits())
                .follows(drop.follows())
                .build();
    }
}
