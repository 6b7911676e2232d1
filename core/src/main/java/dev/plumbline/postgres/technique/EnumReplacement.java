// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.CreationPrivileges;
import dev.plumbline.postgres.change.TableStatements;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An enum of columns in use that loses labels, or has them in another order, gives its place to a successor: that is made beside it;
 * every column goes over by a second one, as {@link SecondColumn} does it; and in one short transaction all second columns take
 * the places of the first, and the successor the name. Rows that have a label which goes stop the plan before anything is
 * done, and once more before anybody is refused one.
 */
record EnumReplacement() implements Technique {
    private static final String FIRST = "a row that has a label which goes stops the plan before anything is done";
    private static final String AGAIN =
            "a row that has a label which goes stops the plan before anybody is refused one";

    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        return switch (action.object().kind()) {
            case ENUM ->
                EnumSwap.of(action, scene)
                        .map(swap -> swap.obstacle()
                                .map(why -> inOneGo(action, swap, why))
                                .orElseGet(() -> new Steps(swap).actions()));
            case DEFAULT, INDEX, CONSTRAINT ->
                EnumSwap.all(scene).anyMatch(swap -> swap.obstacle().isEmpty() && isPart(action.object(), swap))
                        ? Optional.of(List.of())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** What is done in one go needs much out of its way before: that is not to have been for nothing. */
    private static List<Action> inOneGo(Action action, EnumSwap swap, String why) {
        List<Action> actions = new ArrayList<>();
        look(FIRST, swap, Set.of(), looked(swap.type())).ifPresent(actions::add);
        Action direct = action.because(action.reason() + "; in one go, because " + why);
        for (ObjectKey place : looked(swap)) {
            direct = direct.following(place);
        }
        actions.add(direct);
        return actions;
    }

    private static ObjectKey looked(ReplacedEnum type) {
        return type.place("looked");
    }

    /** Where several types lose labels, the rows of all are looked at first. */
    private static Set<ObjectKey> looked(EnumSwap swap) {
        return EnumSwap.all(swap.scene())
                .map(other -> looked(other.type()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads the tables, and keeps nobody from anything. */
    private static Optional<Action> look(String why, EnumSwap swap, Set<ObjectKey> after, ObjectKey done) {
        List<EnumValues> values = swap.values();
        return swap.type().gone().isEmpty() || values.isEmpty()
                ? Optional.empty()
                : Optional.of(Action.of(Verb.ALTER, swap.type().key())
                        .because(why)
                        .sql(new GoneLabels(swap.type(), values).statements())
                        .achieves(done)
                        .follows(after)
                        .hazard(Hazard.DATA_DEPENDENT)
                        .inOwnTransaction()
                        .takesLong()
                        .build());
    }

    /** Returns whether an object is made on a second column, or goes with the first. */
    private static boolean isPart(ObjectKey key, EnumSwap swap) {
        return swap.changes().stream()
                .anyMatch(change -> key.kind() == ObjectKind.DEFAULT
                        ? key.path().equals(change.key().path())
                        : new ColumnParts(change).recreated().contains(key));
    }

    /** The steps of one replacement. */
    private static final class Steps {
        private final EnumSwap swap;
        private final ReplacedEnum type;
        private final List<TypeChange> changes;
        private final List<Action> actions = new ArrayList<>();
        private final Set<ObjectKey> ready = new TreeSet<>();

        /** The columns with a check of their own that no label goes: they may be null. */
        private final Set<ObjectKey> checked = new TreeSet<>();

        Steps(EnumSwap swap) {
            this.swap = swap;
            this.type = swap.type();
            this.changes = swap.changes();
        }

        List<Action> actions() {
            List<SecondColumn.Steps> columns =
                    changes.stream().map(SecondColumn.Steps::new).toList();
            successor();
            for (SecondColumn.Steps column : columns) {
                actions.addAll(column.made());
                ready.addAll(column.ready());
            }
            ObjectKey sure = type.place("sure");
            look(AGAIN, swap, ready, sure).ifPresent(actions::add);
            for (int i = 0; i < changes.size(); i++) {
                prove(changes.get(i), columns.get(i), sure);
            }
            actions.add(swapped(columns));
            return actions;
        }

        private void successor() {
            Set<ObjectKey> looked = looked(swap);
            look(FIRST, swap, Set.of(), looked(type)).ifPresent(actions::add);
            List<String> early = swap.earlyDefaults();
            if (!early.isEmpty()) {
                ObjectKey given = type.place("default");
                actions.add(Action.of(Verb.ALTER, type.key())
                        .because("no new row is given a label that goes")
                        .sql(early)
                        .achieves(given)
                        .follows(looked)
                        .build());
                ready.add(given);
            }
            actions.add(Action.of(Verb.CREATE, type.besideKey())
                    .because("PostgreSQL takes no label from " + type.key() + ": its successor stands beside it")
                    .sql(type.create())
                    .achieves(type.besideKey())
                    .follows(looked)
                    .build());
        }

        /** From here on a label that goes is refused. */
        private void prove(TypeChange change, SecondColumn.Steps column, ObjectKey sure) {
            ObjectKey after = type.gone().isEmpty() ? column.filled() : sure;
            List<Action> notNull = column.proven(after);
            ready.addAll(column.ready());
            if (!notNull.isEmpty() || type.gone().isEmpty()) {
                actions.addAll(notNull);
                return;
            }
            ObjectKey proven = column.beside().place("proof of labels");
            actions.addAll(column.beside()
                    .hold(
                            "new rows have a value in the second " + change.key() + " where they have one in the first",
                            GoneLabels.check(change),
                            change.successor().orElseThrow().check(column.beside()),
                            after,
                            proven));
            ready.add(proven);
            checked.add(change.key());
        }

        private Action swapped(List<SecondColumn.Steps> columns) {
            Action direct = swap.direct();
            Action.Builder action = Action.of(Verb.ALTER, type.key())
                    .because("the second columns take the places of the first, and the successor the name of the type")
                    .achieves(direct.achieves())
                    .releases(direct.releases())
                    .awaits(direct.awaits())
                    .follows(direct.follows())
                    .follows(ready);
            direct.hazards().stream()
                    .filter(hazard -> hazard != Hazard.DATA_DEPENDENT)
                    .forEach(action::hazard);
            direct.loses().ifPresent(action::loses);
            changes.stream()
                    .map(TypeChange::table)
                    .distinct()
                    .forEach(table -> action.sql(TableStatements.lock(table)));
            action.sql(type.rename())
                    .sql(new CreationPrivileges(
                                    swap.scene().actual(), swap.scene().desired())
                            .afterwards(type.key()));
            for (int i = 0; i < changes.size(); i++) {
                TypeChange change = changes.get(i);
                if (checked.contains(change.key())) {
                    action.sql("ALTER TABLE " + Sql.of(change.table()) + " DROP CONSTRAINT "
                            + Sql.name(GoneLabels.check(change)));
                }
                action.sql(columns.get(i).columnSwap().underLock());
                action.achieves(columns.get(i).parts()).awaits(columns.get(i).leaving());
                change.toDefault().map(ColumnDefault::key).ifPresent(value -> action.achieves(value));
            }
            return action.sql(type.drop()).build();
        }
    }
}
