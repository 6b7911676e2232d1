// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.postgres.change.ColumnStatements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Columns of one table that get NOT NULL have it held against the rows in one statement: the server then reads the table once
 * for all of them (ATRewriteTables in tablecmds.c). Columns that change otherwise, too, keep their own place in the order.
 */
final class JointValidation {
    private static final String VALIDATE = " VALIDATE CONSTRAINT ";

    private JointValidation() {}

    /** Returns the actions with one validation for each table. */
    static List<Action> joined(List<Action> actions, Scene scene) {
        SortedMap<ObjectKey, Action> byTable = new TreeMap<>();
        for (Action action : actions) {
            table(action, scene).ifPresent(table -> byTable.merge(table, action, JointValidation::both));
        }
        List<Action> joined = new ArrayList<>();
        for (Action action : actions) {
            Optional<ObjectKey> table = table(action, scene);
            if (table.isEmpty()) {
                joined.add(action);
            } else {
                // The joint one stands where the first of them stood.
                Optional.ofNullable(byTable.remove(table.get())).ifPresent(joined::add);
            }
        }
        return joined;
    }

    /** Returns the table of a column for which an action does nothing but validate NOT NULL. */
    private static Optional<ObjectKey> table(Action action, Scene scene) {
        boolean validates = action.object().kind() == ObjectKind.COLUMN
                && action.mode() == TransactionMode.ALONE
                && action.statements().size() == 1
                && action.statements().getFirst().contains(VALIDATE);
        return validates
                ? scene.desired()
                        .find(action.object(), Column.class)
                        .filter(to -> isOtherwiseTheSame(to, scene))
                        .map(Column::table)
                : Optional.empty();
    }

    private static boolean isOtherwiseTheSame(Column to, Scene scene) {
        return scene.actual()
                .find(to.key(), Column.class)
                .filter(from -> !ColumnStatements.typeChanges(from, to))
                .filter(from -> scene.recreation().swaps().stream()
                        .noneMatch(swap -> swap.columns().contains(from.key())))
                .filter(from -> from.value().equals(to.value()))
                .isPresent();
    }

    private static Action both(Action one, Action other) {
        String second = other.statements().getFirst();
        return Action.of(one.verb(), one.object())
                .because(one.reason())
                .sql(one.statements().getFirst() + "," + second.substring(second.indexOf(VALIDATE)))
                .achieves(one.achieves())
                .achieves(other.achieves())
                .releases(one.releases())
                .releases(other.releases())
                .awaits(one.awaits())
                .awaits(other.awaits())
                .follows(one.follows())
                .follows(other.follows())
                .hazards(one.hazards())
                .hazards(other.hazards())
                .inOwnTransaction()
                .takesLong()
                .build();
    }
}
