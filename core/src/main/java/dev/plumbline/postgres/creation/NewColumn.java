// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.OwnerStatements;
import dev.plumbline.postgres.change.Reach;
import dev.plumbline.postgres.change.TableStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A column that is added to a table which is there, together with its default: rows that are there need a value at once
 * where the column is NOT NULL. A sequence that the column is to own is made before it, and handed over afterwards.
 */
final class NewColumn {
    private final SortedSet<ObjectKey> folded = new TreeSet<>();
    private final List<String> statements = new ArrayList<>();
    private final List<String> withoutDefault = new ArrayList<>();

    NewColumn(Column column, Catalog desired, Set<ObjectKey> created) {
        Optional<ColumnDefault> value =
                desired.find(new ObjectKey(ObjectKind.DEFAULT, column.key().path()), ColumnDefault.class);
        Optional<Sequence> own = desired.children(column.key()).stream()
                .filter(created::contains)
                .flatMap(key -> desired.find(key, Sequence.class).stream())
                .findFirst();
        Reach reach = new Reach(desired, created, key -> key.equals(column.key()) || isOwn(own, key));
        boolean together = value.isPresent()
                && !column.inherited()
                && reach.standsAlone(value.get().key());
        if (column.inherited()) {
            return;
        }
        if (!together) {
            statements.addAll(ColumnStatements.add(column, Optional.empty()));
            return;
        }
        boolean usesOwn = own.isPresent()
                && desired.dependencies(value.get().key()).contains(own.get().key());
        folded.add(value.get().key());
        passOn(column, value.get(), false, desired, created);
        if (usesOwn) {
            folded.add(own.get().key());
            Sequence free = own.get().ownedBy(Optional.empty());
            statements.add(TableStatements.create(free));
            statements.addAll(
                    ColumnStatements.add(column, Optional.of(value.get().expression())));
            statements.addAll(OwnerStatements.handedOver(own.get(), desired));
        } else {
            statements.addAll(
                    ColumnStatements.add(column, Optional.of(value.get().expression())));
        }
        statements.addAll(withoutDefault);
    }

    /** The default comes to all who inherit the column; those that have another say so themselves. */
    private void passOn(
            Column column, ColumnDefault value, boolean fromSeveral, Catalog desired, Set<ObjectKey> created) {
        for (ObjectKey key : desired.dependents(column.key())) {
            Optional<Column> heir = desired.find(key, Column.class)
                    .filter(found ->
                            found.inherited() && key.name().equals(column.key().name()))
                    .filter(found -> created.contains(key) && !created.contains(found.table()));
            if (heir.isPresent()) {
                folded.add(key);
                boolean several = fromSeveral || comesFromElsewhereToo(heir.get(), column, desired, created);
                ObjectKey theirs = new ObjectKey(ObjectKind.DEFAULT, key.path());
                Optional<ColumnDefault> own = desired.find(theirs, ColumnDefault.class);
                if (own.isEmpty()) {
                    withoutDefault.add(ColumnStatements.dropDefault(key, true));
                } else if (!several && own.get().expression().equals(value.expression())) {
                    folded.add(theirs);
                }
                passOn(heir.get(), value, several, desired, created);
            }
        }
    }

    /** The parent that gets it first gives it to the heir, with its default or without; the other finds it there. */
    private static boolean comesFromElsewhereToo(Column heir, Column parent, Catalog desired, Set<ObjectKey> created) {
        return desired.dependencies(heir.key()).stream()
                .filter(key -> key.name().equals(heir.key().name()) && !key.equals(parent.key()))
                .anyMatch(key ->
                        created.contains(key) && desired.find(key, Column.class).isPresent());
    }

    private static boolean isOwn(Optional<Sequence> own, ObjectKey key) {
        return own.filter(sequence -> sequence.key().equals(key)).isPresent();
    }

    /** Returns the statements that add the column and what is folded into it; none where a parent brings it. */
    List<String> statements() {
        return statements;
    }

    /** Returns the keys of the parts that come with it. */
    SortedSet<ObjectKey> folded() {
        return folded;
    }
}
