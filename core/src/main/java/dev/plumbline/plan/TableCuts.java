// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Cuts what would be one transaction about very many tables in use into several about a few. A transaction keeps each lock until
 * it ends, so an application that wants the first table waits for the work on the last.
 *
 * <p>What must not be seen half done stays together: all that is done to one table; what leads from one existing object to another, as
 * when a view is dropped, its table altered, and the view made again; what takes the name that something else gives up. What is
 * new or goes away for good may be committed before or after what it serves: nobody uses it yet, or any more.
 *
 * <p>What is not about tables keeps its order: which function's text names what is new, no catalog tells.
 */
final class TableCuts {
    private static final Set<ObjectKind> LOCKED = EnumSet.of(
            ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private final Catalog actual;
    private final Catalog desired;
    private final int most;

    /**
     * Creates one.
     *
     * @param most how many tables in use one transaction may be about; more only where they cannot be told apart
     */
    TableCuts(Catalog actual, Catalog desired, int most) {
        this.actual = actual;
        this.desired = desired;
        this.most = most;
    }

    /**
     * An action in its place.
     *
     * @param later the places of those that wait for it
     * @param named the places, of those, that take a name which it gives up
     */
    record Placed(Action action, List<Integer> later, Set<Integer> named) {}

    /** Returns the actions in an order that can be cut, and cut. */
    List<Action> cut(List<Placed> order) {
        List<Action> all = new ArrayList<>();
        int from = 0;
        while (from < order.size()) {
            int to = from;
            while (to < order.size() && order.get(to).action().mode() == TransactionMode.TOGETHER) {
                to++;
            }
            if (to > from) {
                all.addAll(cutRun(order, from, to));
            }
            if (to < order.size()) {
                all.add(order.get(to).action());
            }
            from = to + 1;
        }
        return all;
    }

    /** Cuts what is between these two places, which would be one transaction. */
    private List<Action> cutRun(List<Placed> order, int from, int to) {
        List<Set<ObjectKey>> tables = new ArrayList<>();
        Set<ObjectKey> together = new TreeSet<>();
        for (Placed placed : order.subList(from, to)) {
            Set<ObjectKey> locked = locked(placed.action());
            tables.add(locked);
            together.addAll(locked);
        }
        if (together.size() <= most) {
            return order.subList(from, to).stream().map(Placed::action).toList();
        }
        Clusters clusters = clusters(order, from, to);
        List<Action> cut = new ArrayList<>();
        Set<ObjectKey> open = new TreeSet<>();
        for (List<Integer> cluster : clusters.inOrder()) {
            Set<ObjectKey> wider = new TreeSet<>(open);
            cluster.forEach(step -> wider.addAll(tables.get(step)));
            boolean begins = wider.size() > most && !open.isEmpty();
            if (begins) {
                wider.removeAll(open);
            }
            for (int step : cluster) {
                Action action = order.get(from + step).action();
                // What has no statements is no step, and so cannot begin anything.
                cut.add(begins && !action.statements().isEmpty() ? action.beginning() : action);
                begins &= action.statements().isEmpty();
            }
            open = wider;
        }
        return cut;
    }

    private Clusters clusters(List<Placed> order, int from, int to) {
        Clusters clusters = new Clusters(to - from);
        Map<ObjectKey, Integer> about = new HashMap<>();
        for (int step = 0; step < to - from; step++) {
            for (ObjectKey key : family(order.get(from + step).action())) {
                Integer first = about.putIfAbsent(key, step);
                if (first != null) {
                    clusters.join(first, step);
                }
            }
        }
        for (int step = 0; step < to - from; step++) {
            for (int later : order.get(from + step).named()) {
                if (later < to) {
                    clusters.join(step, later - from);
                }
            }
        }
        boolean[] inUse = new boolean[to - from];
        for (int step = 0; step < inUse.length; step++) {
            inUse[clusters.of(step)] |= family(order.get(from + step).action()).stream().anyMatch(this::stays);
        }
        int[] groups = new int[inUse.length];
        for (int step = 0; step < groups.length; step++) {
            groups[step] = clusters.of(step);
        }
        int before = -1;
        for (int step = 0; step < groups.length; step++) {
            for (int later : order.get(from + step).later()) {
                if (later >= to) {
                    continue;
                }
                if (inUse[groups[step]] && inUse[groups[later - from]]) {
                    clusters.join(step, later - from);
                } else {
                    clusters.before(step, later - from);
                }
            }
            if (!inUse[groups[step]]) {
                if (before >= 0) {
                    clusters.before(before, step);
                }
                before = step;
            }
        }
        return clusters;
    }

    /** Whether it is there before and afterwards, and somebody may use it in between. */
    private boolean stays(ObjectKey key) {
        return LOCKED.contains(key.kind()) && actual.contains(key) && desired.contains(key);
    }

    /** Returns the tables, and what else a query can name, that are there and that an action locks. */
    private Set<ObjectKey> locked(Action action) {
        Set<ObjectKey> tables = new TreeSet<>();
        if (!action.statements().isEmpty()) {
            for (ObjectKey key : touched(action)) {
                tables.add(root(key));
                Optional.of(key)
                        .flatMap(k -> find(k).filter(Constraint.class::isInstance))
                        .flatMap(constraint -> ((Constraint) constraint).references())
                        .ifPresent(tables::add);
            }
            tables.removeIf(key -> !LOCKED.contains(key.kind()) || !actual.contains(key));
        }
        return tables;
    }

    /** Returns what an action is about, each with what it is part of: its table, and the tables above that. */
    private Set<ObjectKey> family(Action action) {
        Set<ObjectKey> family = new TreeSet<>();
        for (ObjectKey key : touched(action)) {
            ObjectKey root = root(key);
            if (family.add(root)) {
                addAbove(root, actual, family);
                addAbove(root, desired, family);
            }
        }
        return family;
    }

    private static Set<ObjectKey> touched(Action action) {
        Set<ObjectKey> touched = new TreeSet<>(action.achieves());
        touched.addAll(action.releases());
        touched.add(action.object());
        return touched;
    }

    private static void addAbove(ObjectKey key, Catalog catalog, Set<ObjectKey> family) {
        catalog.find(key, Table.class).ifPresent(table -> {
            List<ObjectKey> parents = new ArrayList<>(table.inherits());
            table.partitionOf().ifPresent(of -> parents.add(of.parent()));
            parents.stream().filter(family::add).forEach(parent -> addAbove(parent, catalog, family));
        });
    }

    private Optional<SchemaObject> find(ObjectKey key) {
        return actual.find(key).or(() -> desired.find(key));
    }

    private ObjectKey root(ObjectKey key) {
        return find(key).flatMap(SchemaObject::parent).map(this::root).orElse(key);
    }
}
