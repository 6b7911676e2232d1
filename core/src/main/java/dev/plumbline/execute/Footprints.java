// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What groups of steps may change, so that groups can be told apart which have nothing to do with each other. A step changes more
 * than the object that it is about: it drops the foreign keys of other tables and makes them again, has a trigger beside
 * a column, renames what takes another's place. All of that its statements name. What they do not name is changed below what they
 * do: a partition's columns with its parent's; and where something is renamed, the text of what depends on it.
 */
final class Footprints {
    /** What the names of objects have in them that are made on the way, to take another's place or to keep two alike. */
    private static final String SCAFFOLD = "_plumbline_";

    private final List<Catalog> catalogs;

    /** The objects that are part of no other one, and the indexes, by the words of their names. */
    private final Map<String, List<ObjectKey>> named = new HashMap<>();

    /** What steps are about and neither catalog has. */
    private final Set<ObjectKey> onTheWay = new HashSet<>();

    /** Prepares for the way from one catalog to another. */
    Footprints(Catalog actual, Catalog desired) {
        this.catalogs = List.of(actual, desired);
        Stream.concat(actual.objects().stream(), desired.objects().stream())
                .filter(object -> object.parent().isEmpty() || object.key().kind() == ObjectKind.INDEX)
                .map(SchemaObject::key)
                .distinct()
                .forEach(this::name);
    }

    private void name(ObjectKey key) {
        Words.of(key)
                .forEach(word ->
                        named.computeIfAbsent(word, w -> new ArrayList<>(1)).add(key));
    }

    /**
     * Returns what a group may change; the groups are to be given in their order.
     *
     * @param reached the catalog at some time before it, without which an index that is built passes for new
     */
    Footprint of(List<Step> group, Catalog reached) {
        Footprint footprint = new Footprint(new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        for (Step step : group) {
            noteIfNew(step.object());
            ObjectKey root = root(step.object(), reached);
            if (changesOneIndex(step)) {
                take(step.object(), footprint);
                footprint.built().add(root);
                if (reached.contains(step.object())) {
                    footprint.found().add(root);
                }
            } else {
                take(root, footprint);
                step.statements().forEach(statement -> take(statement, footprint));
            }
        }
        return footprint;
    }

    /** The index of a partition is made by itself, and is no object of its own any more once it is attached to the whole's. */
    private void noteIfNew(ObjectKey object) {
        if (catalogs.stream().noneMatch(catalog -> catalog.contains(object)) && onTheWay.add(object)) {
            name(object);
        }
    }

    private static boolean changesOneIndex(Step step) {
        return step.object().kind() == ObjectKind.INDEX
                && step.mode() == TransactionMode.OUTSIDE
                && step.statements().stream().allMatch(Footprints::buildsOrDrops);
    }

    private static boolean buildsOrDrops(String statement) {
        return statement.startsWith("CREATE ") || statement.startsWith("DROP INDEX ");
    }

    private void take(String statement, Footprint footprint) {
        Set<String> words = Words.of(statement);
        boolean renames = words.contains("rename") || words.contains("schema");
        for (String word : words) {
            if (word.contains(SCAFFOLD)) {
                footprint.scaffolds().add(word);
            }
            List<ObjectKey> keys = named.getOrDefault(word, List.of());
            for (ObjectKey key : keys) {
                // A schema's name stands before the names of all that is in it, and says nothing.
                if ((renames || key.kind() != ObjectKind.SCHEMA) && isMeant(key, keys, words)) {
                    take(key, footprint);
                    if (renames) {
                        footprint.objects().addAll(rootsOfDependents(key));
                    }
                }
            }
        }
    }

    /** A name that is there in several schemas is told apart by theirs; its other words must be there, too. */
    private static boolean isMeant(ObjectKey key, List<ObjectKey> namesakes, Set<String> words) {
        return words.containsAll(Words.of(key)) && (namesakes.size() == 1 || words.containsAll(Words.of(key.schema())));
    }

    /** Takes an object, and the tables or indexes that have from it what it has. */
    private void take(ObjectKey key, Footprint footprint) {
        Set<ObjectKey> into = footprint.objects();
        into.add(key);
        if (key.kind() != ObjectKind.TABLE && key.kind() != ObjectKind.INDEX) {
            return;
        }
        Deque<ObjectKey> open = new ArrayDeque<>(List.of(key));
        while (!open.isEmpty()) {
            ObjectKey parent = open.remove();
            for (Catalog catalog : catalogs) {
                catalog.dependents(parent).stream()
                        .filter(dependent -> dependent.kind() == key.kind())
                        .filter(into::add)
                        .forEach(open::add);
            }
        }
    }

    private Set<ObjectKey> rootsOfDependents(ObjectKey key) {
        Set<ObjectKey> roots = new HashSet<>();
        for (Catalog catalog : catalogs) {
            Stream.concat(Stream.of(key), catalog.descendants(key).stream())
                    .flatMap(part -> catalog.dependents(part).stream())
                    .map(catalog::root)
                    .forEach(roots::add);
        }
        return roots;
    }

    /** Returns what an object is part of in the end, in a catalog that has it; itself where none has. */
    private ObjectKey root(ObjectKey key, Catalog reached) {
        return Stream.concat(catalogs.stream(), Stream.of(reached))
                .filter(catalog -> catalog.contains(key))
                .findFirst()
                .map(catalog -> catalog.root(key))
                .orElse(key);
    }
}
