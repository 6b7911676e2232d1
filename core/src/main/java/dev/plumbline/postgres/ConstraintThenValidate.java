// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.gap.Gap;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import java.util.List;
import java.util.Optional;

/**
 * A check or foreign key on a table in use holds for new rows at once, and is validated for the old ones in a
 * transaction of its own, under a lock that lets reads and writes pass (PostgreSQL documentation, ALTER TABLE, Notes).
 */
record ConstraintThenValidate() implements Technique {
    @Override
    public Optional<List<Action>> replace(Action action, Gap gap, Recreation recreation) {
        if (action.verb() != Verb.CREATE || action.statements().size() != 1) {
            return Optional.empty();
        }
        return gap.desired()
                .find(action.object(), Constraint.class)
                .filter(constraint ->
                        constraint.type() == ConstraintType.CHECK || constraint.type() == ConstraintType.FOREIGN_KEY)
                .filter(Constraint::validated)
                .filter(constraint -> Technique.isInUse(constraint.on(), gap, recreation))
                .filter(constraint -> !Technique.isPartitioned(constraint.on(), gap))
                .filter(constraint -> constraint
                        .references()
                        .filter(table -> Technique.isPartitioned(table, gap))
                        .isEmpty())
                .map(constraint -> List.of(add(action), validate(action, constraint)));
    }

    private static Action add(Action action) {
        return action.with(List.of(action.statements().get(0) + " NOT VALID"), TransactionMode.TOGETHER);
    }

    private static Action validate(Action action, Constraint constraint) {
        return Action.of(Verb.ALTER, constraint.key())
                .because("the rows that were there before are checked without blocking anyone")
                .sql(ConstraintStatements.validate(constraint))
                .achieves(action.achieves())
                .hazards(action.hazards())
                .inOwnTransaction()
                .takesLong()
                .build();
    }
}
