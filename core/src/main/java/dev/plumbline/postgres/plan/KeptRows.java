// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.Casts;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.Partitions;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.AutomaticNames;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.technique.SecondTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A table that must be made again and whose rows a hint wants kept, such as one that is partitioned by another key: PostgreSQL
 * cannot change that in place. The rows are copied into a table of their own, the old table goes, the new one is made with its
 * partitions, the rows are put in, and what hangs on the table (indexes, keys of others, triggers, views with rows) is made on
 * them. All of it is one transaction, during which nobody else can use the table.
 */
final class KeptRows {
    private static final String MARK = "__plumbline_rows";

    private final ObjectKey table;
    private final Gap gap;
    private final Casts casts;
    private final SortedSet<ObjectKey> before;
    private final SortedSet<ObjectKey> after;
    private final ObjectKey copy;

    /** Stands for the moment from which the rows are in the new table. */
    private final ObjectKey filled;

    /** Why all of it is one transaction, as a clause; empty where nobody asked for another way. */
    private final String why;

    private KeptRows(ObjectKey table, Gap gap, String why) {
        this.why = why;
        this.table = table;
        this.gap = gap;
        this.casts = new Casts(gap.actual(), gap.desired());
        this.before = withPartitions(table, gap.actual());
        this.after = withPartitions(table, gap.desired());
        this.copy = ObjectKey.of(ObjectKind.TABLE, table.schema(), free(table.name()));
        this.filled = copy.child(ObjectKind.SETTING, "put in");
    }

    private String free(String wanted) {
        String name = AutomaticNames.marked(wanted, MARK);
        for (int number = 2; isTaken(name); number++) {
            name = AutomaticNames.marked(wanted, MARK + "_" + number);
        }
        return name;
    }

    private boolean isTaken(String name) {
        return gap.actual().contains(ObjectKey.of(ObjectKind.TABLE, table.schema(), name))
                || gap.desired().contains(ObjectKey.of(ObjectKind.TABLE, table.schema(), name));
    }

    private static SortedSet<ObjectKey> withPartitions(ObjectKey root, Catalog catalog) {
        SortedSet<ObjectKey> all = new TreeSet<>(List.of(root));
        Partitions.all(root, catalog).forEach(part -> all.add(part.key()));
        return all;
    }

    /** Returns the conversions that are of columns: the others ask for rows to be kept, or say something of a drop. */
    static List<Action> ofColumns(List<Action> conversions) {
        return conversions.stream()
                .filter(conversion ->
                        !asks(conversion) && !conversion.statements().isEmpty())
                .toList();
    }

    private static boolean asks(Action conversion) {
        return conversion.object().kind() == ObjectKind.TABLE;
    }

    /**
     * Returns the actions, with the rows kept of each table for which a conversion asks and that is dropped and made again.
     *
     * @param writer what wrote them
     */
    static List<Action> woven(
            List<Action> actions,
            List<Action> conversions,
            Gap gap,
            Recreation recreation,
            PostgresActionWriter writer) {
        List<Action> woven = actions;
        for (Action conversion : conversions) {
            ObjectKey table = conversion.object();
            if (asks(conversion) && isDone(Verb.DROP, table, actions) && isDone(Verb.CREATE, table, actions)) {
                SecondTable.Result online = writer.online()
                        ? SecondTable.woven(table, woven, gap, recreation, writer)
                        : new SecondTable.Result(woven, Optional.of(""));
                woven = online.obstacle()
                        .map(why -> new KeptRows(table, gap, why).weave(online.actions()))
                        .orElseGet(online::actions);
            }
        }
        Set<ObjectKey> asked = conversions.stream().map(Action::object).collect(Collectors.toSet());
        return woven.stream()
                .map(action -> isLeftToTheHint(action, gap) && !asked.contains(action.object())
                        ? action.because(
                                action.reason() + "; '-- plumbline: keep rows' before its CREATE TABLE keeps them")
                        : action)
                .toList();
    }

    private static boolean isLeftToTheHint(Action action, Gap gap) {
        return action.verb() == Verb.DROP
                && gap.actual().find(action.object()).orElse(null) instanceof Table from
                && gap.desired()
                        .find(action.object(), Table.class)
                        .filter(to -> !to.partitioning().equals(from.partitioning()))
                        .isPresent();
    }

    private static boolean isDone(Verb verb, ObjectKey table, List<Action> actions) {
        return actions.stream()
                .anyMatch(action -> action.verb() == verb && action.object().equals(table));
    }

    private List<Action> weave(List<Action> actions) {
        SortedSet<ObjectKey> sequences = ownedSequences();
        SortedSet<ObjectKey> early = new TreeSet<>(after);
        after.forEach(part -> gap.desired().children(part).stream()
                .filter(child -> child.kind() == ObjectKind.COLUMN)
                .forEach(column -> {
                    early.add(column);
                    early.add(new ObjectKey(ObjectKind.DEFAULT, column.path()));
                }));
        early.addAll(sequences);
        SortedSet<ObjectKey> late = late(early);
        List<Action> woven = new ArrayList<>();
        List<Action> drops = new ArrayList<>();
        for (Action action : actions) {
            boolean hangsOn = action.verb() != Verb.DROP && late.contains(action.object());
            boolean completes = action.verb() == Verb.ALTER && after.contains(action.object());
            if (action.verb() == Verb.DROP && before.contains(action.object())) {
                drops.add(action);
            } else {
                woven.add(hangsOn || completes ? action.following(filled) : action);
            }
        }
        woven.add(setAside(drops));
        woven.add(putIn(early, sequences));
        return woven;
    }

    /** What hangs on the table is made on its rows: a foreign key is checked, a materialized view is filled. */
    private SortedSet<ObjectKey> late(SortedSet<ObjectKey> early) {
        SortedSet<ObjectKey> late = new TreeSet<>();
        for (ObjectKey part : early) {
            gap.desired().dependents(part).stream()
                    .filter(dependent -> !early.contains(dependent))
                    .forEach(late::add);
        }
        return late;
    }

    private SortedSet<ObjectKey> ownedSequences() {
        return gap.desired()
                .objects(Sequence.class)
                .filter(sequence -> sequence.ownedBy()
                        .filter(column -> column.path()
                                .subList(0, column.path().size() - 1)
                                .equals(table.path()))
                        .isPresent())
                .map(Sequence::key)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The copy and the drop are one step: between the two nobody may write a row that would be lost. */
    private Action setAside(List<Action> drops) {
        Action.Builder action = Action.of(Verb.DROP, table)
                .because(table + " must make way for its desired form; a hint wants its rows kept"
                        + (why.isEmpty() ? "" : "; in one go, because " + why))
                .sql(
                        // Under a policy the copy would silently lack rows: then it is to fail.
                        "SET LOCAL row_security = off",
                        TableStatements.lock(table),
                        "CREATE TABLE " + Sql.of(copy) + " AS TABLE " + Sql.of(table),
                        "DROP TABLE " + Sql.of(table))
                .achieves(copy)
                .takesLong();
        drops.forEach(drop -> action.achieves(drop.achieves())
                .releases(drop.releases())
                .awaits(drop.awaits())
                .follows(drop.follows()));
        return action.build();
    }

    private Action putIn(SortedSet<ObjectKey> early, SortedSet<ObjectKey> sequences) {
        List<Column> shared = shared();
        String names =
                Sql.names(shared.stream().map(column -> column.key().name()).toList());
        String values = shared.stream().map(this::value).collect(Collectors.joining(", "));
        boolean identity = shared.stream().anyMatch(column -> column.value() instanceof ColumnValue.Identity);
        Action.Builder action = Action.of(Verb.CONVERT, table)
                .because("the rows of " + table + " that a hint wants kept are put in")
                .achieves(filled)
                .follows(List.of(copy))
                .follows(early)
                .hazard(Hazard.DATA_DEPENDENT)
                .takesLong();
        if (!shared.isEmpty()) {
            action.sql("INSERT INTO " + Sql.of(table) + " (" + names + ")"
                    + (identity ? " OVERRIDING SYSTEM VALUE" : "") + " SELECT " + values + " FROM " + Sql.of(copy));
        }
        action.sql("DROP TABLE " + Sql.of(copy));
        sequences.forEach(key -> {
            Sequence sequence = gap.desired().find(key, Sequence.class).orElseThrow();
            sequence.ownedBy().ifPresent(column -> action.sql(ColumnStatements.goOn(sequence, column)));
        });
        shared.forEach(column -> {
            if (column.value() instanceof ColumnValue.Identity of) {
                action.sql(ColumnStatements.goOn(column.key(), of.sequence()));
            }
        });
        List<ObjectKey> gone = gone(shared);
        if (!gone.isEmpty()) {
            action.hazard(Hazard.DATA_LOSS)
                    .loses("the values of "
                            + gone.stream().map(ObjectKey::toString).collect(Collectors.joining(", ")));
        }
        return action.build();
    }

    /** Returns the desired columns whose values come from the old table. */
    private List<Column> shared() {
        return gap.desired().children(table).stream()
                .flatMap(key -> gap.desired().find(key, Column.class).stream())
                .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                .filter(column -> gap.actual().contains(column.key()))
                .sorted(Comparator.comparingInt(Column::position))
                .toList();
    }

    private String value(Column column) {
        String name = Sql.name(column.key().name());
        String from =
                gap.actual().find(column.key(), Column.class).orElseThrow().type();
        return from.equals(column.type()) ? name : casts.convert(name, from, column.type());
    }

    private List<ObjectKey> gone(List<Column> shared) {
        List<ObjectKey> kept = shared.stream().map(Column::key).toList();
        return gap.actual().children(table).stream()
                .filter(key -> gap.actual()
                        .find(key, Column.class)
                        .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                        .isPresent())
                .filter(key -> !kept.contains(key))
                .toList();
    }
}
