// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.CatalogMarks;
import dev.plumbline.catalog.DatabaseProduct;
import dev.plumbline.catalog.Fingerprint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ordered steps from one catalog to another, with the way back. A value: it can be printed, saved, compared, and applied
 * later, to the very catalog that it was made for.
 *
 * @param product the engine and version that it was made for
 * @param actual the fingerprint of the catalog that it starts from; another is refused
 * @param desired the fingerprint of the catalog that it reaches
 * @param steps the steps in order
 * @param reverse the steps back, in order
 * @param checkpoints where a run may stand after each commit, found during the proof
 * @param proof what the proof found; absent when none was made
 * @param notes what whoever applies it must know of the application beside it, one sentence each
 * @param marks a short fingerprint of each object of the catalog that it starts from, by name, to say what has changed since; empty
 *     where that is not known
 */
public record Plan(
        DatabaseProduct product,
        Fingerprint actual,
        Fingerprint desired,
        List<Step> steps,
        List<Step> reverse,
        List<Checkpoint> checkpoints,
        Optional<Proof> proof,
        List<String> notes,
        SortedMap<String, String> marks) {

    public Plan {
        steps = List.copyOf(steps);
        reverse = List.copyOf(reverse);
        checkpoints = List.copyOf(checkpoints);
        notes = List.copyOf(notes);
        marks = Collections.unmodifiableSortedMap(new TreeMap<>(marks));
    }

    /** A plan that has nothing to do with what applications are deployed when. */
    public Plan(
            DatabaseProduct product,
            Fingerprint actual,
            Fingerprint desired,
            List<Step> steps,
            List<Step> reverse,
            List<Checkpoint> checkpoints,
            Optional<Proof> proof) {
        this(product, actual, desired, steps, reverse, checkpoints, proof, List.of(), new TreeMap<>());
    }

    /** Returns the same plan with other notes. */
    public Plan noting(List<String> sentences) {
        return new Plan(product, actual, desired, steps, reverse, checkpoints, proof, sentences, marks);
    }

    /** Returns the same plan, which knows by name the objects that it starts from. */
    public Plan startingFrom(Catalog start) {
        return new Plan(product, actual, desired, steps, reverse, checkpoints, proof, notes, CatalogMarks.of(start));
    }

    /**
     * Returns the same plan as one whose proof no longer counts, without what was found on the way: where a run may stand, and
     * what the steps cost. One that has no proof is returned as it is.
     *
     * @param why a clause without its full stop
     */
    public Plan noLongerProven(String why) {
        return proof.map(found -> new Plan(
                        product,
                        actual,
                        desired,
                        steps.stream().map(Step::withoutCost).toList(),
                        reverse,
                        List.of(),
                        Optional.of(found.lapsed(why)),
                        notes,
                        marks))
                .orElse(this);
    }

    /** Returns the same plan with another proof. */
    public Plan provenAs(Proof found) {
        return new Plan(product, actual, desired, steps, reverse, checkpoints, Optional.of(found), notes, marks);
    }

    /** Returns the way back as a plan of its own; it has neither checkpoints nor a proof. */
    public Plan back() {
        return new Plan(
                product,
                /* actual= */ desired,
                /* desired= */ actual,
                /* steps= */ reverse,
                /* reverse= */ steps,
                List.of(),
                Optional.empty());
    }

    /** Returns the same plan with steps that wait no longer than that for a lock. */
    public Plan waitingAtMost(Duration lock) {
        List<Step> hasty = steps.stream().map(step -> step.waitingAtMost(lock)).toList();
        return new Plan(product, actual, desired, hasty, reverse, checkpoints, proof, notes, marks);
    }

    /** Returns whether there is nothing to do; a plan without steps that a proof found wanting is not empty. */
    public boolean isEmpty() {
        return steps.isEmpty() && proof.map(Proof::holds).orElse(true);
    }

    /** Returns the hazards of all steps. */
    public Set<Hazard> hazards() {
        Set<Hazard> all = EnumSet.noneOf(Hazard.class);
        steps.forEach(step -> all.addAll(step.hazards()));
        return all;
    }

    /** Returns the hazards that must be allowed by name and are not among those allowed. */
    public Set<Hazard> refused(Collection<Hazard> allowed) {
        Set<Hazard> refused = EnumSet.noneOf(Hazard.class);
        steps.forEach(step -> refused.addAll(step.guarded()));
        refused.removeAll(Set.copyOf(allowed));
        return refused;
    }

    /** Returns the steps in groups that are committed together, each as long as it can be. */
    public static List<List<Step>> groups(List<Step> steps) {
        List<List<Step>> groups = new ArrayList<>();
        boolean shared = false;
        for (Step step : steps) {
            if (step.mode() != TransactionMode.TOGETHER || !shared) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(step);
            shared = step.mode().isShared();
        }
        return groups;
    }
}
