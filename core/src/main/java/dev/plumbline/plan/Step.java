// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.ObjectKey;
import java.time.Duration;
import java.util.ArrayList;
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
 * @param timeouts how long it may wait and run; each batch, where it goes over a table in batches
 * @param batch how it goes over a table in batches; present where the mode says that it does
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
        Optional<Batch> batch,
        Optional<StepCost> cost) {

    public Step {
        statements = List.copyOf(statements);
        if (batch.isPresent() != (mode == TransactionMode.BATCHES)) {
            throw new IllegalArgumentException("Step " + number + " is " + mode + ", and its batches are " + batch);
        }
    }

    /** A step that does not go over a table in batches. */
    public Step(
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
        this(number, verb, object, statements, reason, hazards, loses, mode, timeouts, Optional.empty(), cost);
    }

    /** Returns the same step in another place. */
    public Step numbered(int other) {
        return new Step(other, verb, object, statements, reason, hazards, loses, mode, timeouts, batch, cost);
    }

    /** Returns the steps of one list and then those of another, which are numbered on. */
    public static List<Step> joined(List<Step> first, List<Step> second) {
        List<Step> steps = new ArrayList<>(first);
        second.forEach(step -> steps.add(step.numbered(steps.size() + 1)));
        return steps;
    }

    /** Returns the same step for another reason. */
    public Step because(String clause) {
        return new Step(number, verb, object, statements, clause, hazards, loses, mode, timeouts, batch, cost);
    }

    /** Returns the same step with other statements; one that goes over a table in batches has its own. */
    public Step with(List<String> others) {
        return batch.isPresent()
                ? this
                : new Step(number, verb, object, others, reason, hazards, loses, mode, timeouts, cost);
    }

    /**
     * Returns the same step, which waits no longer than that for a lock, and holds no row locked for much longer than half of
     * that; one behind which nobody waits stays as it is.
     */
    public Step waitingAtMost(Duration lock) {
        if (timeouts.lock().isZero()) {
            return this;
        }
        // A batch, which holds locks on rows while it waits, never waits longer than it did.
        boolean shorter = batch.isPresent() && timeouts.lock().compareTo(lock) <= 0;
        return new Step(
                number,
                verb,
                object,
                statements,
                reason,
                hazards,
                loses,
                mode,
                shorter ? timeouts : new Timeouts(lock, timeouts.statement()),
                batch.map(over -> over.takingAtMost(lock.dividedBy(2))),
                cost);
    }

    /** Returns the same step as one whose reverse does not restore everything; what it is said to lose already is kept. */
    public Step irreversible(String loss) {
        Set<Hazard> all = EnumSet.of(Hazard.IRREVERSIBLE);
        all.addAll(hazards);
        return new Step(
                number,
                verb,
                object,
                statements,
                reason,
                all,
                loses.or(() -> Optional.of(loss)),
                mode,
                timeouts,
                batch,
                cost);
    }

    /** Returns the same step as nobody has seen it done; the hazards that it was seen to have stay. */
    public Step withoutCost() {
        return new Step(
                number, verb, object, statements, reason, hazards, loses, mode, timeouts, batch, Optional.empty());
    }

    /**
     * Returns those of its hazards that must be allowed by name: the guarded ones, and {@link Hazard#BLOCKING_SCAN} where a table is
     * known to be so large that those who write wait for long.
     */
    public Set<Hazard> guarded() {
        boolean waits = cost.filter(seen -> !seen.longBlockingScans().isEmpty()).isPresent();
        Set<Hazard> guarded = EnumSet.noneOf(Hazard.class);
        hazards.stream()
                .filter(hazard -> hazard.guarded() || (waits && hazard == Hazard.BLOCKING_SCAN))
                .forEach(guarded::add);
        return guarded;
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
        return new Step(number, verb, object, statements, reason, all, loses, mode, timeouts, batch, Optional.of(seen));
    }
}
