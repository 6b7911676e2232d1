// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DomainType;
import dev.plumbline.catalog.EnumType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What becomes of every object that the gap touches, or that must be touched because of another: dropped, created (both:
 * recreated), altered in place, or moved to a new version of its type. What depends on an object that goes away or is
 * disturbed is recreated, and what depends on that, until nothing more follows: exactly what must be, and nothing else.
 */
final class Recreation {
    private final Catalog actual;
    private final Catalog desired;
    private final SortedSet<ObjectKey> dropped = new TreeSet<>();
    private final SortedSet<ObjectKey> created = new TreeSet<>();
    private final SortedMap<ObjectKey, Alteration> altered = new TreeMap<>();
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> swapped = new TreeMap<>();

    private Recreation(Gap gap) {
        this.actual = gap.actual();
        this.desired = gap.desired();
    }

    static Recreation of(Gap gap, Statements statements) {
        Recreation recreation = new Recreation(gap);
        gap.changes(Change.Missing.class).forEach(missing -> recreation.created.add(missing.key()));
        SortedSet<ObjectKey> withoutAlter = new TreeSet<>();
        gap.changes(Change.Altered.class)
                .forEach(change -> statements
                        .alter(change.actual(), change.desired())
                        .ifPresentOrElse(
                                alteration -> recreation.altered.put(change.key(), alteration),
                                () -> withoutAlter.add(change.key())));
        gap.changes(Change.Extra.class).forEach(extra -> recreation.goes(extra.key()));
        withoutAlter.forEach(recreation::replace);
        new TreeMap<>(recreation.altered).forEach((key, alteration) -> {
            if (alteration.isDisruptive()) {
                recreation.disturb(key);
            }
        });
        return recreation;
    }

    /** Returns the actual objects that go away, those that come back in desired form among them. */
    SortedSet<ObjectKey> dropped() {
        return Collections.unmodifiableSortedSet(dropped);
    }

    /** Returns the desired objects that are created. */
    SortedSet<ObjectKey> created() {
        return Collections.unmodifiableSortedSet(created);
    }

    /** Returns what is altered in place. */
    Map<ObjectKey, Alteration> altered() {
        return Collections.unmodifiableMap(altered);
    }

    /** Returns the types that are replaced under their columns, with those columns. */
    SortedMap<ObjectKey, SortedSet<ObjectKey>> swapped() {
        return Collections.unmodifiableSortedMap(swapped);
    }

    private void replace(ObjectKey key) {
        boolean type = actual.object(key) instanceof EnumType || actual.object(key) instanceof DomainType;
        if (type && desired.contains(key)) {
            swap(key);
        } else {
            recreate(key);
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
        boolean letsGo = altered.containsKey(dependent)
                && !desired.dependencies(dependent).contains(gone);
        if (!letsGo) {
            recreate(dependent);
        }
    }

    /** The column changes its type; what the server does not carry along is recreated. */
    private void disturb(ObjectKey column) {
        for (ObjectKey dependent : actual.dependents(column)) {
            if (dropped.contains(dependent) || !desired.contains(dependent)) {
                continue;
            }
            switch (dependent.kind()) {
                // ALTER COLUMN TYPE rebuilds these by itself (tablecmds.c, RememberAllDependentForRebuilding).
                case INDEX, CONSTRAINT, STATISTICS, COMMENT, GRANT, SEQUENCE -> {}
                case COLUMN -> {
                    if (isGenerated(dependent)) {
                        recreate(dependent);
                    }
                }
                default -> recreate(dependent);
            }
        }
    }

    private boolean isGenerated(ObjectKey column) {
        return actual.find(column, Column.class)
                .filter(found -> found.value() instanceof ColumnValue.Generated)
                .isPresent();
    }

    /**
     * A new type takes the old one's place: columns are converted; whatever else names the type, or an expression over
     * such a column, is recreated, because it is bound to the old type.
     */
    private void swap(ObjectKey type) {
        SortedSet<ObjectKey> columns = new TreeSet<>();
        swapped.put(type, columns);
        SortedSet<ObjectKey> parts = new TreeSet<>(actual.descendants(type));
        dropped.addAll(parts);
        parts.forEach(altered::remove);
        created.addAll(desired.descendants(type));
        for (ObjectKey dependent : actual.dependents(type)) {
            if (dropped.contains(dependent) || !desired.contains(dependent)) {
                continue;
            }
            boolean converted = dependent.kind() == ObjectKind.COLUMN && !isGenerated(dependent);
            if (!converted) {
                recreate(dependent);
            } else if (desired.dependencies(dependent).contains(type)) {
                columns.add(dependent);
            }
        }
        for (ObjectKey column : columns) {
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
}
