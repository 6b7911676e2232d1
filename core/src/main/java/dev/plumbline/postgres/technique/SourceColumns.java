// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.ScaffoldColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Columns that go while others of the same table are computed from them: they go together with the trigger that computes, in one
 * step, so that whoever still writes them is either heard or refused. The trigger may be that of a run which was stopped, and is
 * then found in the catalog.
 */
public final class SourceColumns {
    private final Gap gap;
    private final List<Action> actions;

    private SourceColumns(List<Action> actions, Gap gap) {
        this.actions = actions;
        this.gap = gap;
    }

    /** Returns whether a column goes for good and has values that somebody may write. */
    public static boolean isOne(ObjectKey key, Gap gap) {
        return key.kind() == ObjectKind.COLUMN
                && !gap.desired().contains(key)
                && gap.actual()
                        .find(key, Column.class)
                        .filter(column -> !(column.value() instanceof ColumnValue.Generated)
                                && !ScaffoldColumns.isLeft(column, gap.actual()))
                        .isPresent();
    }

    /** Returns a place in the order under a key that no object has: nothing computes columns of the table from others any more. */
    static ObjectKey ended(ObjectKey table) {
        return table.child(ObjectKind.COLUMN, "source columns dropped");
    }

    /** Returns the actions, with one that drops the columns of a table with the triggers that computed others from them. */
    public static List<Action> dropped(List<Action> actions, Gap gap) {
        return new SourceColumns(actions, gap).joined();
    }

    private List<Action> joined() {
        SortedMap<ObjectKey, List<Action>> triggers = triggers();
        List<Action> all = new ArrayList<>(actions);
        triggers.forEach((table, endings) -> {
            List<Action> columns = actions.stream()
                    .filter(action -> action.verb() == Verb.DROP && isOne(action.object(), gap))
                    .filter(action -> column(action).table().equals(table))
                    .toList();
            if (!columns.isEmpty()) {
                all.removeAll(endings);
                all.set(all.indexOf(columns.getFirst()), together(endings, columns));
                all.removeAll(columns);
            }
        });
        all.replaceAll(this::behindItsColumns);
        return all;
    }

    private Column column(Action drop) {
        return gap.actual().find(drop.object(), Column.class).orElseThrow();
    }

    /** Returns what takes away the triggers of each table, those that the plan itself puts up and those that are there. */
    private SortedMap<ObjectKey, List<Action>> triggers() {
        SortedMap<ObjectKey, List<Action>> byTable = new TreeMap<>();
        for (Action action : actions) {
            gap.desired()
                    .find(action.object(), Column.class)
                    .filter(column -> action.achieves().contains(DerivedColumns.named(column.table())))
                    .ifPresent(column -> byTable.computeIfAbsent(column.table(), key -> new ArrayList<>())
                            .add(Action.of(Verb.DROP, column.key())
                                    .sql(new SyncTrigger(
                                                    column.table(),
                                                    Scaffold.values(column),
                                                    Scaffold.valuesTrigger(column),
                                                    Collections.emptySortedMap())
                                            .drop())
                                    .follows(Set.of(DerivedColumns.named(column.table())))
                                    .build()));
        }
        gap.actual()
                .objects(Trigger.class)
                .filter(trigger -> Scaffold.computes(trigger.key().name()))
                .forEach(trigger -> {
                    Set<ObjectKey> both = new TreeSet<>(gap.actual().dependencies(trigger.key()));
                    both.removeIf(key -> !key.kind().isRoutine());
                    both.add(trigger.key());
                    byTable.computeIfAbsent(trigger.on(), key -> new ArrayList<>())
                            .addAll(drops(both));
                });
        // One over columns of two such pairs is of both.
        TwoForms.in(gap.actual()).stream()
                .flatMap(forms -> forms.indexes(gap.actual()).stream())
                .distinct()
                .forEach(index -> byTable.computeIfAbsent(
                                gap.actual()
                                        .find(index, Index.class)
                                        .orElseThrow()
                                        .on(),
                                key -> new ArrayList<>())
                        .addAll(drops(Set.of(index))));
        return byTable;
    }

    /** Returns the drops of these objects, triggers before their functions. */
    private List<Action> drops(Set<ObjectKey> keys) {
        return actions.stream()
                .filter(action -> action.verb() == Verb.DROP && keys.contains(action.object()))
                .sorted((one, other) ->
                        other.object().kind().compareTo(one.object().kind()))
                .toList();
    }

    private Action together(List<Action> triggers, List<Action> columns) {
        List<Action> parts = new ArrayList<>(triggers);
        parts.addAll(columns);
        Action.Builder together = Action.of(Verb.DROP, columns.getFirst().object())
                .because(columns.stream().map(Action::reason).distinct().collect(Collectors.joining("; "))
                        + "; what was computed from "
                        + (columns.size() == 1 ? "it" : "them")
                        + " stays as it is")
                .achieves(ended(column(columns.getFirst()).table()));
        for (Action part : parts) {
            together.sql(inTransaction(part))
                    .achieves(part.achieves())
                    .releases(part.releases())
                    .awaits(part.awaits())
                    .follows(part.follows())
                    .hazards(part.hazards());
        }
        List<String> lost =
                columns.stream().map(Action::loses).flatMap(Optional::stream).toList();
        if (!lost.isEmpty()) {
            together.loses(String.join("; ", lost));
        }
        return together.build();
    }

    /** The table is locked for its columns anyway. */
    private static List<String> inTransaction(Action drop) {
        return drop.statements().stream()
                .map(sql -> sql.replaceFirst("^DROP INDEX CONCURRENTLY ", "DROP INDEX "))
                .toList();
    }

    /** On the way back to where a run was stopped, such a trigger is made again: it needs the columns that it names. */
    private Action behindItsColumns(Action action) {
        if (action.verb() != Verb.CREATE || !Scaffold.computes(action.object().name())) {
            return action;
        }
        Action behind = action;
        Optional<ObjectKey> table =
                gap.desired().find(action.object(), Trigger.class).map(Trigger::on);
        for (ObjectKey key : table.map(gap.desired()::children).orElse(List.of())) {
            if (key.kind() == ObjectKind.COLUMN && !gap.actual().contains(key)) {
                behind = behind.following(key);
            }
        }
        return behind;
    }
}
