// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.ObjectKey;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a plan, in its place.
 *
 * @param number from 1
 * @param verb what is done
 * @param object to what
 * @param statements the SQL, in order, without final semicolons
 * @param reason why, one clause for people
 * @param hazards what could go wrong, in order of declaration
 * @param loses what the reverse cannot bring back
 * @param mode how it stands to transactions
 * @param timeouts how long it may wait and run
 * @param cost what it was seen to do on the scratch database; absent before the proof
 */
public record Step(
        int number,
        Verb verb,
        ObjectKey object,
        List<String> statements,
        String reason,
        Set<Hazard> hazards,
        Optional<String> loses,
        TransactionMode mode,
        Timeouts timeouts,
        Optional<StepCost> cost) {

    public Step {
        statements = List.copyOf(statements);
    }

    /** Returns the same step for another reason. */
    public Step because(String clause) {
        return new Step(number, verb, object, statements, clause, hazards, loses, mode, timeouts, cost);
    }

    /** Returns the same step with other statements. */
    public Step with(List<String> others) {
        return new Step(number, verb, object, others, reason, hazards, loses, mode, timeouts, cost);
    }

    /** Returns the same step, which waits no longer than that for a lock; one behind which nobody waits stays as it is. */
    public Step waitingAtMost(Duration lock) {
        if (timeouts.lock().isZero()) {
            return this;
        }
        return new Step(
                number,
                verb,
                object,
                statements,
                reason,
                hazards,
                loses,
                mode,
                new Timeouts(lock, timeouts.statement()),
                cost);
    }

    /** Returns the same step as one whose reverse does not restore everything; what it is said to lose already is kept. */
    public Step irreversible(String loss) {
        Set<Hazard> all = EnumSet.of(Hazard.IRREVERSIBLE);
        all.addAll(hazards);
        return new Step(
                number, verb, object, statements, reason, all, loses.or(() -> Optional.of(loss)), mode, timeouts, cost);
    }

    /** Returns the same step with what it was seen to do, and the hazards that follow from it. */
    public Step withCost(StepCost seen) {
        Set<Hazard> all = EnumSet.noneOf(Hazard.class);
        all.addAll(hazards);
        if (seen.rewrites().stream().anyMatch(table -> seen.holds(table, LockMode.ACCESS_EXCLUSIVE))) {
            all.add(Hazard.REWRITE);
        }
        if (seen.scans().stream().anyMatch(table -> seen.holds(table, LockMode.SHARE))) {
            all.add(Hazard.BLOCKING_SCAN);
        }
        return new Step(number, verb, object, statements, reason, all, loses, mode, timeouts, Optional.of(seen));
    }
}
