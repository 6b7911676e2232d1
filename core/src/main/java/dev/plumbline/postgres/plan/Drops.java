// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.IncompleteIndexes;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.PrivilegeStatements;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.ScaffoldColumns;
import dev.plumbline.postgres.change.SequenceMove;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.change.TypedTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The actions that drop what is not desired, or must make way. What goes away with its parent has none of its own. */
final class Drops {
    private final Gap gap;
    private final Catalog actual;
    private final Recreation recreation;
    private final Statements statements;
    private final ColumnDrops columns;
    private final DropKnots knots;
    private final IncompleteIndexes incomplete;
    private final Set<ObjectKey> restorable;
    private final Passages passages;
    private final SortedSet<ObjectKey> swapped;

    /**
     * Asks for all of them.
     *
     * @param restorable the columns whose values the reverse can bring back
     */
    Drops(Gap gap, Recreation recreation, Statements statements, Set<ObjectKey> restorable, Passages passages) {
        this.gap = gap;
        this.actual = gap.actual();
        this.recreation = recreation;
        this.statements = statements;
        this.columns = new ColumnDrops(gap, recreation);
        this.knots = new DropKnots(actual, recreation.dropped());
        this.incomplete = new IncompleteIndexes(gap);
        this.restorable = restorable;
        this.passages = passages;
        this.swapped = recreation.swappedColumns();
    }

    List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (ObjectKey key : recreation.dropped()) {
            if (isRoot(actual.object(key))) {
                actions.add(drop(key));
            }
        }
        return actions;
    }

    private boolean isRoot(SchemaObject object) {
        if (incomplete.whole(object.key()).isPresent()) {
            return false;
        }
        if (object.parent().isEmpty()) {
            return true;
        }
        ObjectKey parent = object.parent().get();
        // The checks of a domain that is replaced go with the old type.
        boolean goesWithParent = recreation.dropped().contains(parent) || recreation.isSwapped(parent);
        return !goesWithParent || knots.ties(object.key());
    }

    private Action drop(ObjectKey key) {
        SchemaObject object = actual.object(key);
        SortedSet<ObjectKey> parts = new TreeSet<>(actual.descendants(key));
        parts.retainAll(recreation.dropped());
        parts.removeIf(knots::ties);
        incomplete.parts(key).forEach(part -> {
            parts.add(part);
            // What is said of a part goes with it.
            parts.addAll(actual.descendants(part));
        });
        boolean again = gap.desired().contains(key);
        Action.Builder action = Action.of(Verb.DROP, key)
                .because(again ? key + " must make way for its desired form" : key + " is not desired")
                .sql(dropped(object))
                .sql(PrivilegeStatements.restored(gap, object))
                .releases(key)
                .releases(parts)
                .follows(sequencesSetFree(parts))
                .follows(TypedTables.freed(key, gap))
                .follows(incomplete.left(object));
        if (object instanceof Column column) {
            action.awaits(columns.awaits(column))
                    .follows(columns.follows(column))
                    .awaits(replacedWithParents(column));
            if (passages.regains(column)) {
                action.takesLong();
            }
        }
        losses(object, action);
        return action.build();
    }

    /** The type of an inherited column is replaced with its parents', before its table leaves those. */
    private Set<ObjectKey> replacedWithParents(Column column) {
        List<ObjectKey> needs = actual.dependencies(column.key());
        boolean inherited = needs.stream()
                .anyMatch(need -> swapped.contains(need)
                        && need.name().equals(column.key().name()));
        return inherited
                ? needs.stream()
                        .filter(need -> swapped.contains(need) || recreation.isSwapped(need))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private List<String> dropped(SchemaObject object) {
        List<String> drop = object instanceof Column column && !ScaffoldColumns.isLeft(column, actual)
                ? passages.around(column, columns.statements(column))
                : statements.drop(object);
        // Whatever else would go with it has let go by then.
        if (incomplete.takesKeys(object)) {
            return List.of(drop.getFirst() + " CASCADE");
        }
        return drop;
    }

    private Set<ObjectKey> sequencesSetFree(SortedSet<ObjectKey> parts) {
        return parts.stream()
                .flatMap(part -> actual.children(part).stream())
                .filter(child -> child.kind() == ObjectKind.SEQUENCE)
                .map(SequenceMove::freed)
                .collect(Collectors.toSet());
    }

    private void losses(SchemaObject object, Action.Builder action) {
        if (object instanceof Table table && table.partitioning().isEmpty() && !ScaffoldColumns.isLeft(table, actual)) {
            action.hazard(Hazard.DATA_LOSS).loses("the rows of " + table.key());
        } else if (object instanceof Column column
                && column.value() instanceof ColumnValue.Given
                && !column.inherited()
                // The values of a foreign table are elsewhere.
                && actual.find(column.table(), ForeignTable.class).isEmpty()
                && !passages.regains(column)
                && !ScaffoldColumns.isLeft(column, actual)) {
            action.hazard(Hazard.DATA_LOSS);
            if (!restorable.contains(column.key())) {
                action.loses("the values of " + column.key());
            }
        } else if (object.key().kind() == ObjectKind.POLICY || object.key().kind() == ObjectKind.GRANT) {
            action.hazard(Hazard.AUTHORIZATION);
        }
    }
}
