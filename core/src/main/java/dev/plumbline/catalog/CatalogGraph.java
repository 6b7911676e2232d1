// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The objects of a catalog in key order, and the edges between them. Immutable once it is made.
 *
 * <p>An object and its edges are found by one look: a map for each sort of edge would hold every key four times. The names
 * of keys are compared once, when the objects are sorted; from then on an object's place says what comes first.
 */
final class CatalogGraph {
    private static final Comparator<Node> BY_PLACE = Comparator.comparingInt(node -> node.place);

    private static final Comparator<SchemaObject> BY_KEY =
            (one, other) -> one.key().compareTo(other.key());

    private final List<SchemaObject> objects;
    private final SequencedMap<ObjectKey, Node> nodes;

    /** The children of what is not in the catalog. */
    private final Map<ObjectKey, List<ObjectKey>> orphans = new HashMap<>();

    /**
     * Sorts them.
     *
     * @param objects in any order, no two under one key
     * @param needs what each depends on beside its parent, in any order and more than once; what is not among the objects is left out
     */
    CatalogGraph(Collection<SchemaObject> objects, Map<ObjectKey, List<ObjectKey>> needs) {
        List<SchemaObject> inOrder = sorted(objects);
        this.objects = Collections.unmodifiableList(inOrder);
        this.nodes = LinkedHashMap.newLinkedHashMap(inOrder.size());
        inOrder.forEach(object -> nodes.put(object.key(), new Node(object, nodes.size())));
        nodes.values().forEach(node -> place(node, needs.getOrDefault(node.key(), List.of())));
        nodes.values().forEach(Node::close);
        orphans.replaceAll((absent, children) -> List.copyOf(children));
    }

    /** Those of one kind were mostly read in order, columns and their defaults by turns: a sort sees the order in each kind alone. */
    private static List<SchemaObject> sorted(Collection<SchemaObject> objects) {
        SortedMap<ObjectKind, List<SchemaObject>> byKind = new TreeMap<>();
        objects.forEach(object -> byKind.computeIfAbsent(object.key().kind(), kind -> new ArrayList<>())
                .add(object));
        List<SchemaObject> inOrder = new ArrayList<>(objects.size());
        byKind.values().forEach(ofKind -> {
            ofKind.sort(BY_KEY);
            inOrder.addAll(ofKind);
        });
        return inOrder;
    }

    /** Objects come in key order, so what is gathered at another one is sorted by itself. */
    private void place(Node node, List<ObjectKey> needs) {
        SortedSet<Node> needed = new TreeSet<>(BY_PLACE);
        needs.forEach(key -> addTo(needed, key));
        node.object.parent().ifPresent(parent -> {
            addTo(needed, parent);
            Node whole = nodes.get(parent);
            if (whole == null) {
                orphans.put(parent, with(node.key(), orphans.getOrDefault(parent, List.of())));
            } else {
                whole.children = with(node.key(), whole.children);
            }
        });
        needed.remove(node);
        for (Node other : needed) {
            node.dependencies = with(other.key(), node.dependencies);
            other.dependents = with(node.key(), other.dependents);
        }
    }

    private void addTo(Collection<Node> needed, ObjectKey key) {
        Node node = nodes.get(key);
        if (node != null) {
            needed.add(node);
        }
    }

    private static List<ObjectKey> with(ObjectKey key, List<ObjectKey> before) {
        if (before instanceof ArrayList) {
            before.add(key);
            return before;
        }
        List<ObjectKey> more = new ArrayList<>(before);
        more.add(key);
        return more;
    }

    /** Returns all objects in key order. */
    List<SchemaObject> objects() {
        return objects;
    }

    /** Returns their keys, sorted. */
    SequencedSet<ObjectKey> keys() {
        return Collections.unmodifiableSequencedSet(nodes.sequencedKeySet());
    }

    boolean contains(ObjectKey key) {
        return nodes.containsKey(key);
    }

    Optional<SchemaObject> find(ObjectKey key) {
        Node node = nodes.get(key);
        return node == null ? Optional.empty() : Optional.of(node.object);
    }

    /** Returns what the object directly depends on, each once, sorted. */
    List<ObjectKey> dependencies(ObjectKey key) {
        Node node = nodes.get(key);
        return node == null ? List.of() : node.dependencies;
    }

    /** Returns what directly depends on the object, each once, sorted. */
    List<ObjectKey> dependents(ObjectKey key) {
        Node node = nodes.get(key);
        return node == null ? List.of() : node.dependents;
    }

    /** Returns the objects whose parent is this one, sorted; they may be there although it is not. */
    List<ObjectKey> children(ObjectKey key) {
        Node node = nodes.get(key);
        return node == null ? orphans.getOrDefault(key, List.of()) : node.children;
    }

    /** An object among the others. */
    private static final class Node {
        private final SchemaObject object;
        private final int place;
        private List<ObjectKey> dependencies = List.of();
        private List<ObjectKey> dependents = List.of();
        private List<ObjectKey> children = List.of();

        Node(SchemaObject object, int place) {
            this.object = object;
            this.place = place;
        }

        ObjectKey key() {
            return object.key();
        }

        void close() {
            dependencies = List.copyOf(dependencies);
            dependents = List.copyOf(dependents);
            children = List.copyOf(children);
        }
    }
}
