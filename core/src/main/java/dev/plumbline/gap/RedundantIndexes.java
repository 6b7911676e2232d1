// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.StoredIndex;
import dev.plumbline.catalog.StoredIndex.Origin;
import dev.plumbline.catalog.StoredIndex.Part;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds indexes that another one makes unnecessary: every query that can use the one can use the other, and no rule and
 * no other object relies on it.
 *
 * <p>A B-tree that begins with the columns of another serves its look-ups and its order, in both directions, since it can
 * be read from either end (PostgreSQL documentation, "Indexes and ORDER BY"; SQLite documentation, "Query Planning",
 * 2). It does so only for the same rows, collations and operator classes. Of other access methods only duplicates are
 * named: in a GIN or GiST index the place of a column means something else.
 */
final class RedundantIndexes {
    private static final String BTREE = "btree";

    private RedundantIndexes() {}

    /**
     * Returns the redundant indexes of a catalog, by table and name.
     *
     * @param preferred of two that are equal, the one to keep
     */
    static List<RedundantIndex> of(Catalog catalog, Predicate<ObjectKey> preferred) {
        Map<ObjectKey, List<StoredIndex>> byTable = new LinkedHashMap<>();
        catalog.storedIndexes().stream()
                .filter(StoredIndex::valid)
                .forEach(index -> byTable.computeIfAbsent(index.on(), k -> new ArrayList<>())
                        .add(index));
        Comparator<StoredIndex> order = stayingFirst(preferred);
        List<RedundantIndex> redundant = new ArrayList<>();
        for (List<StoredIndex> indexes : byTable.values()) {
            for (StoredIndex index : indexes) {
                if (mayGo(index)) {
                    cover(index, indexes, order)
                            .ifPresent(cover -> redundant.add(RedundantIndex.of(
                                    index, cover, coverage(index, cover).orElseThrow())));
                }
            }
        }
        return redundant;
    }

    private static boolean mayGo(StoredIndex index) {
        return index.object().isPresent()
                && index.pins().isEmpty()
                && (index.origin() == Origin.INDEX || index.origin() == Origin.UNIQUE);
    }

    /** Of equal ones stays what cannot go, then a rule, then what is preferred, then the first by name. */
    private static Comparator<StoredIndex> stayingFirst(Predicate<ObjectKey> preferred) {
        return Comparator.<StoredIndex, Boolean>comparing(RedundantIndexes::mayGo)
                .thenComparing(index -> index.origin() == Origin.INDEX)
                .thenComparing(index -> index.uniqueness().isEmpty())
                .thenComparing(index -> !index.object().filter(preferred).isPresent())
                .thenComparing(Comparator.naturalOrder());
    }

    /** Returns the narrowest index that covers this one and is itself not redundant. */
    private static Optional<StoredIndex> cover(
            StoredIndex index, List<StoredIndex> others, Comparator<StoredIndex> order) {
        return others.stream()
                .filter(other -> outlasts(other, index, order))
                .filter(other -> !mayGo(other) || others.stream().noneMatch(third -> outlasts(third, other, order)))
                .min(Comparator.<StoredIndex>comparingInt(
                                other -> other.columns().size())
                        .thenComparing(order));
    }

    private static boolean outlasts(StoredIndex other, StoredIndex index, Comparator<StoredIndex> order) {
        return !other.equals(index)
                && coverage(index, other).isPresent()
                && (coverage(other, index).isEmpty() || order.compare(other, index) < 0);
    }

    /** Returns how the other index covers this one; empty where it does not. */
    static Optional<RedundantIndex.Coverage> coverage(StoredIndex index, StoredIndex other) {
        boolean comparable = index.method().equals(other.method())
                && index.predicate().equals(other.predicate())
                && keepsTheRule(index, other)
                && stores(other, index.included());
        if (!comparable) {
            return Optional.empty();
        }
        boolean same = index.columns().equals(other.columns());
        if (!index.method().equals(BTREE)) {
            return same && index.options().equals(other.options())
                    ? Optional.of(RedundantIndex.Coverage.DUPLICATE)
                    : Optional.empty();
        }
        if (same) {
            return Optional.of(RedundantIndex.Coverage.DUPLICATE);
        }
        List<Part> whole = new ArrayList<>(other.columns());
        whole.addAll(other.tail());
        if (beginsWith(whole, index.columns(), false)) {
            return Optional.of(RedundantIndex.Coverage.PREFIX);
        }
        return beginsWith(whole, index.columns(), true)
                ? Optional.of(RedundantIndex.Coverage.REVERSED_PREFIX)
                : Optional.empty();
    }

    /** A rule is kept by the same rule alone: on the same columns, checked as early, with NULL treated alike. */
    private static boolean keepsTheRule(StoredIndex index, StoredIndex other) {
        if (index.uniqueness().isEmpty()) {
            return true;
        }
        return other.uniqueness().isPresent()
                && other.columns().size() == index.columns().size()
                && other.uniqueness().get().nullsDistinct()
                        == index.uniqueness().get().nullsDistinct()
                && other.uniqueness().get().immediate()
                        == index.uniqueness().get().immediate()
                && (index.origin() == Origin.INDEX || other.origin() != Origin.INDEX);
    }

    private static boolean stores(StoredIndex index, List<String> columns) {
        return columns.stream()
                .allMatch(column -> index.included().contains(column)
                        || index.columns().stream()
                                .anyMatch(part -> part.expression().equals(column)));
    }

    private static boolean beginsWith(List<Part> whole, List<Part> parts, boolean reversed) {
        if (whole.size() < parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Part other = whole.get(i);
            if (!part.sortsAs(other)
                    || (part.descending() == other.descending()) == reversed
                    || (part.nullsFirst() == other.nullsFirst()) == reversed) {
                return false;
            }
        }
        return true;
    }
}
