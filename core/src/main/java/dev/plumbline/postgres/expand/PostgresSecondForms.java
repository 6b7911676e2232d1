// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.SecondForm;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Passages;
import dev.plumbline.postgres.change.Recreation;
import dev.plumbline.postgres.change.Statements;
import dev.plumbline.postgres.creation.Creations;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import dev.plumbline.postgres.technique.Derivation;
import dev.plumbline.postgres.technique.DerivedColumns;
import dev.plumbline.postgres.technique.ExpressionNames;
import dev.plumbline.postgres.technique.FormsTrigger;
import dev.plumbline.postgres.technique.Scene;
import dev.plumbline.postgres.technique.TwoForms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Columns that are split, merged, or renamed with other values or another type, and for a while are there in both forms: a trigger
 * computes the one from the other.
 */
public final class PostgresSecondForms implements SecondForms {
    @Override
    public List<SecondForm> underWay(Catalog catalog) {
        return TwoForms.in(catalog).stream().map(TwoForms::known).toList();
    }

    @Override
    public Hinted hinted(List<Recast> columns) {
        return new RecastColumns(columns).hinted();
    }

    @Override
    public Given give(Catalog actual, Catalog desired, Hinted hinted) {
        List<TwoForms> wanted = new FormGroups(actual, desired, hinted).all();
        wanted.forEach(forms -> new FormObstacles(forms, actual, desired, hinted).require());
        List<TwoForms> all = new ArrayList<>(wanted);
        TwoForms.in(actual).stream()
                .filter(forms -> forms.known().isWanted(desired))
                .forEach(all::add);
        Catalog columns = new FormParts(actual, desired).with(all, hinted);
        FormIndexes indexes = new FormIndexes(actual, desired, columns);
        List<Action> made = new ArrayList<>();
        // One over columns of two such pairs is of both.
        all.stream().flatMap(forms -> indexes.making(forms).stream()).distinct().forEach(made::add);
        for (TwoForms forms : wanted) {
            FormsTrigger trigger = trigger(forms, actual, desired, hinted);
            made.add(Action.of(Verb.CREATE, forms.functionKey())
                    .sql(trigger.createFunction())
                    .build());
            made.add(Action.of(Verb.CREATE, forms.trigger())
                    .sql(trigger.create())
                    .build());
        }
        return new Given(columns, made, wanted.stream().map(TwoForms::known).toList(), questions(wanted, hinted));
    }

    /** A server that explains such a statement has found every name and every cast in it, assignments included, and writes nothing. */
    private static SortedMap<ObjectKey, String> questions(List<TwoForms> wanted, Hinted hinted) {
        SortedMap<ObjectKey, String> questions = new TreeMap<>();
        for (TwoForms forms : wanted) {
            forms.columns()
                    .forEach(column -> Optional.ofNullable(hinted.values()
                                    .getOrDefault(column, hinted.reversals().get(column)))
                            .ifPresent(expression -> questions.put(
                                    column,
                                    "EXPLAIN UPDATE " + Sql.of(forms.table()) + " SET " + Sql.name(column.name())
                                            + " = (" + expression + ")")));
        }
        return questions;
    }

    private static FormsTrigger trigger(TwoForms forms, Catalog actual, Catalog desired, Hinted hinted) {
        SortedMap<ObjectKey, String> values = new TreeMap<>();
        Map<ObjectKey, String> types = new HashMap<>();
        Map<ObjectKey, String> defaults = new HashMap<>();
        forms.columns().forEach(key -> {
            boolean first = forms.first().contains(key);
            Catalog side = first ? actual : desired;
            values.put(key, (first ? hinted.reversals() : hinted.values()).getOrDefault(key, "NULL"));
            types.put(key, side.find(key, Column.class).orElseThrow().type());
            SteadyDefault.of(key, side).ifPresent(expression -> defaults.put(key, StableText.of(expression)));
        });
        List<ObjectKey> certain = forms.first().stream()
                .filter(key -> actual.find(key, Column.class)
                        .filter(NotNull::isCertain)
                        .isPresent())
                .toList();
        return new FormsTrigger(forms, values, types, defaults, certain, steady(forms, actual, desired, hinted));
    }

    /** Returns the columns that stay and that the second form is computed from as well. */
    private static List<ObjectKey> steady(TwoForms forms, Catalog actual, Catalog desired, Hinted hinted) {
        Set<String> words = forms.second().stream()
                .flatMap(key -> ExpressionNames.of(hinted.values().getOrDefault(key, "")).words().stream())
                .collect(Collectors.toSet());
        return actual.children(forms.table()).stream()
                .filter(key -> key.kind() == ObjectKind.COLUMN && desired.contains(key) && words.contains(key.name()))
                .toList();
    }

    @Override
    public void requireGentle(Gap gap, List<Action> conversions, Collection<SecondForm> forms) {
        Statements statements = new Statements(gap);
        Passages passages = new Passages(gap);
        Recreation recreation = Recreation.of(gap, statements, passages);
        List<Action> actions = new ArrayList<>(conversions);
        actions.addAll(
                new Creations(gap, recreation, statements, passages, DerivedColumns.of(conversions, gap)).actions());
        Scene scene = new Scene(gap, recreation, actions);
        for (SecondForm form : forms) {
            TwoForms both = new TwoForms(form.table(), form.first(), form.second());
            Derivation.of(form.second().getFirst(), scene)
                    .flatMap(Derivation::obstacle)
                    .ifPresent(why -> {
                        throw new FormObstacles(
                                        both, gap.actual(), gap.desired(), new Hinted(new TreeMap<>(), new TreeMap<>()))
                                .refused(why);
                    });
        }
    }
}
