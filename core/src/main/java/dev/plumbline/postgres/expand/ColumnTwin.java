// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A column, and the one that stands beside it under the name that it is to have. What belongs to the pair has names that follow
 * from the second one, and the trigger that keeps them the same is given both names as its arguments: so a catalog tells
 * which column is whose twin, and nothing else is ever taken for one.
 *
 * @param from the column that was there first, and stays
 * @param to the column that is the same under another name
 */
record ColumnTwin(ObjectKey from, ObjectKey to) {
    /** Triggers fire in the order of their names, which is that of their bytes (PostgreSQL documentation, CREATE TRIGGER). */
    private static final String FIRST = "!";

    private static final String LAST = "~";

    /** The server never escapes arguments otherwise (simple_quote_literal in ruleutils.c). */
    private static String argument(String name) {
        return "'" + name.replace("'", "''") + "'";
    }

    ObjectKey table() {
        return new ObjectKey(ObjectKind.TABLE, to.path().subList(0, to.path().size() - 1));
    }

    private String both() {
        return table().name() + "_" + to.name();
    }

    /** Returns the name of the function of its triggers, without a schema. */
    String function() {
        return Scaffold.names(both());
    }

    ObjectKey functionKey() {
        return ObjectKey.of(ObjectKind.FUNCTION, to.schema(), function() + "()");
    }

    /** Returns the key of the trigger that comes before all others, so that these find one value under both names. */
    ObjectKey first() {
        return table().child(ObjectKind.TRIGGER, Scaffold.names(FIRST + both()));
    }

    /** Returns the key of the trigger that comes after all others, which may have changed the first column. */
    ObjectKey last() {
        return table().child(ObjectKind.TRIGGER, Scaffold.names(LAST + both()));
    }

    /** Returns the key of the check that has the server see to it that both are the same. */
    ObjectKey check() {
        return table().child(ObjectKind.CONSTRAINT, Scaffold.names(both()));
    }

    /** Returns the pairs of a catalog, sorted by their second columns. */
    static List<ColumnTwin> in(Catalog catalog) {
        return catalog.objects(Trigger.class)
                .filter(trigger ->
                        Scaffold.isOfNames(trigger.key().name()) && trigger.on().kind() == ObjectKind.TABLE)
                .flatMap(trigger -> of(trigger, catalog))
                .sorted((one, other) -> one.to.compareTo(other.to))
                .toList();
    }

    private static Stream<ColumnTwin> of(Trigger trigger, Catalog catalog) {
        List<ObjectKey> columns = catalog.children(trigger.on()).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN)
                .toList();
        return columns.stream()
                .flatMap(to -> columns.stream().map(from -> new ColumnTwin(from, to)))
                .filter(twin -> twin.first().equals(trigger.key()) && twin.isKeptBy(trigger));
    }

    private boolean isKeptBy(Trigger trigger) {
        return !from.equals(to)
                && trigger.enabled().equals("A")
                && trigger.definition()
                        .endsWith(
                                Sql.name(function()) + "(" + argument(from.name()) + ", " + argument(to.name()) + ")");
    }

    /** Returns whether the server has made sure that both are the same in every row. */
    boolean isComplete(Catalog catalog) {
        return catalog.find(check(), Constraint.class)
                .filter(Constraint::validated)
                .isPresent();
    }

    /** Returns the keys of all that stands for the second column, sorted; what is on that column alone goes with it. */
    List<ObjectKey> parts(Catalog catalog) {
        SortedSet<ObjectKey> parts = new TreeSet<>(List.of(to, functionKey(), first(), last(), check()));
        catalog.dependents(to).stream()
                .filter(key -> catalog.find(key, Index.class).isPresent())
                .forEach(parts::add);
        for (ObjectKey part : List.copyOf(parts)) {
            parts.addAll(catalog.descendants(part));
        }
        parts.removeIf(key -> !catalog.contains(key));
        return List.copyOf(parts);
    }
}
