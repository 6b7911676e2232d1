// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.repair;

import dev.plumbline.error.SourcePosition;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.migrate.replay.ReplayFailure;
import java.util.List;
import java.util.Optional;

/**
 * Where a migration stopped that was begun and did not end.
 *
 * @param migration its title
 * @param recorded what the history says about it, whoever keeps that
 * @param statements how many statements its script has
 * @param least how many of them are in place for certain, counted from the first
 * @param most how many may be: those in between change no catalog, but may change rows
 * @param next the first that is not in place for certain; empty where all of them are
 * @param rest from the live catalog (the actual side) to what the replay has after {@code least} statements (the desired
 *     side): what is extra came about otherwise, what is missing was removed since; empty where the two are equal
 * @param failure where the migration fails in the replay too; empty where it does not
 * @param notes what could not be found out, one sentence each
 */
public record Diagnosis(
        String migration,
        String recorded,
        int statements,
        int least,
        int most,
        Optional<Next> next,
        Gap rest,
        Optional<ReplayFailure> failure,
        List<String> notes) {
    public Diagnosis {
        notes = List.copyOf(notes);
    }

    /**
     * A statement of the script.
     *
     * @param number its place, from 1
     */
    public record Next(int number, String sql, SourcePosition position) {}

    /** Returns whether the live catalog is exactly that of a point of the replay. */
    public boolean fits() {
        return rest.isEmpty();
    }

    /** Returns whether nothing that the replay made up to that point is missing or different; more may be there. */
    public boolean hasAllOfIt() {
        return rest.changes().stream().allMatch(Change.Extra.class::isInstance);
    }

    /** Returns whether the catalog tells how many statements are in place. */
    public boolean isCertain() {
        return least == most;
    }
}
