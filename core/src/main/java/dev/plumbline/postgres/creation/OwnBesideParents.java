// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Verb;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * New columns that a table has by itself, and from a parent too. They come before the parent's, which is then merged with them; where
 * the parent's is there already, none can be added ({@code ATExecAddColumn} in {@code tablecmds.c}).
 */
final class OwnBesideParents {
    private final Catalog actual;
    private final Catalog desired;
    private final Set<ObjectKey> created;

    OwnBesideParents(Gap gap, Set<ObjectKey> created) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.created = created;
    }

    /** Returns the addition in two: the statements, which no parent's column waits for, and what it achieves once they are there. */
    List<Action> ahead(Action addition) {
        ObjectKey key = addition.object();
        List<ObjectKey> parents = parents(key).toList();
        if (parents.isEmpty()) {
            return List.of(addition);
        }
        Set<ObjectKey> needs = new TreeSet<>();
        addition.achieves().forEach(part -> needs.addAll(desired.dependencies(part)));
        needs.removeAll(parents);
        needs.removeAll(addition.achieves());
        Action.Builder first = Action.of(Verb.CREATE, key)
                .because(addition.reason())
                .sql(addition.statements())
                .achieves(place(key))
                .awaits(addition.awaits())
                .awaits(addition.achieves())
                .follows(addition.follows())
                .follows(needs)
                .hazards(addition.hazards());
        Action.Builder merged = Action.of(Verb.CREATE, key)
                .because(key + " is one with its parent's")
                .achieves(addition.achieves())
                .follows(Set.of(place(key)));
        return List.of(first.build(), merged.build());
    }

    private Stream<ObjectKey> parents(ObjectKey key) {
        return desired.find(key, Column.class).filter(column -> !column.inherited()).stream()
                .flatMap(column -> desired.dependencies(key).stream())
                .filter(parent -> parent.name().equals(key.name()) && created.contains(parent))
                .flatMap(parent -> desired.find(parent, Column.class).stream())
                .filter(parent -> inherits(key, parent))
                .map(Column::key);
    }

    /** Returns whether the table of the one is a child of the other's already; one that becomes it later has the column by then. */
    private boolean inherits(ObjectKey column, Column parent) {
        return desired.find(column, Column.class)
                .flatMap(heir -> actual.find(heir.table(), Table.class))
                .filter(table -> table.inherits().contains(parent.table()))
                .isPresent();
    }

    /** Returns the places in the order before which a column cannot be added: those below have theirs. */
    Set<ObjectKey> below(ObjectKey column) {
        Set<ObjectKey> places = new TreeSet<>();
        desired.find(column, Column.class)
                .ifPresent(parent -> desired.dependents(column).stream()
                        .filter(heir -> heir.name().equals(column.name()) && created.contains(heir))
                        .filter(heir -> inherits(heir, parent))
                        .flatMap(heir -> desired.find(heir, Column.class).stream())
                        .forEach(heir -> {
                            if (!heir.inherited()) {
                                places.add(place(heir.key()));
                            }
                            places.addAll(below(heir.key()));
                        }));
        return places;
    }

    /** A place in the order under a key that no object has: a table has the column by itself. */
    private static ObjectKey place(ObjectKey column) {
        return column.child(ObjectKind.COLUMN, "own");
    }
}
