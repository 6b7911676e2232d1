// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Attachable;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The statistics targets of an index's expressions. The server sets those of an index of a partitioned table on all its parts at once, whatever
 * they have ({@code ATSimpleRecursion} in {@code tablecmds.c}; so it is on 14 to 18), but for {@code ALTER TABLE ONLY}, which takes an index
 * too. Parts that are objects of their own get back what they have of their own.
 */
public final class PartTargets {
    /** The target of an expression for which none was set. */
    private static final String NONE = "-1";

    /** That of one of which nobody can tell. */
    private static final String UNKNOWN = "";

    private PartTargets() {}

    /** Returns what gives a new index its targets, and its own parts, which were there before it, theirs. */
    static List<String> created(Index index, Catalog desired) {
        List<String> statements = new ArrayList<>(set(index, index.statistics(), desired));
        statements.addAll(kept(index, index.statistics(), desired, part -> true));
        return statements;
    }

    /** Returns what gives an index its targets that the server has made anew with all its parts. */
    public static List<String> again(Index index, Catalog desired) {
        return set(index, index.statistics(), desired);
    }

    /** Returns what takes the targets of an index from those of one side to those of the other. */
    static List<String> altered(Index from, Index to, Catalog desired) {
        return set(to, changes(from, to), desired);
    }

    /** Returns what gives own parts theirs again after an index was altered: of those that stay as they are named. */
    public static List<String> kept(Index from, Index to, Gap gap, Predicate<Attachable> stays) {
        return spreads(to, gap.desired())
                ? kept(
                        to,
                        changes(from, to),
                        gap.desired(),
                        part -> gap.actual().contains(part.key()) && stays.test(part))
                : List.of();
    }

    /** Returns the index whose targets are set before a new part of it has its own: they would be the part's too. */
    public static Set<ObjectKey> setBefore(SchemaObject made, Gap gap, Set<ObjectKey> created) {
        if (!(made instanceof Index part)) {
            return Set.of();
        }
        return whole(part, gap.desired())
                .filter(whole -> spreads(whole, gap.desired()) && !created.contains(whole.key()))
                .filter(whole -> gap.actual()
                        .find(whole.key(), Index.class)
                        .filter(before ->
                                before.valid() && !changes(before, whole).isEmpty())
                        .isPresent())
                .map(whole -> Set.of(whole.key()))
                .orElseGet(Set::of);
    }

    /** Returns a part of both sides as the alteration of its whole leaves it, which gives it back the targets that it is to have. */
    static Index given(Index from, Index to, Catalog actual, Catalog desired) {
        SortedMap<String, String> targets = new TreeMap<>(from.statistics());
        spread(from, actual, desired).keySet().forEach(column -> put(targets, column, target(to, column)));
        return from.withStatistics(targets);
    }

    /** Returns a part as it is once its whole was altered. */
    static Attachable after(Attachable part, Catalog actual, Catalog desired) {
        if (!(part instanceof Index index)) {
            return part;
        }
        SortedMap<String, String> targets = new TreeMap<>(index.statistics());
        spread(index, actual, desired).forEach((column, target) -> put(targets, column, target));
        return index.withStatistics(targets);
    }

    private static void put(SortedMap<String, String> targets, String column, String target) {
        if (target.equals(NONE)) {
            targets.remove(column);
        } else {
            targets.put(column, target);
        }
    }

    /** Returns a part that the server makes on a partition: before its whole gets its targets, or after that. */
    static Attachable unknown(Attachable part, Catalog desired) {
        if (!(part instanceof Index index)) {
            return part;
        }
        SortedMap<String, String> targets = new TreeMap<>(index.statistics());
        whole(index, desired)
                .ifPresent(whole -> whole.statistics().keySet().forEach(column -> targets.put(column, UNKNOWN)));
        return index.withStatistics(targets);
    }

    /** What the alteration of its whole sets on a part, by column. */
    private static SortedMap<String, String> spread(Index part, Catalog actual, Catalog desired) {
        Optional<Index> before = whole(part, actual);
        Optional<Index> after = whole(part, desired);
        return before.isPresent() && after.isPresent() && spreads(after.get(), desired)
                ? changes(before.get(), after.get())
                : new TreeMap<>();
    }

    private static Optional<Index> whole(Index part, Catalog catalog) {
        return part.taken().flatMap(taken -> catalog.find(taken.by(), Index.class));
    }

    private static SortedMap<String, String> changes(Index from, Index to) {
        SortedMap<String, String> changes = new TreeMap<>();
        TreeSet<String> columns = new TreeSet<>(from.statistics().keySet());
        columns.addAll(to.statistics().keySet());
        for (String column : columns) {
            String target = target(to, column);
            if (!target(from, column).equals(target)) {
                changes.put(column, target);
            }
        }
        return changes;
    }

    private static String target(Index index, String column) {
        return index.statistics().getOrDefault(column, NONE);
    }

    /** Returns whether the server may set targets on parts along: not those of one that lacks parts, or is a part, whose parts say what they have. */
    private static boolean spreads(Index index, Catalog catalog) {
        return isPartitioned(index, catalog) && index.taken().isEmpty() && index.valid();
    }

    private static boolean isPartitioned(Index index, Catalog catalog) {
        return catalog.find(index.on(), Table.class)
                .flatMap(Table::partitioning)
                .isPresent();
    }

    private static List<String> kept(
            Index whole, Map<String, String> targets, Catalog catalog, Predicate<Attachable> stays) {
        List<String> statements = new ArrayList<>();
        for (Attachable part : targets.isEmpty() ? List.<Attachable>of() : OwnParts.of(whole.key(), catalog)) {
            if (part instanceof Index index && stays.test(index)) {
                SortedMap<String, String> own = new TreeMap<>();
                targets.forEach((column, target) -> {
                    if (!target(index, column).equals(target)) {
                        own.put(column, target(index, column));
                    }
                });
                statements.addAll(set(index, own, catalog));
            }
        }
        return statements;
    }

    private static List<String> set(Index index, Map<String, String> targets, Catalog catalog) {
        boolean alone = isPartitioned(index, catalog) && !spreads(index, catalog);
        String alter = (alone ? "ALTER TABLE ONLY " : "ALTER INDEX ") + Sql.of(index.key()) + " ALTER COLUMN ";
        return targets.entrySet().stream()
                .map(target -> alter + target.getKey() + " SET STATISTICS " + target.getValue())
                .toList();
    }
}
