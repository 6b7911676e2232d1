// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.technique;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.plan.Action;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.postgres.change.ConstraintStatements;
import java.util.List;
import java.util.Optional;

/**
 * A check or foreign key on a table in use holds for new rows at once, and is validated for the old ones in a
 * transaction of its own, under a lock that lets reads and writes pass (PostgreSQL documentation, ALTER TABLE, Notes).
 */
record ConstraintThenValidate() implements Technique {
    private static final int PARTITIONED = 18;

    @Override
    public Optional<List<Action>> replace(Action action, Scene scene) {
        if (action.verb() != Verb.CREATE || action.statements().size() != 1) {
            return Optional.empty();
        }
        return scene.desired()
                .find(action.object(), Constraint.class)
                .filter(constraint ->
                        constraint.type() == ConstraintType.CHECK || constraint.type() == ConstraintType.FOREIGN_KEY)
                .filter(Constraint::validated)
                .filter(constraint -> scene.isInUse(constraint.on()))
                .filter(constraint ->
                        constraint.type() == ConstraintType.CHECK || isKnownToPartitions(constraint, scene))
                .map(constraint -> List.of(add(action), validate(action, constraint)));
    }

    /**
     * A foreign key of a partitioned table may be NOT VALID since 18; until then one to a partitioned table leaves the hidden
     * ones to its partitions NOT VALID for good.
     */
    private static boolean isKnownToPartitions(Constraint constraint, Scene scene) {
        return scene.desired().product().majorVersion() >= PARTITIONED
                || !(scene.isPartitioned(constraint.on())
                        || constraint.references().filter(scene::isPartitioned).isPresent());
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
