// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.creation;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.change.KeyIndex;
import dev.plumbline.postgres.change.OwnParts;
import dev.plumbline.postgres.change.Partitions;
import dev.plumbline.postgres.change.Passages;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The keys that partitions have of their own. A unique index of the partitioned table takes the index of such a key for its part
 * where it is there, and makes another where it is not yet; a key of the partitioned table does the same (DefineIndex in
 * indexcmds.c), and so does one when a table becomes its partition (AttachPartitionEnsureIndexes in tablecmds.c). So keys that an
 * index took come first, as other parts do that have names of their own, and those keys that stand beside one of the partitioned table
 * come last, and go first.
 */
final class TakenKeys {
    private TakenKeys() {}

    /**
     * Returns what is made before an object: the parts that it takes, whatever takes others that it could take as well, and what is not
     * to take a key.
     */
    static Set<ObjectKey> before(SchemaObject object, Catalog desired) {
        Set<ObjectKey> first = new TreeSet<>();
        if (object instanceof Attachable part && part.taken().isPresent()) {
            desired.find(part.taken().get().by())
                    .map(Attachable.class::cast)
                    .ifPresent(whole -> first.addAll(otherTakers(whole, false, desired)));
            first.addAll(partsBelow(part, desired));
        }
        // Only what is of a partitioned table has parts; most is not, and its table has much else.
        if (object instanceof Attachable whole
                && whole.valid()
                && !Partitions.below(whole.on(), desired).isEmpty()) {
            List<Attachable> own = OwnParts.of(object.key(), desired);
            own.forEach(part -> first.add(part.key()));
            first.addAll(otherTakers(whole, own.isEmpty(), desired));
        }
        if (object instanceof Index index && index.unique() && index.valid()) {
            first.addAll(alone(index.on(), desired));
        } else if (object instanceof Constraint key && isAlone(key)) {
            Optional<Table> table = desired.find(key.on(), Table.class);
            Set<ObjectKey> wholes = new TreeSet<>();
            table.ifPresent(partition -> above(partition, key, desired, wholes));
            if (!wholes.isEmpty()) {
                first.addAll(wholes);
                first.add(key.on());
                first.add(Passages.joined(key.on()));
            }
        }
        return first;
    }

    /** The part of a partition that is partitioned takes those of its own partitions, and makes what they lack. */
    private static List<ObjectKey> partsBelow(Attachable part, Catalog desired) {
        ObjectKey whole = part.taken().orElseThrow().by();
        return Partitions.all(part.on(), desired).stream()
                .flatMap(partition -> OwnParts.of(whole, partition.key(), desired).stream())
                .map(Attachable::key)
                .toList();
    }

    /**
     * Returns what of the same table comes before it, as it has parts of its own which the other could take for its own: what has some
     * comes in order of keys, then the rest.
     */
    private static Set<ObjectKey> otherTakers(Attachable whole, boolean withoutOwn, Catalog desired) {
        return desired.dependents(whole.on()).stream()
                .filter(other -> !other.equals(whole.key()) && (withoutOwn || other.compareTo(whole.key()) < 0))
                .filter(other -> desired.find(other)
                        .filter(object -> object instanceof Attachable attachable
                                && attachable.on().equals(whole.on())
                                && isAlike(attachable, whole))
                        .isPresent())
                .filter(other -> !OwnParts.of(other, desired).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The server does not mind in which direction an index goes (CompareIndexInfo in index.c). More is taken for alike here than is. */
    private static boolean isAlike(Attachable one, Attachable other) {
        if (one instanceof Index first && other instanceof Index second) {
            return first.unique() == second.unique()
                    && first.method().equals(second.method())
                    && first.columns().equals(second.columns())
                    && first.predicate().equals(second.predicate());
        }
        return !(one instanceof Constraint first && other instanceof Constraint second)
                || (first.type() == second.type() && first.columns().equals(second.columns()));
    }

    /** Returns the actual keys of partitions that a key of the partitioned table would take; those that go, go before it is made. */
    static Set<ObjectKey> inTheWay(SchemaObject made, Catalog actual) {
        Set<ObjectKey> keys = new TreeSet<>();
        if (made instanceof Constraint whole && KeyIndex.isOf(whole) && whole.valid()) {
            alone(whole.on(), actual).stream()
                    .filter(key -> actual.find(key, Constraint.class)
                            .filter(own -> own.columns().equals(whole.columns()))
                            .isPresent())
                    .forEach(keys::add);
        }
        return keys;
    }

    private static Set<ObjectKey> alone(ObjectKey table, Catalog catalog) {
        Set<ObjectKey> keys = new TreeSet<>();
        Partitions.all(table, catalog).stream()
                .flatMap(part -> catalog.children(part.key()).stream())
                .filter(key -> catalog.find(key, Constraint.class)
                        .filter(TakenKeys::isAlone)
                        .isPresent())
                .forEach(keys::add);
        return keys;
    }

    private static boolean isAlone(Constraint key) {
        return KeyIndex.isOf(key) && key.attachedTo().isEmpty() && key.taken().isEmpty();
    }

    private static void above(Table partition, Constraint own, Catalog catalog, Set<ObjectKey> wholes) {
        Optional<ObjectKey> parent = partition.partitionOf().map(PartitionOf::parent);
        if (parent.isPresent()) {
            catalog.children(parent.get()).stream()
                    .filter(key -> key.kind() == ObjectKind.CONSTRAINT)
                    .filter(key -> catalog.find(key, Constraint.class)
                            .filter(whole -> KeyIndex.isOf(whole)
                                    && whole.valid()
                                    && whole.columns().equals(own.columns()))
                            .isPresent())
                    .forEach(wholes::add);
            catalog.find(parent.get(), Table.class).ifPresent(table -> above(table, own, catalog, wholes));
        }
    }
}
