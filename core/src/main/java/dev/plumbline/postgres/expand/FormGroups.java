// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.expand;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.SecondForms;
import dev.plumbline.postgres.technique.ExpressionNames;
import dev.plumbline.postgres.technique.SourceColumns;
import dev.plumbline.postgres.technique.TwoForms;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which columns that go and which that come are two forms of the same values: those that the expressions of hints lead from one to
 * another, by their words. What has nothing to do with each other is kept apart, for a statement may write the first form of the one
 * and the second of the other.
 */
final class FormGroups {
    private final Catalog desired;
    private final SecondForms.Hinted hinted;
    private final Gap gap;

    FormGroups(Catalog actual, Catalog desired, SecondForms.Hinted hinted) {
        this.desired = desired;
        this.hinted = hinted;
        this.gap = GapFinder.between(actual, desired);
    }

    /** Returns them, sorted by table and second columns; columns that come and have no first form are in none. */
    List<TwoForms> all() {
        List<Group> groups = new ArrayList<>();
        hinted.values().keySet().stream().filter(this::comes).forEach(column -> add(column, groups));
        return groups.stream()
                .filter(group -> !group.first().isEmpty())
                .map(group -> new TwoForms(group.table(), List.copyOf(group.first()), List.copyOf(group.second())))
                .toList();
    }

    private record Group(ObjectKey table, SortedSet<ObjectKey> first, SortedSet<ObjectKey> second) {}

    private boolean comes(ObjectKey key) {
        return !gap.actual().contains(key)
                && desired.find(key, Column.class)
                        .filter(column ->
                                gap.actual().find(column.table(), Table.class).isPresent())
                        .isPresent();
    }

    private void add(ObjectKey column, List<Group> groups) {
        ObjectKey table = desired.find(column, Column.class).orElseThrow().table();
        Group whole = new Group(table, new TreeSet<>(), new TreeSet<>(List.of(column)));
        ExpressionNames names = ExpressionNames.of(hinted.values().getOrDefault(column, ""));
        gap.actual().children(table).stream()
                .filter(key -> SourceColumns.isOne(key, gap))
                .filter(key -> names.has(key.name()) || reverse(key).has(column.name()))
                .forEach(whole.first()::add);
        for (Group group : List.copyOf(groups)) {
            if (group.first().stream().anyMatch(whole.first()::contains)) {
                whole.first().addAll(group.first());
                whole.second().addAll(group.second());
                groups.remove(group);
            }
        }
        groups.add(whole);
    }

    private ExpressionNames reverse(ObjectKey column) {
        return ExpressionNames.of(hinted.reversals().getOrDefault(column, ""));
    }
}
