// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Taken;
import dev.plumbline.gap.Gap;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Indexes and keys of partitioned tables that are not valid, because some partitions have no part of them ({@code CREATE INDEX ON
 * ONLY}, {@code ALTER TABLE ONLY … ADD CONSTRAINT}), and the parts that are attached. A part is neither detached nor dropped by itself: that takes the whole index, with which all its
 * parts go (PostgreSQL documentation, ALTER INDEX, ATTACH PARTITION). And every partition that comes later is given a part
 * ({@code DefineRelation} and {@code AttachPartitionEnsureIndexes} in {@code tablecmds.c}).
 */
public final class IncompleteIndexes {
    private final Catalog actual;
    private final Catalog desired;

    /** Looks at those of both sides. */
    public IncompleteIndexes(Gap gap) {
        this.actual = gap.actual();
        this.desired = gap.desired();
    }

    /** Returns the index that must go so that a part of it does; absent where the part goes with its table, or that leaves. */
    public Optional<ObjectKey> whole(ObjectKey part) {
        return find(part, actual)
                .filter(index -> desired.contains(index.on()) && !isLeaving(index))
                .flatMap(index -> index.attachedTo().or(() -> taken(index)));
    }

    /** What a partition has of its own may be the part of one that is complete. */
    private static Optional<ObjectKey> taken(Attachable part) {
        return part.taken().map(Taken::by);
    }

    /** Returns the partitions' own indexes and keys that one which is complete has for its parts. */
    List<ObjectKey> takenBy(ObjectKey whole) {
        return OwnParts.of(whole, actual).stream().map(Attachable::key).toList();
    }

    /** Returns whether the key of a partition goes with an index, which the server only does when told so (DROP INDEX, CASCADE). */
    public boolean takesKeys(SchemaObject dropped) {
        return dropped instanceof Index
                && parts(dropped.key()).stream()
                        .anyMatch(part -> part.kind() == ObjectKind.CONSTRAINT
                                && whole(part)
                                        .filter(whole -> whole.kind() == ObjectKind.INDEX)
                                        .isPresent());
    }

    /** Returns whether it is the index or key of a partitioned table that is not valid. */
    boolean lacksParts(ObjectKey whole) {
        return find(whole, actual)
                .filter(index -> !index.valid()
                        && actual.find(index.on(), Table.class)
                                .flatMap(Table::partitioning)
                                .isPresent())
                .isPresent();
    }

    /** Returns the parts that go with an index, theirs included. */
    public SortedSet<ObjectKey> parts(ObjectKey index) {
        SortedSet<ObjectKey> parts = new TreeSet<>(takenBy(index));
        for (ObjectKey dependent : actual.dependents(index)) {
            if (whole(dependent).filter(index::equals).isPresent()) {
                parts.add(dependent);
                parts.addAll(parts(dependent));
            }
        }
        return parts;
    }

    /** Returns what comes before an index is dropped that is attached to another: its table has left that one's. */
    public Set<ObjectKey> left(SchemaObject dropped) {
        return dropped instanceof Attachable index && index.attachedTo().isPresent()
                ? Set.of(Passages.left(index.on()))
                : Set.of();
    }

    /** Returns what comes before an index is altered that is to be attached to another: its table has joined that one's. */
    public Set<ObjectKey> joined(SchemaObject altered) {
        return altered instanceof Attachable index && index.attachedTo().isPresent() && isMoved(index.on())
                ? Set.of(index.on(), Passages.joined(index.on()))
                : Set.of();
    }

    /**
     * Returns the indexes that partitions which come would be given parts of, and are to have none or one of another name: they are made
     * again behind those.
     */
    SortedSet<ObjectKey> completed(Collection<ObjectKey> created) {
        SortedSet<ObjectKey> completed = new TreeSet<>();
        desired.objects(Table.class)
                .filter(table -> table.partitionOf().isPresent())
                .filter(table -> created.contains(table.key()) || isMoved(table.key()))
                .forEach(table -> actual.children(table.partitionOf().get().parent()).stream()
                        .flatMap(part -> find(part, actual).stream())
                        .filter(index -> !index.valid() && desired.contains(index.key()))
                        .filter(index -> created.contains(table.key()) || !brings(table.key(), index.key()))
                        .forEach(index -> completed.add(index.key())));
        return completed;
    }

    /** Returns whether a table has the part that it is to have before it is attached itself. */
    private boolean brings(ObjectKey table, ObjectKey whole) {
        return desired.children(table).stream()
                .filter(actual::contains)
                .flatMap(part -> find(part, desired).stream())
                .anyMatch(index -> index.attachedTo().filter(whole::equals).isPresent());
    }

    private static Optional<Attachable> find(ObjectKey key, Catalog catalog) {
        return catalog.find(key).filter(Attachable.class::isInstance).map(Attachable.class::cast);
    }

    private boolean isLeaving(Attachable part) {
        return isMoved(part.on());
    }

    private boolean isMoved(ObjectKey table) {
        return actual.contains(table) && !of(table, actual).equals(of(table, desired));
    }

    private static Optional<PartitionOf> of(ObjectKey table, Catalog catalog) {
        return catalog.find(table, Table.class).flatMap(Table::partitionOf);
    }

    /** Returns what comes before an object that is made: for an index or a key without parts the partitions, which would be given some. */
    public static Set<ObjectKey> partitions(SchemaObject made, Catalog desired) {
        return made instanceof Attachable index && !index.valid()
                ? desired.dependents(index.on()).stream()
                        .filter(key -> desired.find(key, Table.class)
                                .filter(table -> table.isPartitionOf(index.on()))
                                .isPresent())
                        .flatMap(key -> Stream.of(key, Passages.joined(key)))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
