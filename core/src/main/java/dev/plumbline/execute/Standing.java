// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.MigrationHistory;
import java.util.List;
import java.util.OptionalInt;

/**
 * How far a live database has come along a plan.
 *
 * @param stepsDone how many steps are in place
 * @param notes what was done to find out, one sentence each
 */
record Standing(int stepsDone, List<String> notes) {
    Standing {
        notes = List.copyOf(notes);
    }

    /** Returns how many steps of the plan a catalog has behind it; empty when it stands nowhere along the plan. */
    static OptionalInt stepsDone(Plan plan, Catalog live) {
        if (isAt(live, plan.desired())) {
            return OptionalInt.of(plan.steps().size());
        }
        if (isAt(live, plan.actual())) {
            return OptionalInt.of(0);
        }
        // Of two checkpoints that look alike the earlier one counts: what lies between them changed rows only, and a
        // conversion that is run twice is found out, one that is left out is not.
        return plan.checkpoints().stream()
                .filter(checkpoint -> isAt(live, checkpoint.fingerprint()))
                .mapToInt(Checkpoint::afterStep)
                .min();
    }

    /** Plans leave the tables of other migration tools out, unless the desired schema has them: both forms count. */
    static boolean isAt(Catalog live, Fingerprint fingerprint) {
        return live.fingerprint().equals(fingerprint)
                || MigrationHistory.leaveOut(live).fingerprint().equals(fingerprint);
    }
}
