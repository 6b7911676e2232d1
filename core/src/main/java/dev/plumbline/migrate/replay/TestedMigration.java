// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.gap.Gap;
import java.util.List;
import java.util.Optional;

/**
 * How one migration did on a scratch database: up, down, up.
 *
 * @param migration its title
 * @param verdict what came of it
 * @param failure where it fails; empty unless the verdict says that it does
 * @param differences from the catalog as it is (the actual side) to the catalog as it should be (the desired side), where
 *     they differ
 * @param notes what could not be tried on a database without an application's rows, one sentence each
 */
public record TestedMigration(
        String migration,
        Verdict verdict,
        Optional<ReplayFailure> failure,
        Optional<Gap> differences,
        List<String> notes) {
    public TestedMigration {
        notes = List.copyOf(notes);
    }

    /** How a migration can do. */
    public enum Verdict {
        /** Up, down and up again lead where they should. */
        OK,
        /** Up works, and there is no way down to be tried. */
        NO_DOWN,
        /** The way down fails. */
        DOWN_FAILS,
        /** The way down does not lead back to the catalog before. */
        DOWN_DOES_NOT_RESTORE,
        /** Applied again after its way down, it fails, or leads to another catalog than the first time. */
        DOES_NOT_REPEAT,
        /** The way up fails. */
        FAILS,
        /** A baseline does not make what the migrations make that it stands for. */
        BASELINE_DIFFERS,
        /** It was not tried, because one before it fails. */
        NOT_REACHED
    }

    /** Returns whether there is nothing to be put right. */
    public boolean passed() {
        return verdict == Verdict.OK || verdict == Verdict.NO_DOWN;
    }
}
