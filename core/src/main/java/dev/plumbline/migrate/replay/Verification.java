// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.gap.Gap;
import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.MigrationStatus;
import java.util.List;
import java.util.Optional;

/**
 * Whether a database is what its history says: the files against the history, the checks of the migrations against the
 * rows, and the live catalog against one that the history makes again from nothing.
 *
 * @param status how files and history stand
 * @param checks how many checks were run on the live database
 * @param failedChecks those that did not hold, in the order of the migrations
 * @param drift from the live catalog (the actual side) to that of the replayed history (the desired side), the tables of
 *     migration tools left out: what is missing was removed from the database by hand, what is extra was put there by
 *     hand. Empty where the history cannot be replayed.
 * @param notReplayed why the history cannot be replayed; empty where it was
 * @param notes what whoever reads this should know, such as what the replay left out, one sentence each
 */
public record Verification(
        MigrationStatus status,
        int checks,
        List<FailedCheck> failedChecks,
        Optional<Gap> drift,
        Optional<ReplayFailure> notReplayed,
        List<String> notes) {
    public Verification {
        failedChecks = List.copyOf(failedChecks);
        notes = List.copyOf(notes);
    }

    /** Returns the migrations whose files and history do not agree, in order; pending ones are none of them. */
    public List<MigrationEntry> disagreeing() {
        return status.in(
                MigrationState.MODIFIED, MigrationState.MISSING, MigrationState.OUT_OF_ORDER, MigrationState.PARTIAL);
    }

    /** Returns whether everything agrees: nothing is modified, every check holds, and nothing has drifted. */
    public boolean holds() {
        return disagreeing().isEmpty()
                && failedChecks.isEmpty()
                && drift.filter(Gap::isEmpty).isPresent();
    }
}
