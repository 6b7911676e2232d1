// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The order of actions: one graph over all of them, sorted once, the same way every time. Three rules make its edges:
 *
 * <ol>
 *   <li>what an object needs in the desired catalog is achieved before the object is,
 *   <li>what needed an object in the actual catalog has let go before the object is released, unless it expressly awaits that,
 *   <li>a name is free before something else takes it.
 * </ol>
 *
 * <p>A cycle is a defect in the rules that made the actions, and is reported as one. What an action may need, by the words of an
 * expression, comes before it too, unless one of these rules has it the other way round: what is certain goes before what is guessed.
 */
final class ActionGraph {
    private static final Comparator<Node> BY_PREFERENCE = Comparator.<Node>comparingInt(n -> n.phase)
            .thenComparing(ActionGraph::byKind)
            .thenComparing(n -> n.goesOn)
            .thenComparing(n -> n.action.object())
            .thenComparing(n -> n.action.verb())
            .thenComparingInt(n -> n.position);

    private final List<Node> nodes = new ArrayList<>();
    private final Map<ObjectKey, List<Node>> achieving = new HashMap<>();
    private final Map<ObjectKey, List<Node>> releasing = new HashMap<>();

    private ActionGraph(List<Action> actions) {
        for (Action action : actions) {
            Node node = new Node(action, nodes.size());
            nodes.add(node);
            action.achieves().forEach(key -> index(achieving, key, node));
            action.releases().forEach(key -> index(releasing, key, node));
        }
    }

    /**
     * Returns the actions in the order in which they can be carried out. Where the writer says how many tables one transaction may be
     * about, those that would be in one with more begin another.
     */
    static List<Action> sort(List<Action> actions, Catalog actual, Catalog desired, ActionWriter writer) {
        ActionGraph graph = of(actions, actual, desired, writer);
        List<Node> order = graph.sorted();
        if (order.size() < actions.size()) {
            throw graph.cycle();
        }
        return writer.tablesAtOnce() == Integer.MAX_VALUE
                ? order.stream().map(node -> node.action).toList()
                : new TableCuts(actual, desired, writer.tablesAtOnce()).cut(placed(order));
    }

    /** Returns whether actions wait for each other in a circle. */
    static boolean isCircular(List<Action> actions, Catalog actual, Catalog desired, ActionWriter writer) {
        return of(actions, actual, desired, writer).sorted().size() < actions.size();
    }

    private static ActionGraph of(List<Action> actions, Catalog actual, Catalog desired, ActionWriter writer) {
        ActionGraph graph = new ActionGraph(actions);
        graph.needsComeFirst(desired);
        graph.dependentsLetGoFirst(actual);
        graph.namesAreFreedFirst(actual, desired, writer);
        graph.guessesGiveWay();
        return graph;
    }

    private static List<TableCuts.Placed> placed(List<Node> order) {
        Map<Node, Integer> places = new HashMap<>();
        order.forEach(node -> places.put(node, places.size()));
        return order.stream()
                .map(node -> new TableCuts.Placed(
                        node.action,
                        node.later.stream().map(places::get).toList(),
                        node.named.stream().map(places::get).collect(Collectors.toSet())))
                .toList();
    }

    private static void index(Map<ObjectKey, List<Node>> map, ObjectKey key, Node node) {
        map.computeIfAbsent(key, k -> new ArrayList<>(1)).add(node);
    }

    private void needsComeFirst(Catalog desired) {
        for (Node node : nodes) {
            for (ObjectKey key : node.action.follows()) {
                at(achieving, key).forEach(first -> first.before(node));
            }
            for (ObjectKey key : node.action.achieves()) {
                for (ObjectKey needed : desired.dependencies(key)) {
                    at(achieving, needed).forEach(first -> first.before(node));
                }
                // An object that is recreated goes before it comes.
                at(releasing, key).forEach(first -> first.before(node));
                // What is made in several steps is created, then altered, then its values are converted.
                for (Node other : at(achieving, key)) {
                    if (other.action.verb().compareTo(node.action.verb()) < 0) {
                        node.goesOn(other);
                    }
                }
            }
        }
    }

    private void dependentsLetGoFirst(Catalog actual) {
        for (Node node : nodes) {
            for (ObjectKey key : node.action.awaits()) {
                at(releasing, key).forEach(first -> first.before(node));
            }
            for (ObjectKey key : node.action.releases()) {
                for (ObjectKey dependent : actual.dependents(key)) {
                    List<Node> drops = at(releasing, dependent);
                    (drops.isEmpty() ? at(achieving, dependent) : drops)
                            .stream()
                                    .filter(first -> !first.action.awaits().contains(key))
                                    .forEach(first -> first.before(node));
                }
            }
        }
    }

    private void namesAreFreedFirst(Catalog actual, Catalog desired, ActionWriter writer) {
        Map<String, List<Node>> freed = new HashMap<>();
        for (Node node : nodes) {
            for (ObjectKey key : node.action.releases()) {
                writer.slots(actual, key)
                        .forEach(slot -> freed.computeIfAbsent(slot, k -> new ArrayList<>())
                                .add(node));
            }
        }
        if (freed.isEmpty()) {
            return;
        }
        for (Node node : nodes) {
            for (ObjectKey key : node.action.achieves()) {
                for (String slot : writer.slots(desired, key)) {
                    freed.getOrDefault(slot, List.of()).forEach(first -> first.leavesNameTo(node));
                }
            }
        }
    }

    private void guessesGiveWay() {
        for (Node node : nodes) {
            for (ObjectKey key : node.action.trails()) {
                at(achieving, key).stream()
                        .filter(first -> !node.leadsTo(first))
                        .forEach(first -> first.before(node));
            }
        }
    }

    private List<Node> sorted() {
        rank();
        PriorityQueue<Node> ready = new PriorityQueue<>(Comparator.comparingInt((Node node) -> node.rank));
        nodes.stream().filter(node -> node.waitsFor == 0).forEach(ready::add);
        List<Node> order = new ArrayList<>();
        while (!ready.isEmpty()) {
            Node node = ready.remove();
            order.add(node);
            for (Node later : node.later) {
                if (--later.waitsFor == 0) {
                    ready.add(later);
                }
            }
        }
        return order;
    }

    /** Actions are made kind by kind in key order: to sort them all takes few comparisons of names, each turn of the queue takes many. */
    private void rank() {
        List<Node> preferred = new ArrayList<>(nodes);
        preferred.sort(BY_PREFERENCE);
        for (int rank = 0; rank < preferred.size(); rank++) {
            preferred.get(rank).rank = rank;
        }
    }

    private PlumblineException cycle() {
        List<String> stuck = nodes.stream()
                .filter(node -> node.waitsFor > 0)
                .map(node -> node.action.verb() + " " + node.action.object())
                .limit(20)
                .toList();
        return new PlumblineException(
                ErrorCode.INTERNAL_ERROR,
                "The actions of this plan wait for each other in a circle: " + String.join("; ", stuck) + ".",
                "This is a defect of Plumbline. Nothing was changed. Please report it with both schemas.");
    }

    /** What is new comes in the order of kinds, what goes away in the opposite order. */
    private static int byKind(Node one, Node other) {
        int byKind = one.action.object().kind().compareTo(other.action.object().kind());
        return one.phase == Node.DROPS ? -byKind : byKind;
    }

    private static List<Node> at(Map<ObjectKey, List<Node>> map, ObjectKey key) {
        return map.getOrDefault(key, List.of());
    }

    private static final class Node {
        private static final int FIRST = 0;
        private static final int CHANGES = 1;
        private static final int DROPS = 2;
        private static final int LAST = 3;

        private final Action action;
        private final int position;
        private final int phase;
        private final SortedSet<Node> later = new TreeSet<>(Comparator.comparingInt((Node n) -> n.position));
        private final Set<Node> named = new HashSet<>();
        private int waitsFor;
        private int rank;

        /**
         * Whether it goes on with what another action has made, as when a constraint is validated. All of a kind are made first, which
         * takes a moment each; what goes on with them may take long, and is better begun when nothing else waits for its turn.
         */
        private boolean goesOn;

        Node(Action action, int position) {
            this.action = action;
            this.position = position;
            this.phase = phase(action);
        }

        void goesOn(Node first) {
            goesOn |= this != first;
            first.before(this);
        }

        void leavesNameTo(Node other) {
            before(other);
            if (this != other) {
                named.add(other);
            }
        }

        void before(Node other) {
            if (this != other && later.add(other)) {
                other.waitsFor++;
            }
        }

        /** Returns whether that other action comes after this one by the edges that are there. */
        boolean leadsTo(Node other) {
            Set<Node> seen = new HashSet<>(Set.of(this));
            Deque<Node> open = new ArrayDeque<>(seen);
            while (!open.isEmpty()) {
                for (Node next : open.remove().later) {
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
            return seen.contains(other);
        }

        /** What is new comes first, what goes away last: the order in which a running application minds least. */
        private static int phase(Action action) {
            boolean drop = action.verb() == Verb.DROP;
            // An event trigger may forbid what the plan does: it goes before everything, and comes after everything.
            if (action.object().kind() == ObjectKind.EVENT_TRIGGER) {
                return drop ? FIRST : LAST;
            }
            // A routine that takes another's place: its text may name whatever is new, and no catalog tells.
            if (action.object().kind().isRoutine() && action.releases().contains(action.object())) {
                return DROPS;
            }
            return switch (action.verb()) {
                case RENAME -> FIRST;
                case CREATE, ALTER, CONVERT, REBUILD -> CHANGES;
                case DROP -> DROPS;
            };
        }
    }
}
