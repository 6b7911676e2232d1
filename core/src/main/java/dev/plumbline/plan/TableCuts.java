// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

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
    private static final Set<ObjectKind> LOCKED =
            EnumSet.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

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
            all.addAll(cutRun(order.subList(from, to), from));
            if (to < order.size()) {
                all.add(order.get(to).action());
            }
            from = to + 1;
        }
        return all;
    }

    /**
     * Cuts what would be one transaction.
     *
     * @param first the place of its first action
     */
    private List<Action> cutRun(List<Placed> run, int first) {
        List<Action> actions = run.stream().map(Placed::action).toList();
        List<Set<ObjectKey>> locked = actions.stream().map(this::locked).toList();
        if (locked.stream().flatMap(Set::stream).distinct().count() <= most) {
            return actions;
        }
        List<Action> cut = new ArrayList<>();
        Set<ObjectKey> open = new TreeSet<>();
        for (List<Integer> cluster : clusters(run, first).inOrder()) {
            Set<ObjectKey> wider = new TreeSet<>(open);
            cluster.forEach(step -> wider.addAll(locked.get(step)));
            boolean begins = wider.size() > most && !open.isEmpty();
            if (begins) {
                wider.removeAll(open);
            }
            for (int step : cluster) {
                Action action = actions.get(step);
                // What has no statements is no step, and so cannot begin anything.
                boolean hasSql = !action.statements().isEmpty();
                cut.add(begins && hasSql ? action.beginning() : action);
                begins &= !hasSql;
            }
            open = wider;
        }
        return cut;
    }

    private Clusters clusters(List<Placed> run, int first) {
        Clusters clusters = new Clusters(run.size());
        List<Set<ObjectKey>> families =
                run.stream().map(placed -> family(placed.action())).toList();
        Map<ObjectKey, Integer> about = new HashMap<>();
        for (int step = 0; step < run.size(); step++) {
            for (ObjectKey key : families.get(step)) {
                Integer earlier = about.putIfAbsent(key, step);
                if (earlier != null) {
                    clusters.join(earlier, step);
                }
            }
            for (int named : within(run, first, run.get(step).named())) {
                clusters.join(step, named);
            }
        }
        // Taken before the edges join more: what is new must not tie together what it serves.
        BitSet inUse = new BitSet();
        int[] cluster = IntStream.range(0, run.size()).map(clusters::of).toArray();
        for (int step = 0; step < run.size(); step++) {
            if (families.get(step).stream().anyMatch(this::stays)) {
                inUse.set(cluster[step]);
            }
        }
        int before = -1;
        for (int step = 0; step < run.size(); step++) {
            boolean used = inUse.get(cluster[step]);
            for (int later : within(run, first, run.get(step).later())) {
                if (used && inUse.get(cluster[later])) {
                    clusters.join(step, later);
                } else {
                    clusters.before(step, later);
                }
            }
            if (!used) {
                if (before >= 0) {
                    clusters.before(before, step);
                }
                before = step;
            }
        }
        return clusters;
    }

    /** Returns those of the places that are in a run, counted from its first. */
    private static List<Integer> within(List<Placed> run, int first, Collection<Integer> places) {
        return places.stream()
                .map(place -> place - first)
                .filter(place -> place < run.size())
                .toList();
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
                find(key)
                        .filter(Constraint.class::isInstance)
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
