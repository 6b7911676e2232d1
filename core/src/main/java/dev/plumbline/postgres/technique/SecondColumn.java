// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ConstraintStatements;
import dev.plumbline.postgres.change.DomainUse;
import dev.plumbline.postgres.change.Scaffold;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A column of a table in use that changes its type, where the server would write the table anew while nobody may use it, gives
 * its place to a second one: that is added, a trigger keeps it in step, the rows that are there are converted in batches; its
 * indexes, keys, checks and NOT NULL are made and proven beside those of the first; and in one short transaction the second
 * takes the name of the first, and what stands on it the names of theirs.
 */
record SecondColumn() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.object().kind() == ObjectKind.DEFAULT) {
            // The default comes with the second column; the first keeps its own to the end.
            return TypeChange.of(
                            new ObjectKey(ObjectKind.COLUMN, action.object().path()), scene)
                    .filter(change -> change.obstacle().isEmpty())
                    .map(change -> List.of());
        }
        if (isPart(action, scene)) {
            return Optional.of(List.of());
        }
        if (action.verb() != Verb.ALTER || action.object().kind() != ObjectKind.COLUMN) {
            return Optional.empty();
        }
        return of(action, scene)
                .filter(change -> change.obstacle().isEmpty())
                .map(change -> new Steps(change).actions());
    }

    private static Optional<TypeChange> of(Action action, Scene scene) {
        return TypeChange.of(action.object(), scene)
                .filter(change -> change.action().statements().equals(action.statements()));
    }

    /** Returns the action, with the reason why it must be done in one go where it is a change that must. */
    static Action explained(Action action, Scene scene) {
        return action.verb() == Verb.ALTER && action.object().kind() == ObjectKind.COLUMN
                ? of(action, scene)
                        .flatMap(TypeChange::obstacle)
                        .map(why -> action.because(action.reason() + "; in one go, because " + why))
                        .orElse(action)
                : action;
    }

    /** Returns whether an action makes anew what is made on a second column, or drops what goes with the first. */
    private static boolean isPart(Action action, Scene scene) {
        ObjectKey key = action.object();
        return (key.kind() == ObjectKind.INDEX || key.kind() == ObjectKind.CONSTRAINT)
                && scene.recreation().dropped().contains(key)
                && scene.recreation().created().contains(key)
                && scene.actual().dependencies(key).stream()
                        .flatMap(column -> TypeChange.of(column, scene).stream())
                        .filter(change -> change.obstacle().isEmpty())
                        .anyMatch(change -> new ColumnParts(change).recreated().contains(key));
    }

    /** The steps of one change. */
    static final class Steps {
        private final TypeChange change;
        private final ColumnParts parts;
        private final ColumnBeside beside;
        private final SyncTrigger trigger;
        private final ObjectKey filled;
        private final Set<ObjectKey> ready = new TreeSet<>();
        private final List<Action> actions = new ArrayList<>();

        Steps(TypeChange change) {
            this.change = change;
            this.parts = new ColumnParts(change);
            this.beside = new ColumnBeside(change.to(), change.scene());
            this.trigger = new SyncTrigger(change, beside.name());
            this.filled = beside.place("filled");
        }

        List<Action> actions() {
            made();
            actions.addAll(proven(filled));
            actions.add(swap());
            parts.incoming().forEach(this::validate);
            return actions;
        }

        /** Returns what makes and fills the second column, and what stands on it. */
        List<Action> made() {
            fill();
            parts.indexes()
                    .forEach(index -> build(index.key(), parts.index(index).orElseThrow()));
            parts.keys()
                    .forEach(key -> build(
                            ObjectKey.of(
                                    ObjectKind.INDEX,
                                    key.key().schema(),
                                    key.key().name()),
                            parts.keyIndex(key).orElseThrow()));
            parts.checks().forEach(this::hold);
            ready.add(filled);
            return actions;
        }

        /**
         * Returns what proves that it has no nulls, if it is to have none.
         *
         * @param after the place that this follows
         */
        List<Action> proven(ObjectKey after) {
            ObjectKey proven = beside.place("proof");
            ready.add(proven);
            return beside.proveNotNull(after, proven);
        }

        /** Returns what the swap follows: the places of all that was asked for until now. */
        Set<ObjectKey> ready() {
            return ready;
        }

        /** Returns the objects that are on the second column what they were on the first. */
        Set<ObjectKey> parts() {
            return parts.replaced();
        }

        /** Returns what must have gone before the first column does. */
        Set<ObjectKey> leaving() {
            return parts.leaving();
        }

        ColumnBeside beside() {
            return beside;
        }

        /** Returns the place from which on every row has its value in the second column. */
        ObjectKey filled() {
            return filled;
        }

        /** Returns the statements with which the second column takes the place of the first. */
        ColumnSwap columnSwap() {
            return new ColumnSwap(change, parts, beside, trigger);
        }

        private void fill() {
            ObjectKey added = beside.place("added");
            Action direct = change.action();
            actions.add(Action.of(Verb.ALTER, change.key())
                    .because(direct.reason() + "; a second column is kept in step with it")
                    .sql(beside.add())
                    .sql(trigger.create())
                    .achieves(added)
                    .awaits(direct.awaits())
                    .awaits(DomainUse.checksThatGo(change.to(), change.scene().gap()))
                    .follows(direct.follows())
                    .follows(change.needed())
                    .follows(earlier())
                    .build());
            actions.add(Action.of(Verb.CONVERT, change.key())
                    .because("the rows that were there before get their values in the second " + change.key())
                    .inBatches(change.batch(beside))
                    .achieves(filled)
                    .follows(Set.of(added))
                    .hazard(Hazard.DATA_DEPENDENT)
                    .build());
        }

        /** Columns that refer to this one come first, and where this one is of the key, all that are filled by it. */
        private Set<ObjectKey> earlier() {
            Scene scene = change.scene();
            Set<ObjectKey> earlier = parts.referring();
            boolean inKey = change.batchTable().has(change.key().name());
            scene.desired().children(change.table()).stream()
                    .flatMap(key -> scene.desired().find(key, Column.class).stream())
                    .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                    .map(Column::key)
                    .filter(key -> !key.equals(change.key()))
                    .filter(key -> scene.recreation().altered().containsKey(key)
                            || !scene.actual().contains(key))
                    .filter(key ->
                            change.batchTable().has(key.name()) ? inKey && key.compareTo(change.key()) < 0 : inKey)
                    .forEach(earlier::add);
            return earlier;
        }

        private void build(ObjectKey index, String sql) {
            ObjectKey built = beside.place("index " + index.name());
            ready.add(built);
            actions.add(Action.of(
                            Verb.CREATE, ObjectKey.of(ObjectKind.INDEX, index.schema(), Scaffold.beside(index.name())))
                    .because(index + " is built on the second " + change.key() + " without blocking anyone")
                    .achieves(built)
                    .follows(Set.of(filled))
                    .concurrently()
                    .sql(sql)
                    .hazards(sql.startsWith("CREATE UNIQUE ") ? EnumSet.of(Hazard.DATA_DEPENDENT) : Set.of())
                    .build());
        }

        private void hold(Constraint constraint) {
            String name = constraint.key().name();
            ObjectKey proven = beside.place("proof of " + name);
            ready.add(proven);
            actions.addAll(beside.hold(
                    constraint.key() + " holds for the second " + change.key() + " too",
                    Scaffold.beside(name),
                    parts.definition(constraint).orElseThrow(),
                    filled,
                    proven));
        }

        private Action swap() {
            Action direct = change.action();
            Set<Hazard> hazards = EnumSet.noneOf(Hazard.class);
            hazards.addAll(direct.hazards());
            hazards.remove(Hazard.DATA_DEPENDENT);
            Action.Builder swap = Action.of(Verb.ALTER, change.key())
                    .because("the second " + change.key() + " takes the place of the first")
                    .sql(columnSwap().statements())
                    .achieves(direct.achieves())
                    .achieves(parts.replaced())
                    .releases(direct.releases())
                    .awaits(parts.leaving())
                    .follows(ready)
                    .hazards(hazards);
            change.toDefault()
                    .map(ColumnDefault::key)
                    .filter(value -> !needsOwn(value))
                    .ifPresent(value -> swap.achieves(value).follows(needed(value)));
            direct.loses().ifPresent(swap::loses);
            return swap.build();
        }

        /** The column's own sequence is there, and may be altered only after the column. */
        private boolean needsOwn(ObjectKey value) {
            return parts.sequences().stream().anyMatch(sequence -> needed(value).contains(sequence.key()));
        }

        private List<ObjectKey> needed(ObjectKey value) {
            return change.scene().desired().dependencies(value).stream()
                    .filter(needed -> !needed.equals(change.key()))
                    .toList();
        }

        /** A key that refers to the column refers to the second one from the swap on, for new rows; now for all. */
        private void validate(Constraint foreign) {
            actions.add(Action.of(Verb.ALTER, foreign.key())
                    .because("the rows that were there before are checked without blocking anyone")
                    .sql(ConstraintStatements.validate(foreign))
                    .follows(Set.of(change.key()))
                    .achieves(beside.place("proof of " + foreign.key()))
                    .hazard(Hazard.DATA_DEPENDENT)
                    .inOwnTransaction()
                    .takesLong()
                    .build());
        }
    }
}
