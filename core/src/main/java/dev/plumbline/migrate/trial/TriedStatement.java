// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.trial;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.StepCost;
import dev.plumbline.script.ScriptStatement;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A statement of a script, and what it was seen to do.
 *
 * @param statement the statement
 * @param transaction the transaction of the script in which it runs, from 1; 0 for one that runs outside of any
 * @param cost what it locks, rewrites and scans of what was there before the migration; empty where it was not run
 * @param changes what it changes in the catalog; a rename is an extra and a missing object, in key order
 * @param renamed tables and columns that have another name after it, by their name before it
 * @param gone tables and columns from before the migration whose rows or values are gone with it
 * @param made tables, views and columns that the migration had made before this statement: nobody uses them yet
 * @param leftOut why it was not run, a sentence; empty where it was
 */
public record TriedStatement(
        ScriptStatement statement,
        int transaction,
        Optional<StepCost> cost,
        List<Change> changes,
        SortedMap<ObjectKey, ObjectKey> renamed,
        SortedSet<ObjectKey> gone,
        Set<ObjectKey> made,
        Optional<String> leftOut) {
    public TriedStatement {
        changes = List.copyOf(changes);
        renamed = Collections.unmodifiableSortedMap(new TreeMap<>(renamed));
        gone = Collections.unmodifiableSortedSet(new TreeSet<>(gone));
        made = Set.copyOf(made);
    }

    /** Returns one that was not run. */
    static TriedStatement untried(ScriptStatement statement, int transaction, Optional<String> why) {
        return new TriedStatement(
                statement, transaction, Optional.empty(), List.of(), new TreeMap<>(), new TreeSet<>(), Set.of(), why);
    }

    /** Returns whether it was run. */
    public boolean wasRun() {
        return cost.isPresent();
    }

    /** Returns whether it runs outside any transaction. */
    public boolean outside() {
        return transaction == 0;
    }

    /** Returns the changes of one type, in order. */
    public <T extends Change> List<T> changes(Class<T> type) {
        return changes.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
