// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything a database declares, flat: every object under its key, what each depends on, and what was seen but is not
 * modelled. Immutable; all iteration is in key order.
 *
 * <p>An edge from A to B says that A needs B: the database would refuse to drop B, or would drop A with it. Edges come
 * from the database's own records ({@code pg_depend}), or where it has none (SQLite) from its answers to queries about
 * the objects. Both ends are in the catalog; parents count as dependencies too.
 *
 * <p>Sorted once, when it is built, and hashed: a catalog of 10,000 tables has a quarter of a million objects, and most
 * of what is done with it is finding one.
 */
public final class Catalog {
    private final DatabaseProduct product;
    private final CatalogGraph graph;
    private final List<UnmodelledObject> unmodelled;
    private final List<StoredIndex> storedIndexes;
    private final Map<ObjectKey, List<TypedName>> viewColumns;
    private final ExtensionTypes extensionTypes;
    private final Ownership ownership;
    private volatile @Nullable CatalogFingerprints fingerprints;
    private volatile @Nullable Map<Class<?>, List<SchemaObject>> byType;

    private Catalog(Builder builder) {
        this.product = builder.product;
        this.graph = new CatalogGraph(builder.objects.values(), builder.dependencies);
        this.unmodelled = builder.unmodelled.stream().sorted().distinct().toList();
        this.storedIndexes = builder.storedIndexes.stream().sorted().toList();
        this.viewColumns = Map.copyOf(builder.viewColumns);
        this.extensionTypes = builder.extensionTypes;
        this.ownership = builder.ownership;
    }

    private Catalog(Catalog of, Ownership ownership) {
        this.product = of.product;
        this.graph = of.graph;
        this.unmodelled = of.unmodelled;
        this.storedIndexes = of.storedIndexes;
        this.viewColumns = of.viewColumns;
        this.extensionTypes = of.extensionTypes;
        this.fingerprints = of.fingerprints;
        this.byType = of.byType;
        this.ownership = ownership;
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
    public List<SchemaObject> objects() {
        return graph.objects();
    }

    /** Returns the keys of all objects, sorted. */
    public SequencedSet<ObjectKey> keys() {
        return graph.keys();
    }

    /** Returns whether there is such an object. */
    public boolean contains(ObjectKey key) {
        return graph.contains(key);
    }

    /** Returns the object of that key, if there is one. */
    public Optional<SchemaObject> find(ObjectKey key) {
        return graph.find(key);
    }

    /** Returns the object of that key and type, if there is one. */
    public <T extends SchemaObject> Optional<T> find(ObjectKey key, Class<T> type) {
        return find(key).filter(type::isInstance).map(type::cast);
    }

    /** Returns the object of that key. Throws when there is none. */
    public SchemaObject object(ObjectKey key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("not in the catalog: " + key));
    }

    /** Returns the objects of a type in key order. Of a record, they are found without a look at all others. */
    public <T extends SchemaObject> Stream<T> objects(Class<T> type) {
        return type.isRecord()
                ? byType().getOrDefault(type, List.of()).stream().map(type::cast)
                : objects().stream().filter(type::isInstance).map(type::cast);
    }

    /** They are told apart when first asked for. Two threads may both do it. */
    private Map<Class<?>, List<SchemaObject>> byType() {
        Map<Class<?>, List<SchemaObject>> sorted = byType;
        if (sorted == null) {
            sorted = objects().stream().collect(Collectors.groupingBy(SchemaObject::getClass));
            byType = sorted;
        }
        return sorted;
    }

    /** Returns what the object directly depends on, each once, sorted. */
    public List<ObjectKey> dependencies(ObjectKey key) {
        return graph.dependencies(key);
    }

    /** Returns what directly depends on the object, each once, sorted. */
    public List<ObjectKey> dependents(ObjectKey key) {
        return graph.dependents(key);
    }

    /** Returns the objects whose parent is this one, sorted; they may be there although it is not. */
    public List<ObjectKey> children(ObjectKey key) {
        return graph.children(key);
    }

    /** Returns the outermost object that one is part of, its parent's parent and so on; itself where it is part of none. */
    public ObjectKey root(ObjectKey key) {
        ObjectKey root = key;
        Optional<ObjectKey> parent = find(key).flatMap(SchemaObject::parent);
        while (parent.isPresent()) {
            root = parent.get();
            parent = find(root).flatMap(SchemaObject::parent);
        }
        return root;
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

    /** Returns what converts values of extensions' types; it is part of no fingerprint. */
    public ExtensionTypes extensionTypes() {
        return extensionTypes;
    }

    /** Returns to whom the objects belong; it is part of no fingerprint. */
    public Ownership ownership() {
        return ownership;
    }

    /** Returns the same objects with other knowledge of their owners. */
    public Catalog with(Ownership other) {
        return new Catalog(this, other);
    }

    /** Returns a builder that holds everything that this catalog does. */
    public Builder copied() {
        return copiedWith(List.of());
    }

    /** Returns a builder that holds everything that this catalog does, with other objects in the place of those under their keys. */
    public Builder copiedWith(Collection<? extends SchemaObject> others) {
        Builder builder = new Builder(product);
        others.forEach(builder::add);
        objects().stream().filter(object -> !builder.contains(object.key())).forEach(builder::add);
        return copied(builder, Set.of());
    }

    private Builder copied(Builder builder, Set<ObjectKey> gone) {
        graph.keys().forEach(from -> dependencies(from).forEach(to -> builder.dependency(from, to)));
        unmodelled.forEach(builder::unmodelled);
        builder.extensionTypes(extensionTypes);
        storedIndexes.stream()
                .filter(index -> !gone.contains(index.on())
                        && index.object().filter(gone::contains).isEmpty())
                .forEach(builder::storedIndex);
        viewColumns.forEach((view, columns) -> {
            if (!gone.contains(view)) {
                builder.viewColumns(view, columns);
            }
        });
        return builder.ownership(gone.isEmpty() ? ownership : ownership.without(gone));
    }

    /** Returns the fingerprint of one object. Throws when there is no such object. */
    public Fingerprint fingerprint(ObjectKey key) {
        return fingerprints().of(key);
    }

    /** Returns the fingerprint of the whole; the product and what is not modelled are not part of it. */
    public Fingerprint fingerprint() {
        return fingerprints().whole();
    }

    /**
     * Returns the keys of what is not as in an earlier catalog of the same database: what came, what went, and what has another
     * fingerprint; in key order. The fingerprints of all else are taken over from there, which is cheaper than to take them.
     */
    public SequencedSet<ObjectKey> changesSince(Catalog earlier) {
        CatalogFingerprints then = earlier.fingerprints();
        if (fingerprints == null) {
            fingerprints = then.with(objects(), earlier);
        }
        return fingerprints().differences(then);
    }

    /** Returns the way from this catalog to another: what the fingerprint is when some objects are as the other has them. */
    public FingerprintWalk walkTo(Catalog other) {
        return new FingerprintWalk(fingerprints(), other.fingerprints());
    }

    /** They are taken when first asked for: who only reads a catalog does without. Two threads may both take them. */
    private CatalogFingerprints fingerprints() {
        CatalogFingerprints taken = fingerprints;
        if (taken == null) {
            taken = CatalogFingerprints.of(objects());
            fingerprints = taken;
        }
        return taken;
    }

    /**
     * Returns a copy without the objects that the filter names, without their descendants and without edges to any of
     * them.
     */
    public Catalog without(Collection<ObjectKey> keys) {
        Set<ObjectKey> gone = new HashSet<>(keys);
        keys.forEach(key -> gone.addAll(descendants(key)));
        Builder builder = new Builder(product);
        objects().stream().filter(o -> !gone.contains(o.key())).forEach(builder::add);
        return copied(builder, gone).build();
    }

    @Override
    public String toString() {
        return product + ", " + objects().size() + " objects";
    }

    /** Collects what an introspector finds. Not safe for use by several threads. */
    public static final class Builder {
        private final DatabaseProduct product;
        private final Map<ObjectKey, SchemaObject> objects = new LinkedHashMap<>();
        private final Map<ObjectKey, List<ObjectKey>> dependencies = new HashMap<>();
        private final SortedSet<UnmodelledObject> unmodelled = new TreeSet<>();
        private final List<StoredIndex> storedIndexes = new ArrayList<>();
        private final Map<ObjectKey, List<TypedName>> viewColumns = new HashMap<>();
        private ExtensionTypes extensionTypes = ExtensionTypes.NONE;
        private Ownership ownership = Ownership.NONE;

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
            dependencies.computeIfAbsent(from, k -> new ArrayList<>(2)).add(to);
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

        /** Says what converts values of extensions' types. */
        public Builder extensionTypes(ExtensionTypes types) {
            this.extensionTypes = types;
            return this;
        }

        /** Says to whom the objects belong. */
        public Builder ownership(Ownership owners) {
            this.ownership = owners;
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
