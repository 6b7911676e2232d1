// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Difference;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A key of a partitioned table that lacks parts, and is to be complete: partitions make what they lack, and what is not attached
 * is. The last to be attached makes the whole valid ({@code validatePartitionedIndex} in {@code tablecmds.c}); nothing else does.
 */
public final class IncompleteKey {
    /**
     * What one partition has of it in the end.
     *
     * @param to the part as it is desired: implied there, or an object of its own
     * @param whole the key that it is attached to
     * @param there the partition's own constraint, or the index that only has to become one; absent where it has none
     * @param attached whether that is attached already
     * @param parts those of the partition's own partitions that something is to be done about
     */
    public record Part(Constraint to, ObjectKey whole, Optional<ObjectKey> there, boolean attached, List<Part> parts) {
        /** Returns whether something is attached here or below. */
        boolean attaches() {
            return !attached || parts.stream().anyMatch(Part::attaches);
        }

        /** Returns the constraint that has another name so far. */
        public Optional<ObjectKey> renamed() {
            return there.filter(key -> key.kind() == ObjectKind.CONSTRAINT && !key.equals(to.key()));
        }

        /** Returns the index that becomes the constraint's. */
        Optional<ObjectKey> index() {
            return there.filter(key -> key.kind() == ObjectKind.INDEX);
        }

        private Stream<Part> all() {
            return Stream.concat(Stream.of(this), parts.stream().flatMap(Part::all));
        }

        private Stream<ObjectKey> absorbed() {
            return Stream.concat(there.stream(), parts.stream().flatMap(Part::absorbed));
        }
    }

    private final Catalog actual;
    private final Catalog desired;
    private final ObjectKey top;
    private final List<Part> parts;
    private boolean possible = true;

    private IncompleteKey(Constraint to, Catalog actual, Catalog desired) {
        this.actual = actual;
        this.desired = desired;
        this.top = to.key();
        this.parts = parts(to, Optional.of(to.key()));
    }

    /** Returns the key where it can be completed as it stands; absent where it is none, or must be made again. */
    public static Optional<IncompleteKey> of(Constraint from, Constraint to, Catalog actual, Catalog desired) {
        Set<String> differing = GapFinder.differences(from, to).stream()
                .map(Difference::component)
                .collect(Collectors.toSet());
        if (!differing.equals(Set.of("valid")) || from.valid()) {
            return Optional.empty();
        }
        IncompleteKey key = new IncompleteKey(to, actual, desired);
        return key.possible && key.parts.stream().anyMatch(Part::attaches) ? Optional.of(key) : Optional.empty();
    }

    /** Returns the keys that can be completed as they stand. */
    static SortedMap<ObjectKey, IncompleteKey> all(Gap gap) {
        SortedMap<ObjectKey, IncompleteKey> all = new TreeMap<>();
        gap.changes(Change.Altered.class).forEach(change -> {
            if (change.actual() instanceof Constraint from && change.desired() instanceof Constraint to) {
                of(from, to, gap.actual(), gap.desired()).ifPresent(key -> all.put(to.key(), key));
            }
        });
        return all;
    }

    /** Returns the partitions' own constraints and indexes that become part of it and are no objects any more. */
    SortedSet<ObjectKey> absorbed() {
        return parts.stream()
                .flatMap(Part::absorbed)
                .filter(key -> !desired.contains(key))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns its parts that are objects of their own in the end. */
    public SortedSet<ObjectKey> own() {
        return parts.stream()
                .flatMap(Part::all)
                .map(part -> part.to().key())
                .filter(desired::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what becomes of each partition, in the order of their names. */
    public List<Part> parts() {
        return parts;
    }

    /** Returns what completes it while nobody minds that tables are locked. */
    List<String> statements() {
        return parts.stream().flatMap(part -> statements(part).stream()).toList();
    }

    private List<String> statements(Part part) {
        List<String> statements = new ArrayList<>(own(part));
        part.parts().forEach(below -> statements.addAll(statements(below)));
        if (!part.attached()) {
            statements.add(ConstraintStatements.attach(part.whole(), part.to().key()));
        }
        return statements;
    }

    /** Returns what gives a partition the constraint under its name, where it has not. */
    public List<String> own(Part part) {
        Constraint to = part.to();
        if (part.renamed().isPresent()) {
            return List.of("ALTER TABLE " + Sql.of(to.on()) + " RENAME CONSTRAINT "
                    + Sql.name(part.renamed().get().name()) + " TO "
                    + Sql.name(to.key().name()));
        }
        if (part.index().isPresent()) {
            return List.of(new KeyIndex(to).add(to.key().name()));
        }
        if (part.there().isPresent()) {
            return List.of();
        }
        return isPartitioned(to.on()) ? ConstraintStatements.onOnly(to) : ConstraintStatements.add(to);
    }

    /** Returns whether a partition is partitioned itself. */
    public boolean isPartitioned(ObjectKey partition) {
        return desired.find(partition, Table.class).flatMap(Table::partitioning).isPresent();
    }

    /** Returns what becomes of each partition of a key's table, where the key is that one so far, or made. */
    private List<Part> parts(Constraint whole, Optional<ObjectKey> there) {
        List<Part> found = new ArrayList<>();
        List<Table> partitions = Partitions.below(whole.on(), desired);
        possible &= Partitions.below(whole.on(), actual).size() == partitions.size();
        for (Table partition : partitions) {
            Optional<Constraint> to = own(partition, whole).or(() -> implied(partition, whole));
            boolean stays = actual.find(partition.key(), Table.class)
                    .filter(before -> before.partitionOf().equals(partition.partitionOf())
                            && before.partitioning().equals(partition.partitioning()))
                    .isPresent();
            if (to.isPresent() && stays) {
                found.add(part(to.get(), whole, there));
            } else {
                possible = false;
            }
        }
        return found;
    }

    private Part part(Constraint to, Constraint whole, Optional<ObjectKey> wholeThere) {
        List<Constraint> own = actual.children(to.on()).stream()
                .flatMap(key -> actual.find(key, Constraint.class).stream())
                .toList();
        Optional<Constraint> attached = own.stream()
                .filter(constraint -> constraint.attachedTo().isPresent()
                        && constraint.attachedTo().equals(wholeThere))
                .findFirst();
        Optional<Constraint> like = attached.or(() -> likest(own, to));
        possible &= attached.stream().allMatch(constraint -> isLike(constraint, to));
        Optional<ObjectKey> there = like.map(Constraint::key).or(() -> index(to));
        possible &= there.stream().allMatch(key -> isUsed(key, to));
        possible &= there.filter(key -> key.name().equals(to.key().name())).isPresent() || isFree(to);
        boolean complete = like.filter(Constraint::valid).isPresent();
        boolean below = isPartitioned(to.on()) && !complete;
        Part part = new Part(
                to, whole.key(), there, attached.isPresent(), below ? parts(to, like.map(Constraint::key)) : List.of());
        // One that has all its parts and is not valid becomes so by nothing.
        possible &= !below || like.isEmpty() || part.parts().stream().anyMatch(Part::attaches);
        return part;
    }

    /** Returns whether what is there serves as the part, and nothing else. */
    private boolean isUsed(ObjectKey there, Constraint to) {
        return there.equals(to.key()) || !desired.contains(there);
    }

    /** Returns the part that the partition has in the end under a name or with settings of its own. */
    private Optional<Constraint> own(Table partition, Constraint whole) {
        return OwnParts.of(top, partition.key(), desired)
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(part -> part.type() == whole.type());
    }

    /** Returns what the partition has in the end; absent also where it could be one or another. */
    private static Optional<Constraint> implied(Table partition, Constraint whole) {
        List<Constraint> like = partition.implied().stream()
                .filter(Constraint.class::isInstance)
                .map(Constraint.class::cast)
                .filter(part -> part.type() == whole.type() && part.definition().equals(whole.definition()))
                .toList();
        return like.size() == 1 ? Optional.of(like.getFirst()) : Optional.empty();
    }

    /** Returns the constraint of the partition's own that can be attached, that of the name first. */
    private Optional<Constraint> likest(List<Constraint> own, Constraint to) {
        List<Constraint> like = own.stream()
                .filter(constraint ->
                        constraint.attachedTo().isEmpty() && isUsed(constraint.key(), to) && isLike(constraint, to))
                .toList();
        return like.stream()
                .filter(constraint -> constraint.key().equals(to.key()))
                .findFirst()
                .or(() -> like.stream().findFirst());
    }

    private static boolean isLike(Constraint one, Constraint other) {
        return one.type() == other.type()
                && one.definition().equals(other.definition())
                && one.clustered() == other.clustered()
                && one.indexOptions().equals(other.indexOptions())
                && one.tablespace().equals(other.tablespace());
    }

    private Optional<ObjectKey> index(Constraint to) {
        if (!KeyIndex.isOf(to) || isPartitioned(to.on())) {
            return Optional.empty();
        }
        KeyIndex index = new KeyIndex(to);
        return actual.find(index.key(to.key().name()), Index.class)
                .filter(found -> found.attachedTo().isEmpty() && index.isLike(found))
                .map(Index::key)
                .filter(key -> !desired.contains(key));
    }

    private boolean isFree(Constraint to) {
        String name = to.key().name();
        return !actual.contains(to.key())
                && actual.object(to.on()) instanceof Table table
                && table.implied().stream()
                        .noneMatch(implied -> implied.key().name().equals(name))
                && Stream.of(ObjectKind.INDEX, ObjectKind.TABLE)
                        .map(kind -> ObjectKey.of(kind, to.key().schema(), name))
                        .noneMatch(key -> actual.contains(key) && !isLeft(key, to));
    }

    /** What a failed build left goes before the next one. */
    private boolean isLeft(ObjectKey key, Constraint to) {
        return !desired.contains(key)
                && actual.find(key, Index.class)
                        .filter(index -> !index.valid() && index.on().equals(to.on()))
                        .isPresent();
    }
}
