// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.CompositeType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tables of a type ({@code CREATE TABLE … OF}). Such a table is set free of its type while either changes, altered like any other,
 * and bound again when both have the same columns in the same order (tablecmds.c, ATExecAddOf): so it keeps its rows, and nothing
 * cascades.
 */
public final class TypedTables {
    private final Gap gap;
    private final Recreation recreation;
    private final Set<ObjectKey> touched = new HashSet<>();

    /** Looks at the tables of a composite type on both sides. */
    public TypedTables(Gap gap, Recreation recreation) {
        this.gap = gap;
        this.recreation = recreation;
        gap.actual()
                .objects(Table.class)
                .filter(table -> table.ofType().isPresent())
                .forEach(table -> {
                    Optional<Table> after = gap.desired().find(table.key(), Table.class);
                    boolean kept = after.isPresent() && !recreation.dropped().contains(table.key());
                    if (kept && (!after.get().ofType().equals(table.ofType()) || isTouched(table.key()))) {
                        touched.add(table.key());
                    }
                });
    }

    private boolean isChanging(ObjectKey key) {
        return recreation.dropped().contains(key)
                || recreation.created().contains(key)
                || recreation.isSwapped(key)
                || (recreation.altered().containsKey(key) && isOtherwiseMade(key));
    }

    /** What a column has beside its type is nothing to the table's type. */
    private boolean isOtherwiseMade(ObjectKey altered) {
        Optional<Column> from = gap.actual().find(altered, Column.class);
        Optional<Column> to = gap.desired().find(altered, Column.class);
        return !from.map(Column::type).equals(to.map(Column::type))
                || !from.flatMap(Column::collation).equals(to.flatMap(Column::collation))
                || from.isEmpty();
    }

    private boolean isTouched(ObjectKey table) {
        return gap.actual().dependencies(table).stream()
                        .anyMatch(type -> type.kind() == ObjectKind.COMPOSITE && isChanging(type))
                || gap.actual().children(table).stream().anyMatch(part -> isColumn(part) && isChanging(part))
                || gap.desired().children(table).stream().anyMatch(part -> isColumn(part) && isChanging(part));
    }

    private static boolean isColumn(ObjectKey key) {
        return key.kind() == ObjectKind.COLUMN;
    }

    /** Returns the actions that set tables free, and bind them. */
    public List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (ObjectKey table : sorted(touched)) {
            actions.add(Action.of(Verb.ALTER, table)
                    .because(table + " is set free of its type while they change")
                    .sql("ALTER TABLE " + Sql.of(table) + " NOT OF")
                    .achieves(free(table))
                    .build());
        }
        gap.desired()
                .objects(Table.class)
                .filter(table -> table.ofType().isPresent() && !isBound(table))
                .forEach(table -> actions.add(Action.of(Verb.ALTER, table.key())
                        .because(table.key() + " has the columns of its type")
                        .sql("ALTER TABLE " + Sql.of(table.key()) + " OF "
                                + table.ofType().get())
                        .follows(gap.desired().children(table.key()))
                        .follows(gap.desired().dependencies(table.key()))
                        .follows(Set.of(table.key(), free(table.key())))
                        .awaits(gap.actual().children(table.key()))
                        .build()));
        return actions;
    }

    /** Returns whether a table has its type already, and keeps it throughout. */
    private boolean isBound(Table table) {
        return !touched.contains(table.key())
                && !recreation.created().contains(table.key())
                && gap.actual()
                        .find(table.key(), Table.class)
                        .filter(before -> before.ofType().equals(table.ofType()))
                        .isPresent();
    }

    private static List<ObjectKey> sorted(Collection<ObjectKey> keys) {
        return keys.stream().sorted().toList();
    }

    /** A place in the order under a key that no object has: the table has no type. */
    private static ObjectKey free(ObjectKey table) {
        return table.child(ObjectKind.TABLE, "not of");
    }

    /** Returns what comes before a type, or a column of a table of one, is made, altered or dropped. */
    public static Set<ObjectKey> freed(ObjectKey key, Gap gap) {
        return switch (key.kind()) {
            case COMPOSITE ->
                gap.actual().dependents(key).stream()
                        .filter(dependent -> isOfType(dependent, gap.actual()))
                        .map(TypedTables::free)
                        .collect(Collectors.toSet());
            case COLUMN -> Set.of(free(tableOf(key)));
            default -> Set.of();
        };
    }

    /** Returns the tables whose drop, if the plan has one, comes before a type is altered. */
    public static Set<ObjectKey> gone(ObjectKey type, Gap gap) {
        return type.kind() != ObjectKind.COMPOSITE
                ? Set.of()
                : gap.actual().dependents(type).stream()
                        .filter(dependent -> isOfType(dependent, gap.actual()))
                        .collect(Collectors.toSet());
    }

    private static ObjectKey tableOf(ObjectKey column) {
        return new ObjectKey(
                ObjectKind.TABLE, column.path().subList(0, column.path().size() - 1));
    }

    /** Returns the columns that come to a table of a type before this one: they stand in the order of the type. */
    public static Set<ObjectKey> before(Column column, Gap gap, Set<ObjectKey> created) {
        return !isOfType(column.table(), gap.desired())
                ? Set.of()
                : gap.desired().children(column.table()).stream()
                        .filter(created::contains)
                        .flatMap(key -> gap.desired().find(key, Column.class).stream())
                        .filter(other -> other.position() < column.position())
                        .map(SchemaObject::key)
                        .collect(Collectors.toSet());
    }

    private static boolean isOfType(ObjectKey table, Catalog catalog) {
        return catalog.find(table, Table.class).flatMap(Table::ofType).isPresent();
    }

    /** Returns whether a table of a type outlives it: it stays, with its columns in an order that it can have without being made anew. */
    static boolean outlives(ObjectKey dependent, ObjectKey type, Catalog actual, Catalog desired) {
        return isOfType(dependent, actual)
                && actual.find(type, CompositeType.class).isPresent()
                && desired.find(dependent, Table.class).isPresent()
                && hasOrder(dependent, actual, desired);
    }

    /** Returns whether a table that is to be of a type can have its columns in that order. */
    static boolean hasOrder(ObjectKey table, Catalog actual, Catalog desired) {
        List<String> before = columns(table, actual);
        List<String> after = columns(table, desired);
        List<String> reached = new ArrayList<>(before);
        reached.retainAll(after);
        after.stream().filter(name -> !before.contains(name)).forEach(reached::add);
        return !isOfType(table, desired) || reached.equals(after);
    }

    private static List<String> columns(ObjectKey table, Catalog catalog) {
        return catalog.children(table).stream()
                .flatMap(key -> catalog.find(key, Column.class).stream())
                .sorted(Comparator.comparingInt(Column::position))
                .map(column -> column.key().name())
                .toList();
    }
}
