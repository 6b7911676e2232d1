// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a schema, or a change of it, means for one query.
 *
 * @param desired its plan after the change, where there is one
 */
public record QueryReport(WorkloadQuery query, Explanation actual, Optional<Explanation> desired) {
    /** What a change does to a query. */
    public enum Verdict {
        /** There is no change. */
        ALONE,
        /** The plan stays what it is. */
        SAME,
        /** Nothing of it is slower by its form, something is faster. */
        BETTER,
        /** It scans or sorts where it did not, and nothing is better. */
        WORSE,
        /** Another plan, of which the form does not tell which is better. */
        DIFFERENT,
        /** It cannot be asked any more. */
        BROKEN
    }

    /** Returns what the database says with the change, or as it is where there is none. */
    public Explanation outcome() {
        return desired.orElse(actual);
    }

    /** Returns whether the query means nothing to the schema that it is for. */
    public boolean isRefused() {
        return outcome() instanceof Explanation.Refusal;
    }

    /** Returns the traits of its plan that its file does not accept, in the order of the enum. */
    public Set<Trait> traits() {
        EnumSet<Trait> traits = EnumSet.noneOf(Trait.class);
        if (outcome() instanceof QueryPlan plan) {
            EnumSet.allOf(Trait.class).stream()
                    .filter(trait -> plan.count(trait) > 0)
                    .forEach(traits::add);
        }
        return query.unaccepted(traits);
    }

    /** Returns what the change does to the query, by the form of its plans. */
    public Verdict verdict() {
        if (desired.isEmpty()) {
            return Verdict.ALONE;
        }
        return switch (desired.get()) {
            case Explanation.Refusal refusal -> actual instanceof Explanation.Refusal ? Verdict.SAME : Verdict.BROKEN;
            case QueryPlan after -> actual instanceof QueryPlan before ? compare(before, after) : Verdict.BETTER;
        };
    }

    private static Verdict compare(QueryPlan before, QueryPlan after) {
        boolean less = false;
        boolean more = false;
        for (Trait trait : Trait.values()) {
            less |= after.count(trait) < before.count(trait);
            more |= after.count(trait) > before.count(trait);
        }
        if (less != more) {
            return less ? Verdict.BETTER : Verdict.WORSE;
        }
        return before.equals(after) ? Verdict.SAME : Verdict.DIFFERENT;
    }
}
