// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Signatures;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.sql.StableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * New columns of a table in use whose values come from others of the row are added under other names, a trigger computes them
 * whenever a row is written, and the rows that are there are filled in batches, which go over the table once for all of them.
 * Then they take their names. Where columns of the table go with the same plan, a trigger goes on computing until they do, so
 * that no row is ever without its values, whoever writes it; {@link SourceColumns} ends it.
 */
public record DerivedColumns() implements Technique {
    /** Returns the new columns of tables that are there whose values conversions say. */
    public static Set<ObjectKey> of(List<Action> conversions, Gap gap) {
        return conversions.stream()
                .map(Action::object)
                .filter(key -> !gap.actual().contains(key))
                .filter(key -> gap.desired()
                        .find(key, Column.class)
                        .filter(column -> column.value() instanceof ColumnValue.Given && !column.inherited())
                        .filter(column -> gap.actual().contains(column.table()))
                        .isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns a place in the order under a key that no object has: the columns of the table have their names. */
    static ObjectKey named(ObjectKey table) {
        return table.child(ObjectKind.COLUMN, "derived columns named");
    }

    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.CREATE && action.verb() != Verb.CONVERT) {
            return Optional.empty();
        }
        if (isPutUpWithNames(action.object(), scene)) {
            return Optional.of(List.of());
        }
        return Derivation.of(action.object(), scene).map(derivation -> replace(action, derivation));
    }

    /** What makes two forms of values follow each other is put up when the columns that come take their names. */
    private static boolean isPutUpWithNames(ObjectKey key, Scene scene) {
        boolean named = key.kind() == ObjectKind.TRIGGER
                ? Scaffold.isOfBoth(key.name())
                : key.kind() == ObjectKind.FUNCTION && Scaffold.isOfBoth(Signatures.name(key.name()));
        return named
                && TwoForms.in(scene.desired()).stream()
                        .filter(forms -> key.equals(forms.trigger()) || key.equals(forms.functionKey()))
                        .flatMap(TwoForms::columns)
                        .flatMap(column -> Derivation.of(column, scene).stream())
                        .anyMatch(derivation -> derivation.obstacle().isEmpty());
    }

    private static List<Action> replace(Action action, Derivation derivation) {
        if (derivation.obstacle().isPresent()) {
            return List.of(action);
        }
        return action.object().equals(derivation.columns().getFirst().key()) && action.verb() == Verb.CREATE
                ? new Steps(derivation).actions()
                : List.of();
    }

    /** Returns the action, with the reason why a column is added in one go where it must be. */
    static Action explained(Action action, Scene scene) {
        return action.verb() == Verb.CREATE
                ? Derivation.of(action.object(), scene)
                        .flatMap(Derivation::obstacle)
                        .map(why -> action.because(action.reason() + "; in one go, because " + why))
                        .orElse(action)
                : action;
    }

    /** The steps for one table. */
    private static final class Steps {
        private final Derivation derivation;
        private final Scene scene;
        private final ObjectKey table;
        private final Column first;
        private final List<ColumnBeside> all;
        private final SyncTrigger trigger;

        Steps(Derivation derivation) {
            this.derivation = derivation;
            this.scene = derivation.scene();
            this.table = derivation.table();
            this.first = derivation.columns().getFirst();
            this.all = derivation.columns().stream()
                    .map(column -> new ColumnBeside(column, scene))
                    .toList();
            this.trigger = trigger(Scaffold.sync(first), Scaffold.syncTrigger(first), true);
        }

        private SyncTrigger trigger(String function, String name, boolean beside) {
            SortedMap<String, String> values = new TreeMap<>();
            all.forEach(column -> values.put(
                    beside ? column.name() : column.to().key().name(),
                    SyncTrigger.ofRow(derivation.expression(column.to()), table)));
            return new SyncTrigger(table, function, name, values);
        }

        List<Action> actions() {
            ColumnBeside leader = all.getFirst();
            ObjectKey added = leader.place("added");
            ObjectKey filled = leader.place("filled");
            List<Action> actions = new ArrayList<>(List.of(add(added), fill(added, filled)));
            Set<ObjectKey> ready = new TreeSet<>(Set.of(filled));
            for (ColumnBeside column : all) {
                ObjectKey proven = column.place("proof");
                actions.addAll(column.proveNotNull(filled, proven));
                ready.add(proven);
            }
            actions.add(name(ready));
            return actions;
        }

        private String names() {
            return derivation.columns().stream()
                    .map(column -> column.key().name())
                    .collect(Collectors.joining(", "));
        }

        private Action add(ObjectKey added) {
            Action.Builder add = Action.of(Verb.CREATE, first.key())
                    .because(reasons()
                            + (all.size() == 1
                                    ? "; it is added under another name"
                                    : "; they are added under other names")
                            + " until every row has its values, which a trigger computes as a hint says")
                    .achieves(added);
            all.forEach(column -> add.sql(column.add()));
            add.sql(trigger.create());
            Set<ObjectKey> own = derivation.keys();
            for (Action creation : derivation.creations()) {
                Set<ObjectKey> follows = new TreeSet<>(creation.follows());
                follows.addAll(scene.desired().dependencies(creation.object()));
                follows.addAll(NewColumnInSteps.needed(creation, scene));
                follows.removeAll(own);
                add.awaits(creation.awaits()).follows(follows);
            }
            return add.build();
        }

        private String reasons() {
            return all.size() == 1
                    ? derivation.creations().getFirst().reason()
                    : "columns " + names() + " of " + table + " are missing";
        }

        private Action fill(ObjectKey added, ObjectKey filled) {
            List<String> set = new ArrayList<>();
            List<String> pending = new ArrayList<>();
            for (ColumnBeside column : all) {
                String name = Sql.name(column.name());
                String value = "(" + derivation.expression(column.to()) + ")";
                set.add(name + " = " + value);
                // A row whose value is null is as it should be.
                pending.add(column.isNull() + " AND " + value + " IS DISTINCT FROM NULL");
            }
            return Action.of(Verb.CONVERT, first.key())
                    .because("the rows that were there before get their values in " + names())
                    .inBatches(derivation
                            .batchTable()
                            .batch(
                                    String.join(", ", set),
                                    pending.size() == 1
                                            ? pending.getFirst()
                                            : "(" + String.join(" OR ", pending) + ")"))
                    .achieves(filled)
                    .follows(Set.of(added))
                    .hazard(Hazard.DATA_DEPENDENT)
                    .build();
        }

        private Action name(Set<ObjectKey> ready) {
            List<Action> both = derivation.bothForms();
            Action.Builder named = Action.of(Verb.ALTER, first.key())
                    .because("every row has its values in " + names()
                            + (derivation.hasSources()
                                    ? "; a trigger computes them until the columns that they come from are gone"
                                    : "")
                            + (both.isEmpty()
                                    ? ""
                                    : "; from here on a trigger computes whichever of the two forms is not written"))
                    // What would be locked bit by bit is locked at once.
                    .sql(TableStatements.lock(table))
                    .sql(trigger.drop())
                    .achieves(named(table))
                    .follows(ready);
            for (ColumnBeside column : all) {
                named.sql(column.settleNotNull()).sql(defaulted(column)).sql(column.rename());
            }
            both.forEach(part ->
                    named.sql(part.statements()).achieves(part.achieves()).follows(part.follows()));
            if (derivation.hasSources()) {
                named.sql(trigger(Scaffold.values(first), Scaffold.valuesTrigger(first), false)
                        .create());
            }
            for (Action creation : derivation.creations()) {
                named.achieves(creation.achieves()).releases(creation.releases());
                creation.loses().ifPresent(named::loses);
            }
            return named.build();
        }

        /** The trigger gives every row its value, default or not, so that the default may come last. */
        private List<String> defaulted(ColumnBeside column) {
            Action creation = scene.creation(column.to().key()).orElseThrow();
            return creation.achieves().stream()
                    .flatMap(part -> scene.desired().find(part, ColumnDefault.class).stream())
                    .filter(value -> value.column().equals(column.to().key()))
                    .map(value ->
                            ColumnStatements.alter(column.key()) + " SET DEFAULT " + StableText.of(value.expression()))
                    .toList();
        }
    }
}
