// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Heir;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.change.InheritedDrops;
import dev.plumbline.postgres.change.InheritedTypes;
import dev.plumbline.postgres.change.ParentChange;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Recreation;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * When an inherited column changes its type: while nobody has it from a parent that does not change with it. Parents that lose the
 * column, and those that are left, do so before; see {@link InheritedTypes} for what the server says. Those that gain it come after.
 */
final class TypeOrder {
    private final Catalog actual;
    private final Catalog desired;
    private final Recreation recreation;
    private final InheritedDrops inherited;
    private final InheritedTypes types;

    TypeOrder(Gap gap, Recreation recreation, InheritedDrops inherited) {
        this.actual = gap.actual();
        this.desired = gap.desired();
        this.recreation = recreation;
        this.inherited = inherited;
        this.types = new InheritedTypes(actual, desired);
    }

    /** Returns the columns that are dropped before this one changes its type: parents' that members of its family have it from too. */
    Set<ObjectKey> awaits(ObjectKey column) {
        return isChanged(column)
                ? types.family(column).stream()
                        .flatMap(member -> inherited.before(member).stream())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** Returns what comes before: members of its family leave other parents, and one of several that come from nowhere is the first. */
    Set<ObjectKey> follows(ObjectKey column) {
        if (!isChanged(column)) {
            return Set.of();
        }
        Set<ObjectKey> first = types.family(column).stream()
                .flatMap(member -> actual.find(member, Column.class).stream())
                .filter(inherited::leaves)
                .filter(member -> !ParentChange.isRetypedBefore(member.key(), actual, desired))
                .map(member -> Passages.left(member.table()))
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<ObjectKey> tops = types.tops(column);
        if (!tops.getFirst().equals(column)) {
            first.add(tops.getFirst());
        }
        return first;
    }

    /** Returns the columns that change in the same statement as this one, and not in one of their own. */
    SortedSet<ObjectKey> others(ObjectKey column) {
        SortedSet<ObjectKey> others = new TreeSet<>();
        if (isChanged(column)) {
            SortedSet<ObjectKey> tops = types.tops(column);
            if (tops.getFirst().equals(column)) {
                others.addAll(tops);
                others.remove(column);
            }
        }
        return others;
    }

    /** Returns the columns that have changed their types before a table inherits from another: its own and the other's. */
    Set<ObjectKey> beforeInherited(Heir to, Set<ObjectKey> parents) {
        Set<ObjectKey> changed = new TreeSet<>();
        for (ObjectKey parent : parents) {
            desired.children(parent).stream()
                    .filter(key -> key.kind() == ObjectKind.COLUMN)
                    .forEach(column -> {
                        changed.add(column);
                        changed.add(to.key().child(ObjectKind.COLUMN, column.name()));
                    });
        }
        changed.removeIf(column -> !isChanged(column));
        return changed;
    }

    private boolean isChanged(ObjectKey column) {
        return recreation.altered().containsKey(column) && types.changes(column);
    }
}
