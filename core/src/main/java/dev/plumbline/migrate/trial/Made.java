// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.StepCost;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a migration has made itself, followed through its renames: no application uses it yet. */
final class Made {
    private static final Set<ObjectKind> FOLLOWED = EnumSet.of(
            ObjectKind.TABLE,
            ObjectKind.VIEW,
            ObjectKind.MATERIALIZED_VIEW,
            ObjectKind.FOREIGN_TABLE,
            ObjectKind.VIRTUAL_TABLE,
            ObjectKind.COLUMN);

    private final Set<ObjectKey> keys;

    Made() {
        this.keys = new HashSet<>();
    }

    private Made(Set<ObjectKey> keys) {
        this.keys = new HashSet<>(keys);
    }

    Made copy() {
        return new Made(keys);
    }

    Set<ObjectKey> keys() {
        return keys;
    }

    /** Returns the tables and columns that have another name now, by their name before. */
    static SortedMap<ObjectKey, ObjectKey> renamed(
            SortedMap<ObjectKey, String> before, SortedMap<ObjectKey, String> after) {
        SortedMap<ObjectKey, ObjectKey> renamed = new TreeMap<>();
        Map<String, ObjectKey> fresh = new HashMap<>();
        after.forEach((key, identity) -> {
            if (!before.containsKey(key)) {
                fresh.put(key.kind() + identity, key);
            }
        });
        before.forEach((key, identity) -> {
            ObjectKey now = after.containsKey(key) ? null : fresh.get(key.kind() + identity);
            if (now != null) {
                renamed.put(key, now);
            }
        });
        return renamed;
    }

    /** Returns what was there before the migration and is gone, columns of a table that is gone left out. */
    SortedSet<ObjectKey> gone(
            SortedMap<ObjectKey, String> before,
            SortedMap<ObjectKey, String> after,
            SortedMap<ObjectKey, ObjectKey> renamed) {
        SortedSet<ObjectKey> gone = new TreeSet<>();
        for (ObjectKey key : before.keySet()) {
            if (!after.containsKey(key) && !renamed.containsKey(key) && !contains(key)) {
                gone.add(key);
            }
        }
        Set<ObjectKey> tables = new HashSet<>(gone);
        gone.removeIf(key -> key.kind() == ObjectKind.COLUMN && tables.contains(table(key)));
        return gone;
    }

    private boolean contains(ObjectKey key) {
        return keys.contains(key) || (key.kind() == ObjectKind.COLUMN && keys.contains(table(key)));
    }

    /** Takes up what a statement has made, and gives what it has renamed its new name. */
    void follow(List<Change> changes, SortedMap<ObjectKey, ObjectKey> renamed) {
        Set<ObjectKey> fresh = new HashSet<>();
        Set<ObjectKey> lost = new HashSet<>();
        for (Change change : changes) {
            if (change instanceof Change.Extra) {
                lost.add(change.key());
            } else if (change instanceof Change.Missing
                    && FOLLOWED.contains(change.key().kind())) {
                fresh.add(change.key());
            }
        }
        follow(fresh, lost, renamed);
    }

    /** Takes up what is there after a statement and was not before it. */
    void follow(
            SortedMap<ObjectKey, String> before,
            SortedMap<ObjectKey, String> after,
            SortedMap<ObjectKey, ObjectKey> renamed) {
        Set<ObjectKey> fresh = new HashSet<>(after.keySet());
        fresh.removeAll(before.keySet());
        Set<ObjectKey> lost = new HashSet<>(before.keySet());
        lost.removeAll(after.keySet());
        follow(fresh, lost, renamed);
    }

    private void follow(Set<ObjectKey> fresh, Set<ObjectKey> lost, SortedMap<ObjectKey, ObjectKey> renamed) {
        Set<ObjectKey> old = Set.copyOf(keys);
        keys.removeAll(renamed.keySet());
        keys.removeAll(lost);
        Set<ObjectKey> newNames = new HashSet<>(renamed.values());
        fresh.stream().filter(key -> !newNames.contains(key)).forEach(keys::add);
        renamed.forEach((was, is) -> {
            if (old.contains(was)) {
                keys.add(is);
            }
        });
    }

    /** Returns the same without what has the name of something older: made anew, with the old rows in it. */
    Made without(Catalog before) {
        Made rest = copy();
        rest.keys.removeIf(before::contains);
        return rest;
    }

    /** Returns a cost without what concerns only the migration's own tables; engines name them with or without schema. */
    StepCost without(StepCost cost) {
        Set<String> names = new HashSet<>();
        for (ObjectKey key : keys) {
            if (key.kind() != ObjectKind.COLUMN) {
                names.add(key.qualifiedName());
                if (key.schema().equals("main")) {
                    names.add(key.name());
                }
            }
        }
        return names.isEmpty() ? cost : cost.without(names);
    }

    private static ObjectKey table(ObjectKey column) {
        return new ObjectKey(ObjectKind.TABLE, column.path().subList(0, 2));
    }
}
