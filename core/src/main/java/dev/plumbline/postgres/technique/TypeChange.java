// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Batch;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.DomainUse;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Nulls;
import dev.plumbline.postgres.sql.Sql;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A column of a table in use that is to have another type, for which the server would write the table anew.
 *
 * @param from the column as it is
 * @param to the column as it is to be
 * @param action what changes it directly
 * @param values the new values in terms of the row, as that action has them
 * @param successor what the column has under the successor of its enum; absent where it takes another type
 */
record TypeChange(Column from, Column to, Action action, String values, Scene scene, Optional<EnumValues> successor) {
    private static final String USING = " USING ";

    /** Returns the change of a column; absent where it has none, or one that copies no rows. */
    static Optional<TypeChange> of(ObjectKey key, Scene scene) {
        if (key.kind() != ObjectKind.COLUMN || !scene.recreation().altered().containsKey(key)) {
            return Optional.empty();
        }
        Optional<Column> to = scene.desired().find(key, Column.class);
        Optional<Action> action = scene.alteration(key);
        if (to.isEmpty() || action.isEmpty() || to.get().table().kind() != ObjectKind.TABLE) {
            return Optional.empty();
        }
        Column from = scene.actual().find(key, Column.class).orElseThrow();
        return ColumnStatements.typeChanges(from, to.get())
                        && scene.isInUse(to.get().table())
                ? values(action.get(), to.get())
                        .map(values -> new TypeChange(from, to.get(), action.get(), values, scene, Optional.empty()))
                        .filter(TypeChange::copiesRows)
                : Optional.empty();
    }

    private static Optional<String> values(Action action, Column to) {
        String head = ColumnStatements.alter(to.key()) + " TYPE ";
        return action.statements().stream()
                .filter(sql -> sql.startsWith(head) && sql.contains(USING))
                .map(sql -> sql.substring(sql.indexOf(USING, head.length()) + USING.length()))
                .findFirst();
    }

    private boolean copiesRows() {
        boolean free = isPlainCast() && FreeTypeChange.keepsRows(from, to);
        boolean indexed = scene.actual().dependents(key()).stream()
                .anyMatch(
                        dependent -> dependent.kind() == ObjectKind.INDEX || dependent.kind() == ObjectKind.CONSTRAINT);
        return !free || (indexed && !FreeTypeChange.keepsIndexes(from, to));
    }

    /** Returns whether a value is only cast, so that one that is null stays null. */
    boolean isPlainCast() {
        return values.startsWith(Sql.name(key().name()) + "::");
    }

    ObjectKey key() {
        return to.key();
    }

    ObjectKey table() {
        return to.table();
    }

    /** Returns the default that the column is to have. */
    Optional<ColumnDefault> toDefault() {
        return scene.desired().find(new ObjectKey(ObjectKind.DEFAULT, key().path()), ColumnDefault.class);
    }

    BatchTable batchTable() {
        return new BatchTable(table(), key(), scene);
    }

    /** Returns whether an object is replaced together with the values, so that nothing waits for it. */
    boolean replaces(ObjectKey type) {
        return successor.filter(of -> of.type().key().equals(type)).isPresent();
    }

    /** Returns what is there before the second column is. */
    List<ObjectKey> needed() {
        return Stream.concat(
                        scene.desired().dependencies(key()).stream().filter(needed -> !replaces(needed)),
                        successor.map(of -> of.type().besideKey()).stream())
                .toList();
    }

    /** Returns how the rows are converted. */
    Batch batch(ColumnBeside beside) {
        String pending = beside.isNull()
                + (isPlainCast() || successor.filter(EnumValues::keepsNull).isPresent()
                        ? " AND " + Nulls.isNotNull(Sql.name(key().name()), from, scene.actual())
                        : "");
        return batchTable().batch(beside.name(), values, pending);
    }

    /** Returns why a second column cannot take the place of the first, as a clause for people; empty where it can. */
    Optional<String> obstacle() {
        if (from.inherited() || to.inherited()) {
            return Optional.of("the column is inherited");
        }
        if (scene.isConverted(key())) {
            return Optional.of("a hint changes its values by a query");
        }
        if (to.value() instanceof ColumnValue.Generated || from.value() instanceof ColumnValue.Generated) {
            return Optional.of("it is generated");
        }
        if (to.value() instanceof ColumnValue.Identity && !(from.value() instanceof ColumnValue.Identity)) {
            return Optional.of("it becomes an identity at the same time");
        }
        Optional<ObjectKey> domain = DomainUse.mindingNull(key(), scene.desired());
        if (domain.isPresent()) {
            return Optional.of("the server would check " + domain.get() + " on every row, which has no value yet");
        }
        if (NotNull.isNotValid(to)) {
            return Optional.of("its NOT NULL is not valid");
        }
        if (SyncTrigger.isOutrun(table(), scene)) {
            return Optional.of(
                    "a trigger of " + table() + " would fire after the one that keeps a second column in step");
        }
        return batchTable()
                .obstacle()
                .or(() -> new ColumnParts(this).obstacle())
                .or(this::knot);
    }

    /** Columns that refer to this one change first, or the two would be in each other's way. */
    private Optional<String> knot() {
        return List.copyOf(new ColumnParts(this).referring()).stream()
                .filter(column -> scene.recreation().altered().containsKey(column))
                .filter(column -> column.equals(key()) || leadsTo(column, 0))
                .findFirst()
                .map(column -> column + " refers to it, changes too, and is referred to by it");
    }

    private boolean leadsTo(ObjectKey column, int depth) {
        if (depth > 10) {
            return true;
        }
        return of(column, scene).stream()
                .flatMap(change -> new ColumnParts(change).referring().stream())
                .anyMatch(next -> next.equals(key()) || leadsTo(next, depth + 1));
    }
}
