// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Routine;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the expression of a hint needs beside its row, or the trigger that has it: the routines that it calls and what those call in turn, operators, types, and
 * the tables that it asks. What of it is new comes before the values are computed, what goes, afterwards. No catalog knows of these
 * needs; they are guessed from words, and a guess gives way to what catalogs say ({@link Action#trails}).
 */
public final class ConversionNeeds {
    private final Gap gap;
    private final Collection<ObjectKey> created;
    private final Map<String, List<ObjectKey>> before;
    private final Map<String, List<ObjectKey>> after;

    private ConversionNeeds(Gap gap, Collection<ObjectKey> created) {
        this.gap = gap;
        this.created = created;
        this.before = byName(gap.actual());
        this.after = byName(gap.desired());
    }

    /**
     * Returns the actions, each with what it trails.
     *
     * @param conversions of columns, as the hints have them
     * @param created what the plan creates, anew or again
     */
    public static List<Action> kept(
            List<Action> actions, List<Action> conversions, Gap gap, Collection<ObjectKey> created) {
        List<TwoForms> ending = TwoForms.in(gap.actual()).stream()
                .filter(forms -> !gap.desired().contains(forms.trigger()))
                .toList();
        if (conversions.isEmpty() && ending.isEmpty()) {
            return actions;
        }
        ConversionNeeds needs = new ConversionNeeds(gap, created);
        List<Action> kept = actions;
        for (TwoForms forms : ending) {
            kept = needs.keptFor(forms, kept);
        }
        for (Action conversion : conversions) {
            kept = needs.kept(kept, conversion.object(), ConversionInPlace.expression(conversion));
        }
        return kept;
    }

    /** What its trigger calls goes when that is gone. */
    private List<Action> keptFor(TwoForms forms, List<Action> actions) {
        SortedSet<ObjectKey> going = gap.actual()
                .find(forms.functionKey(), Routine.class)
                .map(routine -> named(
                        ExpressionNames.ofRoutine(routine.definition()),
                        /* asks= */ false,
                        forms.table(),
                        before,
                        gap.actual()))
                .orElseGet(TreeSet::new);
        going.removeAll(created);
        going.removeAll(forms.known().parts());
        going.removeIf(key -> key.kind() == ObjectKind.COLUMN || gap.desired().contains(key));
        List<ObjectKey> ended = List.of(SourceColumns.ended(forms.table()));
        List<Action> kept = new ArrayList<>(actions);
        kept.replaceAll(action -> action.releases().stream().anyMatch(going::contains)
                        && !action.achieves().containsAll(ended)
                ? action.trailing(ended)
                : action);
        return kept;
    }

    /** Returns what an expression over a table calls that is new, as far as it asks no tables; sorted. */
    public static SortedSet<ObjectKey> coming(String expression, ObjectKey table, Gap gap) {
        ConversionNeeds needs = new ConversionNeeds(gap, List.of());
        SortedSet<ObjectKey> coming = named(expression, table, needs.after, gap.desired());
        coming.removeIf(key -> gap.actual().contains(key) || isAsked(key.kind()) || key.kind() == ObjectKind.COLUMN);
        return coming;
    }

    private List<Action> kept(List<Action> actions, ObjectKey column, String expression) {
        ObjectKey table = new ObjectKey(
                ObjectKind.TABLE, column.path().subList(0, column.path().size() - 1));
        SortedSet<ObjectKey> going = named(expression, table, before, gap.actual());
        going.removeAll(created);
        SortedSet<ObjectKey> coming = named(expression, table, after, gap.desired());
        coming.retainAll(created);
        if (going.isEmpty() && coming.isEmpty()) {
            return actions;
        }
        List<ObjectKey> computed = List.of(column, SourceColumns.ended(table));
        List<Action> kept = new ArrayList<>(actions);
        kept.replaceAll(
                action -> action.releases().stream().anyMatch(going::contains) ? action.trailing(computed) : action);
        kept.replaceAll(action -> action.statements().stream().anyMatch(sql -> sql.contains(expression))
                ? action.trailing(coming)
                : action);
        return kept;
    }

    private static Map<String, List<ObjectKey>> byName(Catalog catalog) {
        Map<String, List<ObjectKey>> byName = new HashMap<>();
        for (SchemaObject object : catalog.objects()) {
            ObjectKey key = object.key();
            if (key.kind().isRoutine() || key.kind() == ObjectKind.OPERATOR) {
                byName.computeIfAbsent(Signatures.name(key.name()), name -> new ArrayList<>())
                        .add(key);
            } else if (isNamed(key.kind())) {
                byName.computeIfAbsent(key.name(), name -> new ArrayList<>()).add(key);
            }
        }
        return byName;
    }

    private static boolean isNamed(ObjectKind kind) {
        return isAsked(kind)
                || switch (kind) {
                    case COLLATION, ENUM, DOMAIN, COMPOSITE, RANGE, TEXT_SEARCH_CONFIGURATION, COLUMN -> true;
                    default -> false;
                };
    }

    /** Only a query names these, or a routine's text. */
    private static boolean isAsked(ObjectKind kind) {
        return switch (kind) {
            case SEQUENCE, TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> true;
            default -> false;
        };
    }

    /** Returns what the words of an expression may mean in a catalog, and those of the routines among it. */
    private static SortedSet<ObjectKey> named(
            String expression, ObjectKey table, Map<String, List<ObjectKey>> byName, Catalog catalog) {
        return named(ExpressionNames.of(expression), ConversionInPlace.isQuery(expression), table, byName, catalog);
    }

    private static SortedSet<ObjectKey> named(
            ExpressionNames names,
            boolean asks,
            ObjectKey table,
            Map<String, List<ObjectKey>> byName,
            Catalog catalog) {
        SortedSet<ObjectKey> named = new TreeSet<>();
        Deque<ObjectKey> routines = new ArrayDeque<>();
        gather(names, asks, table, byName, named, routines);
        while (!routines.isEmpty()) {
            catalog.find(routines.remove(), Routine.class)
                    .map(routine -> ExpressionNames.ofRoutine(routine.definition()))
                    .ifPresent(words -> gather(words, true, table, byName, named, routines));
        }
        return named;
    }

    private static void gather(
            ExpressionNames names,
            boolean asks,
            ObjectKey table,
            Map<String, List<ObjectKey>> byName,
            SortedSet<ObjectKey> named,
            Deque<ObjectKey> routines) {
        for (String word : names.words()) {
            for (ObjectKey key : byName.getOrDefault(word, List.of())) {
                boolean meant = switch (key.kind()) {
                    case COLUMN -> asks && isOfAnother(key, table, names.words());
                    default -> asks || !isAsked(key.kind());
                };
                if (meant && !key.equals(table) && named.add(key) && key.kind().isRoutine()) {
                    routines.add(key);
                }
            }
        }
    }

    /** The columns of the row itself have an order of their own: {@code ConversionOrder}. */
    private static boolean isOfAnother(ObjectKey column, ObjectKey table, Set<String> words) {
        List<String> of = column.path().subList(0, column.path().size() - 1);
        return !of.equals(table.path()) && words.contains(of.getLast());
    }
}
