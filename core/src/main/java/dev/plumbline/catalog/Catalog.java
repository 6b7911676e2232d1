// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything a database declares, flat: every object under its key, what each depends on, and what was seen but is not
 * modelled. Immutable; all iteration is in key order.
 *
 * <p>An edge from A to B says that A needs B: the database would refuse to drop B, or would drop A with it. Edges come
 * from the database's own records ({@code pg_depend}), or where it has none (SQLite) from its answers to queries about
 * the objects. Both ends are in the catalog; parents count as dependencies too.
 */
public final class Catalog {
    private final DatabaseProduct product;
    private final SortedMap<ObjectKey, SchemaObject> objects;
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> dependencies;
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> dependents;
    private final SortedMap<ObjectKey, SortedSet<ObjectKey>> children;
    private final List<UnmodelledObject> unmodelled;
    private final List<StoredIndex> storedIndexes;
    private final SortedMap<ObjectKey, List<TypedName>> viewColumns;
    private final SortedMap<ObjectKey, Fingerprint> fingerprints;
    private final Fingerprint fingerprint;

    private Catalog(Builder builder) {
        this.product = builder.product;
        this.objects = Collections.unmodifiableSortedMap(new TreeMap<>(builder.objects));
        this.unmodelled = builder.unmodelled.stream().sorted().distinct().toList();
        this.storedIndexes = builder.storedIndexes.stream().sorted().toList();
        this.viewColumns = Collections.unmodifiableSortedMap(new TreeMap<>(builder.viewColumns));
        this.dependencies = new TreeMap<>();
        this.dependents = new TreeMap<>();
        this.children = new TreeMap<>();
        this.fingerprints = new TreeMap<>();
        builder.dependencies.forEach((from, targets) -> targets.forEach(to -> connect(from, to)));
        for (SchemaObject object : objects.values()) {
            object.parent().ifPresent(parent -> {
                connect(object.key(), parent);
                children.computeIfAbsent(parent, k -> new TreeSet<>()).add(object.key());
            });
            fingerprints.put(object.key(), Fingerprints.of(object));
        }
        this.fingerprint = Fingerprints.of(fingerprints.values());
    }

    private void connect(ObjectKey from, ObjectKey to) {
        if (!from.equals(to) && objects.containsKey(from) && objects.containsKey(to)) {
            dependencies.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
            dependents.computeIfAbsent(to, k -> new TreeSet<>()).add(from);
        }
    }

    /** Returns a builder for a catalog of that product. */
    public static Builder builder(DatabaseProduct product) {
        return new Builder(product);
    }

    /** Returns what it was read from. */
    public DatabaseProduct product() {
        return product;
    }

    /** Returns all objects in key order. */
    public Collection<SchemaObject> objects() {
        return objects.values();
    }

    /** Returns the keys of all objects, sorted. */
    public NavigableSet<ObjectKey> keys() {
        return Collections.unmodifiableNavigableSet(new TreeSet<>(objects.keySet()));
    }

    /** Returns whether there is such an object. */
    public boolean contains(ObjectKey key) {
        return objects.containsKey(key);
    }

    /** Returns the object of that key, if there is one. */
    public Optional<SchemaObject> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    /** Returns the object of that key and type, if there is one. */
    public <T extends SchemaObject> Optional<T> find(ObjectKey key, Class<T> type) {
        return find(key).filter(type::isInstance).map(type::cast);
    }

    /** Returns the object of that key. Throws when there is none. */
    public SchemaObject object(ObjectKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("not in the catalog: " + key));
    }

    /** Returns the objects of a type in key order. */
    public <T extends SchemaObject> Stream<T> objects(Class<T> type) {
        return objects.values().stream().filter(type::isInstance).map(type::cast);
    }

    /** Returns what the object directly depends on, sorted. */
    public SortedSet<ObjectKey> dependencies(ObjectKey key) {
        return view(dependencies, key);
    }

    /** Returns what directly depends on the object, sorted. */
    public SortedSet<ObjectKey> dependents(ObjectKey key) {
        return view(dependents, key);
    }

    /** Returns the objects whose parent is this one, sorted; they may not be there themselves if it is not. */
    public SortedSet<ObjectKey> children(ObjectKey key) {
        return view(children, key);
    }

    /** Returns the children, their children, and so on, sorted. */
    public SortedSet<ObjectKey> descendants(ObjectKey key) {
        SortedSet<ObjectKey> all = new TreeSet<>();
        collect(key, all);
        return all;
    }

    private void collect(ObjectKey key, SortedSet<ObjectKey> into) {
        for (ObjectKey child : children(key)) {
            if (into.add(child)) {
                collect(child, into);
            }
        }
    }

    private static SortedSet<ObjectKey> view(SortedMap<ObjectKey, SortedSet<ObjectKey>> map, ObjectKey key) {
        SortedSet<ObjectKey> found = map.get(key);
        return found == null ? Collections.emptySortedSet() : Collections.unmodifiableSortedSet(found);
    }

    /** Returns what was seen but is not compared, sorted. */
    public List<UnmodelledObject> unmodelled() {
        return unmodelled;
    }

    /**
     * Returns the indexes that the database keeps, those behind keys and unique rules included, by table and name. They
     * follow from the objects, and are part of no fingerprint.
     */
    public List<StoredIndex> storedIndexes() {
        return storedIndexes;
    }

    /**
     * Returns the output columns of a view where they are no part of it: in SQLite, where they follow from the tables below
     * and the query alone is compared. Empty where nothing is known.
     */
    public List<TypedName> viewColumns(ObjectKey view) {
        return viewColumns.getOrDefault(view, List.of());
    }

    /** Returns the fingerprint of one object. Throws when there is no such object. */
    public Fingerprint fingerprint(ObjectKey key) {
        Fingerprint found = fingerprints.get(key);
        if (found == null) {
            throw new IllegalArgumentException("not in the catalog: " + key);
        }
        return found;
    }

    /** Returns the fingerprint of the whole; the product and what is not modelled are not part of it. */
    public Fingerprint fingerprint() {
        return fingerprint;
    }

    /**
     * Returns a copy without the objects that the filter names, without their descendants and without edges to any of
     * them.
     */
    public Catalog without(Collection<ObjectKey> keys) {
        SortedSet<ObjectKey> gone = new TreeSet<>(keys);
        keys.forEach(key -> gone.addAll(descendants(key)));
        Builder builder = new Builder(product);
        objects.values().stream().filter(o -> !gone.contains(o.key())).forEach(builder::add);
        dependencies.forEach((from, targets) -> targets.forEach(to -> builder.dependency(from, to)));
        unmodelled.forEach(builder::unmodelled);
        storedIndexes.stream()
                .filter(index -> !gone.contains(index.on())
                        && index.object().filter(gone::contains).isEmpty())
                .forEach(builder::storedIndex);
        viewColumns.forEach((view, columns) -> {
            if (!gone.contains(view)) {
                builder.viewColumns(view, columns);
            }
        });
        return builder.build();
    }

    @Override
    public String toString() {
        return product + ", " + objects.size() + " objects, " + fingerprint.abbreviated();
    }

    /** Collects what an introspector finds. Not safe for use by several threads. */
    public static final class Builder {
        private final DatabaseProduct product;
        private final SortedMap<ObjectKey, SchemaObject> objects = new TreeMap<>();
        private final SortedMap<ObjectKey, SortedSet<ObjectKey>> dependencies = new TreeMap<>();
        private final SortedSet<UnmodelledObject> unmodelled = new TreeSet<>();
        private final List<StoredIndex> storedIndexes = new ArrayList<>();
        private final SortedMap<ObjectKey, List<TypedName>> viewColumns = new TreeMap<>();

        private Builder(DatabaseProduct product) {
            this.product = product;
        }

        /** Adds an object. Throws when its key is taken: two objects under one key would hide a difference. */
        public Builder add(SchemaObject object) {
            SchemaObject before = objects.putIfAbsent(object.key(), object);
            if (before != null) {
                throw new IllegalStateException("two objects with one key: " + object.key());
            }
            return this;
        }

        /** Adds an edge: {@code from} needs {@code to}. Edges to what is not in the catalog are left out when built. */
        public Builder dependency(ObjectKey from, ObjectKey to) {
            dependencies.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
            return this;
        }

        /** Adds something that was seen but is not compared. */
        public Builder unmodelled(UnmodelledObject object) {
            unmodelled.add(object);
            return this;
        }

        /** Adds an index as the database keeps it. */
        public Builder storedIndex(StoredIndex index) {
            storedIndexes.add(index);
            return this;
        }

        /** Adds the output columns of a view that are no part of it. */
        public Builder viewColumns(ObjectKey view, List<TypedName> columns) {
            viewColumns.put(view, List.copyOf(columns));
            return this;
        }

        /** Returns whether an object of that key was added. */
        public boolean contains(ObjectKey key) {
            return objects.containsKey(key);
        }

        /** Returns the catalog. */
        public Catalog build() {
            return new Catalog(this);
        }
    }
}
