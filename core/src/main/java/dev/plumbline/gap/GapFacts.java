// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Table;
import dev.plumbline.catalog.Taken;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** Answers about two catalogs, computed once and kept. Not safe for use by several threads. */
final class GapFacts {
    private final Gap gap;
    private final SortedMap<ObjectKey, LikelyRenames.LikelyRename> likelyRenames;
    private final HealthFacts health;
    private final Map<ObjectKey, ChangeType> changed = new HashMap<>();
    private final Map<ObjectKey, SortedSet<ObjectKey>> outside = new HashMap<>();
    private final Map<ObjectKey, SortedSet<ObjectKey>> foreignKeysTo = new HashMap<>();
    private final Map<ObjectKey, SortedSet<ObjectKey>> partitions = new HashMap<>();
    private final Map<String, SortedSet<ObjectKey>> routinesNaming = new HashMap<>();

    GapFacts(Gap gap, HealthFacts health) {
        this.gap = gap;
        this.likelyRenames = LikelyRenames.of(gap);
        this.health = health;
        gap.changes().forEach(change -> changed.put(change.key(), ChangeType.of(change)));
        gap.desired()
                .objects(Constraint.class)
                .filter(constraint -> constraint.type() == ConstraintType.FOREIGN_KEY && !constraint.inherited())
                .forEach(key -> key.references().ifPresent(table -> {
                    if (!table.equals(key.on())) {
                        foreignKeysTo
                                .computeIfAbsent(table, k -> new TreeSet<>())
                                .add(key.key());
                    }
                }));
        gap.desired()
                .objects(Table.class)
                .forEach(table -> table.partitionOf()
                        .ifPresent(of -> partitions
                                .computeIfAbsent(of.parent(), k -> new TreeSet<>())
                                .add(table.key())));
        gap.desired().objects(Routine.class).forEach(this::indexBody);
    }

    /**
     * Remembers the words of a routine's body. PostgreSQL does not record what a body in text form uses; that a body
     * names a table is a fact all the same, and is reported as no more than that.
     */
    private void indexBody(Routine routine) {
        for (String word : routine.definition().split("[^\\p{L}\\p{N}_$]+", -1)) {
            if (!word.isEmpty()) {
                routinesNaming.computeIfAbsent(word, k -> new TreeSet<>()).add(routine.key());
            }
        }
    }

    Catalog actual() {
        return gap.actual();
    }

    Catalog desired() {
        return gap.desired();
    }

    /** Returns whether the object of that key is changed in that way. */
    boolean is(ObjectKey key, ChangeType type) {
        return changed.get(key) == type;
    }

    /** Returns whether a hint says how the values of a column come or go. */
    boolean isExplained(ObjectKey column) {
        return gap.explained().contains(column);
    }

    /** Returns what a column is computed from, in words, where a statement leaves it out. */
    Optional<String> computedFrom(ObjectKey column) {
        return Optional.ofNullable(gap.computed().get(column));
    }

    /** Returns what an object that is too many is likely to be called on the desired side. */
    Optional<LikelyRenames.LikelyRename> likelyRename(ObjectKey extra) {
        return Optional.ofNullable(likelyRenames.get(extra));
    }

    /** Returns the outermost object that is missing, or extra, as a whole, and takes this one with it. */
    Optional<ObjectKey> within(Change change) {
        ChangeType type = ChangeType.of(change);
        return switch (change) {
            case Change.Missing missing -> outermost(missing.desired(), gap.desired(), type);
            case Change.Extra extra -> outermost(extra.actual(), gap.actual(), type);
            case Change.Altered altered -> Optional.empty();
            case Change.Renamed renamed -> Optional.empty();
        };
    }

    private Optional<ObjectKey> outermost(SchemaObject object, Catalog catalog, ChangeType type) {
        Optional<ObjectKey> found = Optional.empty();
        Optional<ObjectKey> parent =
                partOf(object).filter(whole -> is(whole, type)).or(() -> whole(object, catalog));
        while (parent.isPresent()) {
            if (is(parent.get(), type)) {
                found = parent;
            }
            parent = catalog.find(parent.get()).flatMap(above -> whole(above, catalog));
        }
        return found;
    }

    /** Returns the index or key of the partitioned table of which one of a partition is a part; absent for what only an index took. */
    static Optional<ObjectKey> partOf(SchemaObject object) {
        return object instanceof Attachable part
                ? part.taken()
                        .map(Taken::by)
                        .filter(whole -> whole.kind() == object.key().kind())
                : Optional.empty();
    }

    /** Returns what an object is a part of that is on both sides, so that only its name or settings can differ. */
    Optional<ObjectKey> partOfBoth(SchemaObject object) {
        return partOf(object)
                .filter(whole -> actual().contains(whole) && desired().contains(whole));
    }

    /** Returns what an object is part of: its parent; for a partition and the columns that it inherits, the parent's. */
    private static Optional<ObjectKey> whole(SchemaObject object, Catalog catalog) {
        if (object instanceof Column column && column.inherited()) {
            return catalog.find(column.table(), Table.class)
                    .flatMap(Table::partitionOf)
                    .map(of -> of.parent().child(ObjectKind.COLUMN, column.key().name()))
                    .or(column::parent);
        }
        return object instanceof Table table
                ? table.partitionOf().map(PartitionOf::parent).or(table::parent)
                : object.parent();
    }

    /** Returns what needs the object in the desired schema, directly or not, without what is part of it. */
    SortedSet<ObjectKey> outsideDependents(ObjectKey key) {
        return outside.computeIfAbsent(key, this::findOutsideDependents);
    }

    /** Returns what the object is made of: its descendants, its partitions and theirs. */
    private Set<ObjectKey> parts(ObjectKey key) {
        Set<ObjectKey> parts = new TreeSet<>(gap.desired().descendants(key));
        if (key.kind() == ObjectKind.COLUMN) {
            for (ObjectKey partition : partitions.getOrDefault(relationOfColumn(key), Collections.emptySortedSet())) {
                ObjectKey inherited = partition.child(ObjectKind.COLUMN, key.name());
                parts.add(inherited);
                parts.addAll(parts(inherited));
            }
        }
        for (ObjectKey partition : partitions.getOrDefault(key, Collections.emptySortedSet())) {
            parts.add(partition);
            parts.addAll(parts(partition));
        }
        return parts;
    }

    private SortedSet<ObjectKey> findOutsideDependents(ObjectKey key) {
        Set<ObjectKey> own = parts(key);
        SortedSet<ObjectKey> found = new TreeSet<>();
        Deque<ObjectKey> open = new ArrayDeque<>(own);
        open.add(key);
        while (!open.isEmpty()) {
            for (ObjectKey dependent : gap.desired().dependents(open.remove())) {
                if (!own.contains(dependent)
                        && !dependent.equals(key)
                        && isOfWeight(dependent)
                        && found.add(dependent)) {
                    open.add(dependent);
                }
            }
        }
        return found;
    }

    /** Returns what needs the object itself or a part of it in the desired schema and is not part of it. */
    SortedSet<ObjectKey> directDependents(ObjectKey key) {
        Set<ObjectKey> own = parts(key);
        SortedSet<ObjectKey> found = new TreeSet<>(gap.desired().dependents(key));
        own.forEach(part -> found.addAll(gap.desired().dependents(part)));
        found.removeAll(own);
        found.remove(key);
        found.removeIf(dependent -> !isOfWeight(dependent));
        return found;
    }

    /** A comment and a grant need their object, but nobody waits for them. */
    private static boolean isOfWeight(ObjectKey dependent) {
        return dependent.kind() != ObjectKind.COMMENT && dependent.kind() != ObjectKind.GRANT;
    }

    /** Returns the foreign keys of other tables that refer to the table in the desired schema. */
    SortedSet<ObjectKey> foreignKeysTo(ObjectKey table) {
        return foreignKeysTo.getOrDefault(table, Collections.emptySortedSet());
    }

    /** Returns the routines of the desired schema whose text names the relation. */
    SortedSet<ObjectKey> routinesNaming(ObjectKey relation) {
        return routinesNaming.getOrDefault(relation.name(), Collections.emptySortedSet());
    }

    /** Returns the row estimate of a table, if it is known. */
    OptionalLong rows(ObjectKey table) {
        Long rows = health.rows().get(table);
        return rows == null ? OptionalLong.empty() : OptionalLong.of(rows);
    }

    /** Returns the estimate of all rows of the actual database, if every table's is known. */
    OptionalLong allRows() {
        long sum = 0;
        for (SchemaObject object : gap.actual().objects()) {
            boolean holdsRows = switch (object) {
                case Table table -> table.partitioning().isEmpty();
                case SqliteTable table -> true;
                default -> false;
            };
            if (holdsRows) {
                OptionalLong rows = rows(object.key());
                if (rows.isEmpty()) {
                    return OptionalLong.empty();
                }
                sum += rows.getAsLong();
            }
        }
        return OptionalLong.of(sum);
    }

    /** Returns the outermost object of the desired schema that this one is part of; itself when it is none. */
    ObjectKey root(ObjectKey key) {
        return gap.desired().root(key);
    }

    /** Returns whether the key is of a table, view or the like. */
    static boolean isRelation(ObjectKey key) {
        return switch (key.kind()) {
            case TABLE, FOREIGN_TABLE, VIRTUAL_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            case SCHEMA,
                    EXTENSION,
                    COLLATION,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    CONVERSION,
                    CAST,
                    SETTING,
                    OPERATOR,
                    OPERATOR_FAMILY,
                    OPERATOR_CLASS,
                    LANGUAGE,
                    TRANSFORM,
                    ACCESS_METHOD,
                    TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION,
                    FOREIGN_DATA_WRAPPER,
                    SERVER,
                    USER_MAPPING,
                    PUBLICATION,
                    SEQUENCE,
                    COLUMN,
                    FUNCTION,
                    PROCEDURE,
                    AGGREGATE,
                    DEFAULT,
                    INDEX,
                    CONSTRAINT,
                    STATISTICS,
                    RULE,
                    TRIGGER,
                    EVENT_TRIGGER,
                    POLICY,
                    OWNER,
                    COMMENT,
                    GRANT,
                    DEFAULT_PRIVILEGE -> false;
        };
    }

    /** Returns the key of the relation that a column key names. */
    static ObjectKey relationOfColumn(ObjectKey column) {
        return new ObjectKey(
                ObjectKind.TABLE, column.path().subList(0, column.path().size() - 1));
    }
}
