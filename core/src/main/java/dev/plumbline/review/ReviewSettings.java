// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.alignment.Severity;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How strict a review is.
 *
 * @param levels how bad the findings of a rule are, where that is not the rule's own severity; empty for a rule that is
 *     off
 * @param failOn the mildest severity that makes a review fail; empty when nothing does
 * @param runner who runs the migrations of folders
 * @param baseline what is known already
 */
public record ReviewSettings(
        SortedMap<String, Optional<Severity>> levels, Optional<Severity> failOn, Runner runner, Baseline baseline) {
    /** Errors and warnings make it fail; Plumbline runs the migrations; nothing is known. */
    public static final ReviewSettings DEFAULT =
            new ReviewSettings(new TreeMap<>(), Optional.of(Severity.WARNING), Runner.PLUMBLINE, Baseline.NONE);

    public ReviewSettings {
        levels = Collections.unmodifiableSortedMap(new TreeMap<>(levels));
    }

    /** Returns the same with another runner. */
    public ReviewSettings with(Runner other) {
        return new ReviewSettings(levels, failOn, other, baseline);
    }

    /** Returns the same with what is known. */
    public ReviewSettings with(Baseline known) {
        return new ReviewSettings(levels, failOn, runner, known);
    }
}
