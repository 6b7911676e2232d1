// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.DatabaseSetting;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.View;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The actions of one gap. */
final class GapActions {
    private final Gap gap;
    private final Catalog actual;
    private final Catalog desired;
    private final SortedMap<ObjectKey, TableChange> tables = new TreeMap<>();
    /** Relations that go, or are made anew, and take their indexes and triggers with them. */
    private final Set<ObjectKey> vanishing = new TreeSet<>();

    private final List<Action> actions = new ArrayList<>();

    private final ColumnHints hints;

    GapActions(Gap gap) {
        this(gap, ColumnHints.NONE);
    }

    GapActions(Gap gap, ColumnHints hints) {
        this.gap = gap;
        this.hints = hints;
        this.actual = gap.actual();
        this.desired = gap.desired();
    }

    List<Action> all() {
        for (Change change : gap.changes()) {
            if (!(change instanceof Change.Renamed)) {
                tableOf(change.key())
                        .ifPresent(table ->
                                tables.computeIfAbsent(table, key -> new TableChange(key, actual, desired, hints)));
                if (change.key().kind() == ObjectKind.VIEW && !(change instanceof Change.Missing)) {
                    vanishing.add(change.key());
                }
                if (change.key().kind() == ObjectKind.VIRTUAL_TABLE && !(change instanceof Change.Missing)) {
                    vanishing.add(change.key());
                }
            }
        }
        tables.values().stream()
                .filter(table -> table.isRebuild() || !desired.contains(table.key()))
                .map(TableChange::key)
                .forEach(vanishing::add);
        tables.values().forEach(this::table);
        for (Change change : gap.changes()) {
            if (!(change instanceof Change.Renamed) && tableOf(change.key()).isEmpty()) {
                write(change);
            }
        }
        return actions;
    }

    private static Optional<ObjectKey> tableOf(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE -> Optional.of(key);
            case COLUMN ->
                Optional.of(new ObjectKey(
                        ObjectKind.TABLE, key.path().subList(0, key.path().size() - 1)));
            default -> Optional.empty();
        };
    }

    private void table(TableChange table) {
        ObjectKey key = table.key();
        if (!actual.contains(key)) {
            SortedSet<ObjectKey> made = new TreeSet<>(columns(desired, key));
            made.add(key);
            actions.add(Action.of(Verb.CREATE, key)
                    .sql(Statements.create(desired.object(key)))
                    .sql(VirtualTableRebuild.refillNew(key, actual, desired))
                    .because("it is missing")
                    .achieves(made)
                    .build());
        } else if (!desired.contains(key)) {
            SortedSet<ObjectKey> gone = new TreeSet<>(actual.descendants(key));
            gone.add(key);
            actions.add(Action.of(Verb.DROP, key)
                    .sql(Statements.drop(actual.object(key)))
                    .because("the desired schema does not have it")
                    .releases(gone)
                    .hazard(Hazard.DATA_LOSS)
                    .loses("the rows of " + key)
                    .build());
        } else if (table.isRebuild()) {
            actions.add(new SqliteTableRebuild(table, actual, desired).action());
        } else {
            actions.add(table.alteration());
        }
    }

    private static SortedSet<ObjectKey> columns(Catalog catalog, ObjectKey table) {
        SortedSet<ObjectKey> columns = new TreeSet<>(catalog.children(table));
        columns.removeIf(key -> key.kind() != ObjectKind.COLUMN);
        return columns;
    }

    private void write(Change change) {
        switch (change) {
            case Change.Missing missing -> actions.add(create(missing.desired(), "it is missing"));
            case Change.Extra extra -> {
                if (!goesWithItsParent(extra.actual())) {
                    actions.add(drop(extra.actual(), "the desired schema does not have it"));
                }
            }
            case Change.Altered altered -> alter(altered);
            case Change.Renamed renamed -> throw new IllegalStateException("renames are actions of their own");
        }
    }

    private void alter(Change.Altered change) {
        if (change.actual() instanceof VirtualTable before && change.desired() instanceof VirtualTable after) {
            actions.addAll(VirtualTableRebuild.actions(before, after, actual, desired));
            return;
        }
        if (change.actual() instanceof DatabaseSetting before && change.desired() instanceof DatabaseSetting after) {
            actions.add(Settings.change(before, after, actual));
            return;
        }
        String reason = "its " + change.differences().get(0).component() + " differs";
        if (!goesWithItsParent(change.actual())) {
            actions.add(drop(change.actual(), reason));
        }
        actions.add(create(change.desired(), reason));
    }

    private boolean goesWithItsParent(SchemaObject object) {
        return object.parent().filter(vanishing::contains).isPresent();
    }

    private Action create(SchemaObject object, String reason) {
        if (object instanceof DatabaseSetting setting) {
            return Settings.create(setting, actual);
        }
        Action.Builder action = Action.of(Verb.CREATE, object.key())
                .sql(Statements.create(object))
                .because(reason)
                .achieves(object.key());
        if (object instanceof View && actual.contains(object.key())) {
            // The view goes and comes; what hangs on it and did not change comes back with it.
            unchangedChildren(actual, desired, object.key())
                    .forEach(child -> action.sql(Statements.create(desired.object(child))));
        }
        if (object instanceof Index index && actual.contains(index.on())) {
            action.hazard(Hazard.BLOCKING_SCAN).takesLong();
            if (index.unique()) {
                action.hazard(Hazard.DATA_DEPENDENT);
            }
        }
        if (object instanceof VirtualTable table) {
            VirtualTableRebuild.fill(table, desired).forEach(action::sql);
        }
        return action.build();
    }

    /** Returns the indexes and triggers of a relation that are the same on both sides, indexes first. */
    static List<ObjectKey> unchangedChildren(Catalog actual, Catalog desired, ObjectKey relation) {
        return desired.children(relation).stream()
                .filter(key -> key.kind() != ObjectKind.COLUMN)
                .filter(actual::contains)
                .filter(key -> actual.fingerprint(key).equals(desired.fingerprint(key)))
                .toList();
    }

    /** Returns what goes with a relation that is made anew and does not come back with it. */
    static SortedSet<ObjectKey> goneChildren(Catalog actual, Catalog desired, ObjectKey relation) {
        SortedSet<ObjectKey> gone = new TreeSet<>(actual.children(relation));
        gone.removeIf(child -> child.kind() == ObjectKind.COLUMN);
        gone.removeAll(unchangedChildren(actual, desired, relation));
        return gone;
    }

    private Action drop(SchemaObject object, String reason) {
        if (object instanceof DatabaseSetting setting) {
            return Settings.drop(setting, actual);
        }
        ObjectKey key = object.key();
        SortedSet<ObjectKey> gone = new TreeSet<>(actual.descendants(key));
        if (object instanceof View) {
            gone.removeAll(unchangedChildren(actual, desired, key));
        }
        gone.add(key);
        Action.Builder action = Action.of(Verb.DROP, key)
                .sql(Statements.drop(object))
                .because(reason)
                .releases(gone);
        if (object instanceof VirtualTable table && !VirtualTableRebuild.isDerived(table)) {
            action.hazard(Hazard.DATA_LOSS).loses("the rows of " + key);
        }
        return action.build();
    }

    /** Returns the columns of a table in order of declaration. */
    static List<SqliteColumn> orderedColumns(Catalog catalog, SqliteTable table) {
        return catalog.children(table.key()).stream()
                .flatMap(key -> catalog.find(key, SqliteColumn.class).stream())
                .sorted(Comparator.comparingInt(SqliteColumn::position))
                .toList();
    }
}
