// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ColumnStatements;
import dev.plumbline.postgres.change.NotNull;
import dev.plumbline.postgres.change.Reach;
import dev.plumbline.postgres.change.Scaffold;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * NOT NULL on a table in use holds for new rows at once, and is held against the old ones in a transaction of its own,
 * under a lock that lets reads and writes pass. Since PostgreSQL 18 it may itself be NOT VALID and validated; before, a
 * check of the same meaning goes first, which proves to SET NOT NULL that it need not read the table (PostgreSQL
 * documentation, ALTER TABLE, "SET NOT NULL" and "VALIDATE CONSTRAINT").
 */
record ProvenNotNull() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.ALTER || action.object().kind() != ObjectKind.COLUMN) {
            return Optional.empty();
        }
        Optional<Column> from = scene.actual().find(action.object(), Column.class);
        return scene.desired()
                .find(action.object(), Column.class)
                .filter(column -> column.table().kind() == ObjectKind.TABLE)
                .filter(column -> scene.isInUse(column.table()))
                .flatMap(column -> Parts.of(action, column, from.orElseThrow(), scene))
                .map(Parts::actions);
    }

    /** A place in the order under a key that no object has: NOT NULL holds for new rows. */
    private static ObjectKey unproven(ObjectKey column) {
        return column.child(ObjectKind.COLUMN, "unproven");
    }

    /**
     * Returns the actions with the default of each column set before its NOT NULL holds, or what is inserted without a
     * value in between would be refused. A default that needs what needs the table stays where it is.
     */
    static List<Action> defaultsFirst(List<Action> actions, Scene scene) {
        List<Action> all = new ArrayList<>(actions);
        for (Action given : actions) {
            if (given.object().kind() != ObjectKind.DEFAULT
                    || given.statements().isEmpty()
                    || given.verb() == Verb.DROP) {
                continue;
            }
            ObjectKey column = new ObjectKey(ObjectKind.COLUMN, given.object().path());
            ObjectKey table =
                    scene.desired().find(column, Column.class).orElseThrow().table();
            Reach reach = new Reach(
                    scene.desired(), scene.recreation().created(), key -> key.equals(column) || key.equals(table));
            Optional<Action> first = actions.stream()
                    .filter(action -> action.achieves().contains(unproven(column)))
                    .findFirst();
            if (first.isPresent() && reach.standsAlone(given.object())) {
                all.set(all.indexOf(given), given.with(List.of(), given.mode()));
                all.set(all.indexOf(first.get()), withDefault(first.get(), given, scene));
            }
        }
        return all;
    }

    private static Action withDefault(Action first, Action given, Scene scene) {
        List<String> statements = new ArrayList<>(first.statements());
        int check = statements.size();
        while (check > 0 && !statements.get(check - 1).endsWith(" NOT VALID")) {
            check--;
        }
        statements.addAll(Math.max(0, check - 1), given.statements());
        Set<ObjectKey> needed = new TreeSet<>(scene.desired().dependencies(given.object()));
        needed.remove(first.object());
        Action.Builder action = Action.of(first.verb(), first.object())
                .because(first.reason() + "; " + given.reason())
                .sql(statements)
                .achieves(first.achieves())
                .releases(first.releases())
                .awaits(first.awaits())
                .awaits(given.awaits())
                .awaits(Set.of(given.object()))
                .follows(first.follows())
                .follows(needed)
                .hazards(first.hazards())
                .takesLong();
        first.loses().ifPresent(action::loses);
        return action.build();
    }

    /**
     * An alteration, cut where it gives or validates NOT NULL.
     *
     * @param before what comes before that
     * @param unchecked what makes it hold for new rows
     * @param validate what holds it against the old ones
     * @param proven what is left to do once that is known
     * @param after what came after it in the alteration
     */
    private record Parts(
            Action action,
            Column to,
            boolean otherValues,
            List<String> before,
            List<String> unchecked,
            String validate,
            List<String> proven,
            List<String> after) {

        static Optional<Parts> of(Action action, Column to, Column from, Scene scene) {
            boolean otherValues =
                    ColumnStatements.typeChanges(from, to) || !from.value().equals(to.value());
            List<String> all = action.statements();
            int given = all.indexOf(NotNull.give(to));
            if (given >= 0 && to.notNull() && !NotNull.isNotValid(to)) {
                boolean named = NotNull.isNamed(scene.desired().product().majorVersion());
                return Optional.of(
                        named ? named(action, to, otherValues, given) : checked(action, to, otherValues, given, scene));
            }
            int validated = all.indexOf(NotNull.validate(to));
            return validated < 0
                    ? Optional.empty()
                    : Optional.of(new Parts(
                            action,
                            to,
                            otherValues,
                            all.subList(0, validated),
                            List.of(),
                            all.get(validated),
                            List.of(),
                            all.subList(validated + 1, all.size())));
        }

        private static Parts named(Action action, Column to, boolean otherValues, int at) {
            List<String> all = action.statements();
            return new Parts(
                    action,
                    to,
                    otherValues,
                    all.subList(0, at),
                    List.of(NotNull.giveUnchecked(to)),
                    NotNull.validate(to),
                    List.of(),
                    all.subList(at + 1, all.size()));
        }

        private static Parts checked(Action action, Column to, boolean otherValues, int at, Scene scene) {
            List<String> all = action.statements();
            String table = "ALTER TABLE " + Sql.of(to.table());
            String name = Sql.name(Scaffold.notNull(to).name());
            return new Parts(
                    action,
                    to,
                    otherValues,
                    all.subList(0, at),
                    List.of(table + " ADD CONSTRAINT " + name + " " + Scaffold.isNotNull(to, scene.desired())
                            + " NOT VALID"),
                    table + " VALIDATE CONSTRAINT " + name,
                    List.of(all.get(at), table + " DROP CONSTRAINT " + name),
                    all.subList(at + 1, all.size()));
        }

        List<Action> actions() {
            ObjectKey unproven = unproven(to.key());
            ObjectKey proof = to.key().child(ObjectKind.COLUMN, "proof");
            // Only what comes to an identity column must wait until NOT NULL is there.
            boolean waits = to.value() instanceof ColumnValue.Identity && otherValues;
            Action.Builder first = Action.of(Verb.ALTER, to.key())
                    .because(action.reason())
                    .sql(before)
                    .sql(unchecked)
                    .sql(waits ? List.of() : after)
                    .achieves(unproven)
                    .achieves(action.achieves())
                    .releases(action.releases())
                    .awaits(action.awaits())
                    .follows(action.follows());
            action.loses().ifPresent(first::loses);
            if (otherValues) {
                first.hazards(action.hazards()).takesLong();
            }
            Action.Builder second = Action.of(Verb.ALTER, to.key())
                    .because("the rows that were there before are checked without blocking anyone")
                    .sql(validate)
                    .achieves(proof)
                    .achieves(action.achieves())
                    .follows(Set.of(unproven))
                    .hazard(Hazard.DATA_DEPENDENT)
                    .inOwnTransaction()
                    .takesLong();
            Action.Builder third = Action.of(Verb.ALTER, to.key())
                    .because("the rows are known to have a value in " + to.key())
                    .sql(proven)
                    .sql(waits ? after : List.of())
                    .achieves(action.achieves())
                    .follows(Set.of(proof));
            return third.hasSql()
                    ? List.of(first.build(), second.build(), third.build())
                    : List.of(first.build(), second.build());
        }
    }
}
