// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.Taken;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What becomes of every object that the gap touches, or that must be touched because of another: dropped, created (both:
 * recreated), altered in place, or moved to a new version of its type. What depends on an object that goes away or is
 * disturbed is recreated, and what depends on that, until nothing more follows: exactly what must be, and nothing else.
 */
public final class Recreation {
    private final Catalog actual;
    private final Catalog desired;
    private final IncompleteIndexes incomplete;
    private final PartRenames parts;
    private final SortedSet<ObjectKey> dropped = new TreeSet<>();
    private final SequencedSet<ObjectKey> created = new LinkedHashSet<>();
    private final SortedSet<ObjectKey> createdRoutines = new TreeSet<>();
    private final SortedMap<ObjectKey, Alteration> altered = new TreeMap<>();
    private final List<TypeSwap> swaps = new ArrayList<>();
    private final SortedMap<ObjectKey, IncompleteKey> completed;
    private final SortedSet<ObjectKey> takenAlong;

    private Recreation(Gap gap, Statements statements, Passages passages) {
        this.parts = new PartRenames(gap, statements);
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.incomplete = new IncompleteIndexes(gap);
        this.completed = IncompleteKey.all(gap);
        this.takenAlong = passages.takenAlong();
    }

    /** Finds what must be made again, until nothing more follows from it. */
    public static Recreation of(Gap gap, Statements statements, Passages passages) {
        Recreation recreation = new Recreation(gap, statements, passages);
        SortedSet<ObjectKey> kept = passages.kept();
        SortedSet<ObjectKey> absorbed = passages.absorbed();
        SortedSet<ObjectKey> ownParts = new TreeSet<>();
        recreation.completed.values().forEach(key -> {
            absorbed.addAll(key.absorbed());
            ownParts.addAll(key.own());
        });
        SortedSet<ObjectKey> renamed = recreation.parts.renamed();
        gap.changes(Change.Missing.class)
                .filter(missing -> !kept.contains(missing.key())
                        && !renamed.contains(missing.key())
                        && !ownParts.contains(missing.key()))
                .forEach(missing -> recreation.created.add(missing.key()));
        List<ObjectKey> lackingParts = gap.changes(Change.Missing.class)
                .filter(missing -> !renamed.contains(missing.key()) && !ownParts.contains(missing.key()))
                .flatMap(missing -> wholeThere(missing.desired(), gap).stream())
                .toList();
        SortedSet<ObjectKey> withoutAlter = new TreeSet<>();
        gap.changes(Change.Altered.class)
                .filter(change -> !ownParts.contains(change.key()))
                .forEach(change -> statements
                        .alter(change.actual(), change.desired())
                        .ifPresentOrElse(
                                alteration -> recreation.altered.put(change.key(), alteration),
                                () -> withoutAlter.add(change.key())));
        gap.changes(Change.Extra.class)
                .filter(extra -> !absorbed.contains(extra.key()) && !renamed.contains(extra.key()))
                .forEach(extra -> recreation.goes(extra.key()));
        withoutAlter.addAll(DomainUse.refused(gap));
        withoutAlter.addAll(PartitionKeys.refused(gap));
        withoutAlter.forEach(key -> recreation.altered.remove(key));
        recreation.swapTypes(withoutAlter);
        withoutAlter.stream().filter(key -> !recreation.isSwapped(key)).forEach(recreation::recreate);
        List<ObjectKey> disturbed = recreation.altered.entrySet().stream()
                .filter(entry -> entry.getValue().isDisruptive())
                .map(Map.Entry::getKey)
                .toList();
        List<ObjectKey> inTheWay = recreation.altered.entrySet().stream()
                .flatMap(entry -> StoredRows.against(entry.getKey(), entry.getValue(), gap.actual()).stream())
                .filter(gap.desired()::contains)
                .toList();
        disturbed.forEach(recreation::disturb);
        inTheWay.forEach(recreation::recreate);
        SharedExpressions.over(disturbed, gap).forEach(recreation::recreate);
        lackingParts.forEach(recreation::recreate);
        recreation.incomplete.completed(recreation.created).forEach(recreation::recreate);
        // What is made again takes nothing that is there.
        recreation.completed.forEach((key, incomplete) -> {
            if (recreation.dropped.contains(key)) {
                incomplete.absorbed().stream()
                        .filter(part -> !recreation.dropped.contains(part))
                        .forEach(recreation::goes);
                incomplete.own().forEach(recreation::comesAnew);
            }
        });
        recreation.leaveParts();
        recreation.sortCreated();
        return recreation;
    }

    /** A part that is not the one that is there comes with its whole alone, but for one that a table brings along. */
    private static Optional<ObjectKey> wholeThere(SchemaObject missing, Gap gap) {
        return missing instanceof Attachable part && !PartRenames.isMoved(part.on(), gap)
                ? part.taken().map(Taken::by).filter(gap.actual()::contains)
                : Optional.empty();
    }

    /** What goes with its whole is not renamed, and what comes with one has its name from the start. */
    private void leaveParts() {
        for (ObjectKey part : parts.leave(dropped, created)) {
            if (actual.contains(part)) {
                goes(part);
            }
            if (desired.contains(part)) {
                created.add(part);
                created.addAll(desired.descendants(part));
            }
        }
    }

    /** What is missing came in order, and is most of it where there is much: so it is sorted once, not as it comes. */
    private void sortCreated() {
        List<ObjectKey> inOrder = created.stream().sorted().toList();
        created.clear();
        created.addAll(inOrder);
        inOrder.stream().filter(key -> key.kind().isRoutine()).forEach(createdRoutines::add);
    }

    /** Returns the parts of indexes and keys that only get another name. */
    public PartRenames parts() {
        return parts;
    }

    /** Returns the actual objects that go away, those that come back in desired form among them. */
    public SortedSet<ObjectKey> dropped() {
        return Collections.unmodifiableSortedSet(dropped);
    }

    /** Returns the desired objects that are created, sorted. */
    public SequencedSet<ObjectKey> created() {
        return Collections.unmodifiableSequencedSet(created);
    }

    /** Returns the routines among them. */
    public SortedSet<ObjectKey> createdRoutines() {
        return Collections.unmodifiableSortedSet(createdRoutines);
    }

    /** Returns what is altered in place. */
    public Map<ObjectKey, Alteration> altered() {
        return Collections.unmodifiableMap(altered);
    }

    /** Returns the actual objects that become part of a key which is altered. */
    public SortedSet<ObjectKey> absorbed(ObjectKey key) {
        return Optional.ofNullable(completed.get(key))
                .map(IncompleteKey::absorbed)
                .orElseGet(TreeSet::new);
    }

    /** Returns the desired parts, objects of their own, that come by altering a key. */
    public SortedSet<ObjectKey> completedWith(ObjectKey key) {
        return Optional.ofNullable(completed.get(key)).map(IncompleteKey::own).orElseGet(TreeSet::new);
    }

    /** Returns the swaps of types that are replaced under their columns. */
    public List<TypeSwap> swaps() {
        return Collections.unmodifiableList(swaps);
    }

    /** Returns the columns of these types, sorted. */
    public SortedSet<ObjectKey> swappedColumns() {
        return swaps.stream().flatMap(swap -> swap.columns().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns whether the key is of a type that is replaced under its columns. */
    public boolean isSwapped(ObjectKey type) {
        return swaps.stream().anyMatch(swap -> swap.types().contains(type));
    }

    private void swapTypes(SortedSet<ObjectKey> keys) {
        for (ObjectKey key : keys) {
            if (!TypeSwap.isType(key.kind()) || dropped.contains(key)) {
                continue;
            }
            TypeSwap swap = new TypeSwap(key, actual, desired);
            swaps.removeIf(swap::merge);
            swaps.add(swap);
        }
        swaps.forEach(this::swap);
    }

    private void comesAnew(ObjectKey part) {
        if (actual.contains(part)) {
            recreate(part);
        } else {
            created.add(part);
            created.addAll(desired.descendants(part));
        }
    }

    private void recreate(ObjectKey key) {
        if (dropped.contains(key)) {
            return;
        }
        created.add(key);
        created.addAll(desired.descendants(key));
        goes(key);
    }

    private void goes(ObjectKey root) {
        SortedSet<ObjectKey> going = new TreeSet<>();
        collect(root, going);
        going.removeAll(dropped);
        dropped.addAll(going);
        for (ObjectKey key : going) {
            altered.remove(key);
            if (desired.contains(key)) {
                created.add(key);
                created.addAll(desired.descendants(key));
            }
        }
        for (ObjectKey key : going) {
            for (ObjectKey dependent : actual.dependents(key)) {
                react(dependent, key);
            }
            incomplete.whole(key).filter(desired::contains).ifPresent(this::recreate);
            incomplete.takenBy(key).stream().filter(desired::contains).forEach(this::recreate);
        }
    }

    private void collect(ObjectKey key, SortedSet<ObjectKey> going) {
        if (going.add(key)) {
            actual.children(key).stream()
                    .filter(child -> !outlives(child, key))
                    .forEach(child -> collect(child, going));
        }
    }

    /** A sequence that is desired without its owner, or with another, is set free before the owner goes. */
    private boolean outlives(ObjectKey child, ObjectKey owner) {
        return child.kind() == ObjectKind.SEQUENCE
                && desired.find(child, Sequence.class)
                        .map(sequence -> !sequence.ownedBy().equals(Optional.of(owner)))
                        .orElse(false);
    }

    private void react(ObjectKey dependent, ObjectKey gone) {
        if (dropped.contains(dependent) || !desired.contains(dependent)) {
            return;
        }
        if (TypedTables.outlives(dependent, gone, actual, desired) || outlivesParent(dependent, gone)) {
            return;
        }
        boolean letsGo = altered.containsKey(dependent)
                && !desired.dependencies(dependent).contains(gone);
        if (!letsGo) {
            recreate(dependent);
        }
    }

    /**
     * A column that its table defines too, or another parent, stays when that of a parent goes (ATExecDropColumn in tablecmds.c), and
     * so does one that its table takes along to another parent before.
     */
    private boolean outlivesParent(ObjectKey heir, ObjectKey gone) {
        if (takenAlong.contains(heir)) {
            return true;
        }
        return gone.kind() == ObjectKind.COLUMN
                && heir.name().equals(gone.name())
                && actual.find(heir, Column.class)
                        .filter(column -> !column.inherited() || hasAnotherParent(heir))
                        .isPresent();
    }

    private boolean hasAnotherParent(ObjectKey heir) {
        return actual.dependencies(heir).stream()
                .filter(parent -> parent.name().equals(heir.name()) && !dropped.contains(parent))
                .filter(parent -> actual.find(parent, Column.class).isPresent())
                .anyMatch(desired.dependencies(heir)::contains);
    }

    /** The column changes its type; what the server does not carry along is recreated. */
    private void disturb(ObjectKey column) {
        for (ObjectKey dependent : actual.dependents(column)) {
            if (dropped.contains(dependent) || !desired.contains(dependent)) {
                continue;
            }
            switch (dependent.kind()) {
                // ALTER COLUMN TYPE rebuilds these by itself (tablecmds.c, RememberAllDependentForRebuilding).
                case STATISTICS, COMMENT, GRANT, SEQUENCE -> {}
                case INDEX, CONSTRAINT -> {
                    // It would build one that lacks parts with those of all partitions.
                    if (incomplete.lacksParts(dependent)
                            || HalfwayReferences.breaks(dependent, this::isDisturbed, actual, desired)) {
                        recreate(dependent);
                    }
                }
                case COLUMN -> {
                    if (isGenerated(dependent)) {
                        recreate(dependent);
                    }
                }
                default -> recreate(dependent);
            }
        }
    }

    private boolean isDisturbed(ObjectKey column) {
        Alteration alteration = altered.get(column);
        return alteration != null && alteration.isDisruptive();
    }

    private boolean isGenerated(ObjectKey column) {
        return actual.find(column, Column.class)
                .filter(found -> found.value() instanceof ColumnValue.Generated)
                .isPresent();
    }

    /**
     * New types take the old ones' places: columns are converted; whatever else names a type, or an expression over
     * such a column, is recreated, because it is bound to the old type.
     */
    private void swap(TypeSwap swap) {
        for (ObjectKey type : swap.types()) {
            altered.remove(type);
            SortedSet<ObjectKey> parts = new TreeSet<>(actual.descendants(type));
            dropped.addAll(parts);
            parts.forEach(altered::remove);
            created.addAll(desired.descendants(type));
            created.removeIf(part -> TypeSwap.isMadeAlong(part.kind())
                    && desired.object(part).parent().filter(type::equals).isPresent());
        }
        for (ObjectKey type : swap.types()) {
            for (ObjectKey dependent : actual.dependents(type)) {
                boolean untouched = dropped.contains(dependent) || !desired.contains(dependent);
                if (!untouched && !swap.types().contains(dependent)) {
                    convert(dependent, type, swap);
                }
            }
        }
        for (ObjectKey column : swap.columns()) {
            for (ObjectKey dependent : actual.dependents(column)) {
                boolean carriedAlong = switch (dependent.kind()) {
                    case COMMENT, GRANT, SEQUENCE, COLUMN -> !isGenerated(dependent);
                    default -> false;
                };
                if (!carriedAlong && !dropped.contains(dependent) && desired.contains(dependent)) {
                    recreate(dependent);
                }
            }
        }
    }

    private void convert(ObjectKey dependent, ObjectKey type, TypeSwap swap) {
        if (TypedTables.outlives(dependent, type, actual, desired)) {
            return;
        }
        boolean converted = dependent.kind() == ObjectKind.COLUMN && !isGenerated(dependent);
        if (!converted) {
            recreate(dependent);
        } else if (desired.dependencies(dependent).contains(type)) {
            swap.converts(dependent);
        }
    }
}
