// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * What a run that was stopped has left of a column or a table that was to stand beside others for a while. Nothing of it was ever anybody's
 * value: it is known by its name together with what stands there with it from the first commit on.
 */
public final class ScaffoldColumns {
    private ScaffoldColumns() {}

    /** Returns the keys of all of it, sorted. */
    static List<ObjectKey> left(Catalog catalog) {
        return catalog.objects().stream()
                .filter(object -> isLeft(object, catalog))
                .map(SchemaObject::key)
                .sorted()
                .toList();
    }

    /** Returns whether an object is part of it. */
    public static boolean isLeft(SchemaObject object, Catalog catalog) {
        return switch (object) {
            case Column column -> isBeside(column, catalog);
            case Index index -> Scaffold.isBeside(index.key().name()) && isOnOneBeside(index.key(), catalog);
            case Constraint constraint ->
                (constraint.type() == ConstraintType.CHECK || constraint.type() == ConstraintType.FOREIGN_KEY)
                        && Scaffold.isBeside(constraint.key().name())
                        && isOnOneBeside(constraint.key(), catalog);
            case Trigger trigger -> isSync(trigger);
            case Routine routine ->
                isOfTrigger(Signatures.name(routine.key().name()))
                        && routine.result().equals("trigger")
                        && catalog.dependents(routine.key()).stream()
                                .allMatch(key -> key.kind() == ObjectKind.GRANT
                                        || catalog.find(key, Trigger.class)
                                                .filter(ScaffoldColumns::isSync)
                                                .isPresent());
            case Sequence sequence ->
                Scaffold.isCounter(sequence.key().name())
                        && sequence.ownedBy().isEmpty()
                        && catalog.dependents(sequence.key()).stream()
                                .allMatch(key -> key.kind() == ObjectKind.GRANT
                                        || (key.kind() == ObjectKind.DEFAULT && Scaffold.isBeside(key.name())));
            case EnumType type -> isSuccessor(type, catalog);
            case Table table -> isSecond(table, catalog);
            default -> false;
        };
    }

    /** It is made before the first column is of it. */
    private static boolean isSuccessor(EnumType type, Catalog catalog) {
        return catalog.objects(EnumType.class)
                        .anyMatch(
                                other -> other.key().schema().equals(type.key().schema())
                                        && Scaffold.beside(other.key().name())
                                                .equals(type.key().name()))
                && catalog.dependents(type.key()).stream()
                        .allMatch(key -> key.kind() == ObjectKind.OWNER
                                || key.kind() == ObjectKind.GRANT
                                || isLeft(catalog.object(key), catalog));
    }

    private static boolean isOfTrigger(String routine) {
        return Scaffold.isSync(routine) || Scaffold.isCopy(routine);
    }

    private static boolean isSync(Trigger trigger) {
        String name = trigger.key().name();
        return (name.startsWith("~") && Scaffold.isSync(name)) || (name.startsWith("!") && Scaffold.isCopy(name));
    }

    /** A table to which another one's rows are copied has the triggers there from the begin; its partitions go with it. */
    private static boolean isSecond(Table table, Catalog catalog) {
        Table top = table;
        while (top.partitionOf().isPresent()) {
            Optional<Table> above = catalog.find(top.partitionOf().get().parent(), Table.class);
            if (above.isEmpty()) {
                return false;
            }
            top = above.get();
        }
        ObjectKey key = top.key();
        return Scaffold.isBeside(key.name())
                && catalog.objects(Trigger.class)
                        .filter(trigger -> trigger.on().kind() == ObjectKind.TABLE
                                && Scaffold.copyTrigger(trigger.on())
                                        .equals(trigger.key().name()))
                        .anyMatch(trigger -> TableBeside.key(trigger.on()).equals(key));
    }

    private static boolean isOnOneBeside(ObjectKey part, Catalog catalog) {
        return catalog.dependencies(part).stream()
                .flatMap(key -> catalog.find(key, Column.class).stream())
                .anyMatch(column -> isBeside(column, catalog));
    }

    /** One that is filled has its default from the begin; one that is kept in step, its trigger. */
    private static boolean isBeside(Column column, Catalog catalog) {
        return Scaffold.isBeside(column.key().name())
                && (catalog.contains(
                                new ObjectKey(ObjectKind.DEFAULT, column.key().path()))
                        || catalog.children(column.table()).stream()
                                .flatMap(key -> catalog.find(key, Trigger.class).stream())
                                .anyMatch(ScaffoldColumns::isSync));
    }
}
