// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ForeignTable;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tables that leave a parent, join one, or stay with other bounds. Partitions of one parent never overlap, so all that
 * leave it do so before any comes.
 */
public final class Passages {
    private final Catalog actual;
    private final Catalog wanted;
    private final SortedMap<ObjectKey, Passage> passages = new TreeMap<>();
    private final SortedMap<ObjectKey, Heir> before = new TreeMap<>();
    private final SortedMap<ObjectKey, Heir> after = new TreeMap<>();

    /** Looks at all tables that both sides have. */
    public Passages(Gap gap) {
        this.actual = gap.actual();
        this.wanted = gap.desired();
        gap.changes(Change.Altered.class).forEach(change -> {
            if (change.actual() instanceof Heir from
                    && change.desired() instanceof Heir to
                    && isAltered(from, to)
                    && (!from.partitionOf().equals(to.partitionOf())
                            || !from.inherits().equals(to.inherits()))) {
                add(gap, from, to);
            } else if (change.desired() instanceof Column column && !passages.containsKey(column.table())) {
                ofPlain(actual, column.table())
                        .ifPresent(before -> ofPlain(wanted, column.table())
                                .filter(after -> before.inherits().equals(after.inherits()))
                                .filter(after -> !ParentChange.of(before, after, actual, wanted)
                                        .left()
                                        .isEmpty())
                                .ifPresent(after -> add(gap, before, after)));
            }
        });
    }

    /** Returns whether it stays the same table: one that is made again has its parents from the start. */
    private static boolean isAltered(Heir from, Heir to) {
        if (from instanceof Table before && to instanceof Table after) {
            return before.partitioning().equals(after.partitioning());
        }
        return from instanceof ForeignTable before
                && to instanceof ForeignTable after
                && ForeignStatements.isAltered(before, after);
    }

    private static Optional<Heir> ofPlain(Catalog catalog, ObjectKey table) {
        return Heir.in(catalog, table)
                .filter(found ->
                        found.partitionOf().isEmpty() && !found.inherits().isEmpty());
    }

    private void add(Gap gap, Heir from, Heir to) {
        passages.put(to.key(), new Passage(gap, from, to));
        before.put(to.key(), from);
        after.put(to.key(), to);
    }

    /** Returns the desired objects that tables keep from the parents that they leave. */
    SortedSet<ObjectKey> kept() {
        SortedSet<ObjectKey> kept = new TreeSet<>();
        passages.values().forEach(passage -> kept.addAll(passage.kept()));
        return kept;
    }

    /** Returns the actual objects that become part of those of the parents that tables join. */
    SortedSet<ObjectKey> absorbed() {
        SortedSet<ObjectKey> absorbed = new TreeSet<>();
        passages.values().forEach(passage -> absorbed.addAll(passage.absorbed()));
        return absorbed;
    }

    /** Returns whether a column is dropped which its table has from parents alone from then on, with the same values. */
    public boolean regains(Column column) {
        Passage passage = passages.get(column.table());
        return passage != null && passage.standIn().regains(column.key());
    }

    /** Returns what drops a column, with what keeps the values of such a one. */
    public List<String> around(Column column, List<String> drop) {
        Passage passage = passages.get(column.table());
        return passage == null ? drop : passage.standIn().around(column.key(), drop);
    }

    /** Returns the columns that tables have from one parent and take along to another. */
    SortedSet<ObjectKey> takenAlong() {
        SortedSet<ObjectKey> columns = new TreeSet<>();
        passages.values().forEach(passage -> columns.addAll(passage.standIn().takenAlong()));
        return columns;
    }

    /**
     * Returns the actions beside the alteration of a table itself: that it leaves, and that it keeps what it had.
     *
     * @param swapped the columns whose types are replaced: while they have them from parents, so before their tables leave those
     */
    public List<Action> actions(ObjectKey table, SortedSet<ObjectKey> swapped) {
        Passage passage = passages.get(table);
        if (passage == null) {
            return List.of();
        }
        StandIn standIn = passage.standIn();
        boolean atOnce = standIn.givenUp().isEmpty();
        List<String> leave = new ArrayList<>(standIn.leave());
        leave.addAll(atOnce ? standIn.bring() : List.of());
        leave.addAll(passage.between());
        Action.Builder left = Action.of(Verb.ALTER, table)
                .because(
                        leave.isEmpty()
                                ? table + " is as its parent wants it"
                                : passage.leaves()
                                        ? table + " leaves its place"
                                        : table + " gets what its parents to come have")
                .sql(leave)
                .follows(inherited(passage.standIn().left(), swapped))
                .follows(retypedBefore(table))
                .achieves(Set.of(left(table)))
                .releases(passage.absorbed());
        List<Action> actions = new ArrayList<>();
        if (atOnce) {
            actions.add(bringing(left, standIn, table));
        } else {
            actions.add(left.build());
            actions.add(bringing(
                    Action.of(Verb.ALTER, table)
                            .because(table + " is to have columns from its parents alone")
                            .sql(standIn.bring())
                            .follows(Set.of(left(table)))
                            .awaits(standIn.givenUp()),
                    standIn,
                    table));
        }
        passage.kept()
                .forEach(part -> actions.add(Action.of(Verb.ALTER, part)
                        .because(table + " keeps it from its parent")
                        .achieves(part)
                        .follows(Set.of(table))
                        .build()));
        return actions;
    }

    private Set<ObjectKey> retypedBefore(ObjectKey table) {
        InheritedTypes types = new InheritedTypes(actual, wanted);
        return wanted.children(table).stream()
                .filter(key -> types.changes(key) && ParentChange.isRetypedBefore(key, actual, wanted))
                .collect(Collectors.toSet());
    }

    private static Set<ObjectKey> inherited(List<ObjectKey> parents, SortedSet<ObjectKey> columns) {
        return columns.stream()
                .filter(column -> parents.stream()
                        .anyMatch(parent ->
                                parent.child(ObjectKind.COLUMN, column.name()).equals(column)))
                .collect(Collectors.toSet());
    }

    private static Action bringing(Action.Builder action, StandIn standIn, ObjectKey table) {
        if (!standIn.added().isEmpty()) {
            action.takesLong();
        }
        return action.follows(standIn.needs())
                .achieves(Set.of(brought(table)))
                .hazards(standIn.needsValues() ? Set.of(Hazard.DATA_DEPENDENT) : Set.of())
                .build();
    }

    private static <T> T find(SortedMap<ObjectKey, T> tables, ObjectKey key) {
        return Optional.ofNullable(tables.get(key)).orElseThrow();
    }

    /** Returns what gives a column another type that its table takes along to another parent; nothing for any other. */
    public List<String> retype(Column column) {
        Passage passage = passages.get(column.table());
        return passage == null ? List.of() : passage.standIn().retype(column);
    }

    /** Returns what makes a table inherit from its new parents, and from those alone; nothing where it has none that are new. */
    public Action.Builder inherit(ObjectKey table) {
        Action.Builder action = Action.of(Verb.ALTER, table)
                .because(table + " differs in inherits")
                .follows(Set.of(brought(table)));
        Passage passage = passages.get(table);
        if (passage != null) {
            action.sql(passage.standIn().join())
                    .follows(nullable(passage.standIn().joined()));
            if (!passage.standIn().checks().isEmpty()) {
                action.takesLong().hazard(Hazard.DATA_DEPENDENT);
            }
        }
        return action;
    }

    /** Returns the tables that leave a parent, join one, or have a column from parents alone from now on. */
    public SortedSet<ObjectKey> tables() {
        return new TreeSet<>(passages.keySet());
    }

    /** Returns whether a table is one of those. */
    public boolean contains(ObjectKey table) {
        return passages.containsKey(table);
    }

    /** A place in the order under a key that no object has: the table has left its parent. */
    public static ObjectKey left(ObjectKey table) {
        return table.child(ObjectKind.TABLE, "left");
    }

    /** A place in the order under a key that no object has: the table has the columns of the parents to come. */
    public static ObjectKey brought(ObjectKey table) {
        return table.child(ObjectKind.TABLE, "brought");
    }

    /** A place in the order under a key that no object has: the table is a partition of its new parent. */
    public static ObjectKey joined(ObjectKey table) {
        return table.child(ObjectKind.TABLE, "joined");
    }

    /**
     * Returns the columns that a table is given before it joins a parent as its partition: those that it lacks and the parent has
     * already, and those that the parent has with another type or NOT NULL (PostgreSQL documentation, ALTER TABLE, ATTACH
     * PARTITION).
     */
    public Set<ObjectKey> columnsFirst(ObjectKey table, Recreation recreation) {
        Optional<ObjectKey> parent = Optional.ofNullable(after.get(table))
                .filter(to -> joins(find(before, table), to))
                .flatMap(Heir::partitionOf)
                .map(PartitionOf::parent);
        return parent.isEmpty()
                ? Set.of()
                : wanted.children(table).stream()
                        .filter(key -> key.kind() == ObjectKind.COLUMN)
                        .filter(key -> recreation.altered().containsKey(key)
                                ? changesFirst(key)
                                : recreation.created().contains(key)
                                        && !recreation
                                                .created()
                                                .contains(parent.get().child(ObjectKind.COLUMN, key.name())))
                        .collect(Collectors.toSet());
    }

    /** Returns whether a table becomes a partition, or that of another parent or with other bounds. */
    public static boolean joins(Heir from, Heir to) {
        return to.partitionOf().isPresent() && !to.partitionOf().equals(from.partitionOf());
    }

    private boolean changesFirst(ObjectKey column) {
        Optional<Column> from = actual.find(column, Column.class);
        Optional<Column> to = wanted.find(column, Column.class);
        return from.isPresent()
                && to.isPresent()
                && (ColumnStatements.typeChanges(from.get(), to.get())
                        || (!from.get().notNull() && to.get().notNull()));
    }

    /** Returns what a column waits for that is there before its table joins another: the table has left its old place. */
    public Set<ObjectKey> leftBefore(Column column, Recreation recreation) {
        if (columnsFirst(column.table(), recreation).contains(column.key())) {
            return Set.of(left(column.table()));
        }
        Passage passage = passages.get(column.table());
        return passage != null && passage.standIn().added().contains(column.key())
                ? Set.of(brought(column.table()))
                : Set.of();
    }

    /** Returns what comes before a table is made or altered: it has left its old place, others theirs. */
    public Set<ObjectKey> leftBefore(Table desired) {
        Set<ObjectKey> first = desired.partitionOf()
                .map(PartitionOf::parent)
                .map(parent -> before.values().stream()
                        .filter(from -> from.isPartitionOf(parent))
                        .map(from -> left(from.key()))
                        .collect(Collectors.toSet()))
                .orElseGet(TreeSet::new);
        if (passages.containsKey(desired.key())) {
            first.add(left(desired.key()));
        }
        return first;
    }

    /**
     * Returns the parts of those above a table, and its columns: a partition is attached once all of them have lost what the
     * others lack.
     */
    public Set<ObjectKey> partsAbove(Table desired) {
        Set<ObjectKey> parts = new TreeSet<>();
        above(desired).forEach(parent -> parts.addAll(actual.children(parent)));
        if (desired.partitionOf().isPresent()) {
            actual.children(desired.key()).stream()
                    .filter(part -> part.kind() == ObjectKind.COLUMN)
                    .forEach(parts::add);
        }
        return parts;
    }

    /** Returns those of the columns above that lose NOT NULL: a table that takes nulls there cannot be attached before. */
    public Set<ObjectKey> nullableAbove(Table desired) {
        return passages.containsKey(desired.key()) ? nullable(above(desired)) : Set.of();
    }

    private Set<ObjectKey> nullable(List<ObjectKey> parents) {
        return parents.stream()
                .flatMap(parent -> actual.children(parent).stream())
                .filter(key ->
                        actual.find(key, Column.class).filter(Column::notNull).isPresent()
                                && wanted.find(key, Column.class)
                                        .filter(column -> !column.notNull())
                                        .isPresent())
                .collect(Collectors.toSet());
    }

    /** Returns the new columns of those above a table that it has already: it cannot be attached with a column that they lack. */
    public Set<ObjectKey> columnsAbove(Table desired, Set<ObjectKey> created) {
        return above(desired).stream()
                .flatMap(parent -> wanted.children(parent).stream())
                .filter(key -> key.kind() == ObjectKind.COLUMN && created.contains(key))
                .filter(key -> brings(desired.key(), key.name(), created))
                .collect(Collectors.toSet());
    }

    /** Returns whether a table becomes a partition with a column that it has already. */
    public boolean brings(ObjectKey table, String column, Set<ObjectKey> created) {
        ObjectKey own = table.child(ObjectKind.COLUMN, column);
        return passages.containsKey(table)
                && joins(find(before, table), find(after, table))
                && actual.contains(own)
                && !created.contains(own);
    }

    private List<ObjectKey> above(Table desired) {
        List<ObjectKey> above = new ArrayList<>();
        Optional<PartitionOf> of = desired.partitionOf();
        while (of.isPresent()) {
            above.add(of.get().parent());
            of = wanted.find(of.get().parent(), Table.class).flatMap(Table::partitionOf);
        }
        return above;
    }

    /** Returns the actual partitions of the parent that a table is to have; those that go make room for it. */
    public Set<ObjectKey> siblings(Table desired) {
        return desired.partitionOf()
                .filter(of -> passages.containsKey(desired.key()) || !actual.contains(desired.key()))
                .map(of -> actual.dependents(of.parent()).stream()
                        .filter(key -> actual.find(key, Table.class)
                                .filter(table -> table.isPartitionOf(of.parent()))
                                .isPresent())
                        .collect(Collectors.toSet()))
                .orElseGet(Set::of);
    }
}
