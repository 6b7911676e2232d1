// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.catalog.Owners;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.MigrationHistory;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

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

    /**
     * Returns how many steps of the plan a catalog has behind it; empty when it stands nowhere along the plan. What goes over a
     * table in batches, or only looks at its rows, leaves the catalog as it was and does no harm a second time: where the catalog
     * does not tell whether that was done, it is still to be done.
     *
     * @throws PlumblineException with {@code STANDING_UNKNOWN} when the catalog is the same before and after a
     *     conversion of values that was committed by itself, so that it does not tell whether that was carried out
     */
    static OptionalInt stepsDone(Plan plan, Catalog live) {
        SortedSet<Integer> places = places(plan, forms(live));
        if (places.isEmpty()) {
            places = places(plan, forms(Owners.compared(live)));
        }
        return places.isEmpty() ? OptionalInt.empty() : OptionalInt.of(last(places, plan));
    }

    private static int last(SortedSet<Integer> places, Plan plan) {
        List<Step> doubtful = plan.steps().subList(places.first(), places.last());
        doubtful.stream()
                .filter(step -> step.verb() == Verb.CONVERT && step.batch().isEmpty())
                .findFirst()
                .ifPresent(step -> {
                    throw unknown(step);
                });
        return doubtful.stream()
                .filter(step -> step.batch().isPresent() || looks(step, places))
                .map(step -> places.headSet(step.number()).last())
                .findFirst()
                .orElse(places.last());
    }

    /** It depends on the rows, and the catalog is the same directly before it and after it. */
    private static boolean looks(Step step, SortedSet<Integer> places) {
        return step.hazards().contains(Hazard.DATA_DEPENDENT)
                && step.mode() == TransactionMode.ALONE
                && places.contains(step.number() - 1)
                && places.contains(step.number());
    }

    private static PlumblineException unknown(Step step) {
        return new PlumblineException(
                ErrorCode.STANDING_UNKNOWN,
                "The catalog does not tell whether step " + step.number()
                        + " was carried out, which changes only rows: "
                        + step.statements().get(0) + ". Nothing was changed.",
                "Look at the values of " + step.object() + ". If they are as they should be, there is nothing to do for"
                        + " this step; else run the statement. Then make the plan again for what is left.");
    }

    private static SortedSet<Integer> places(Plan plan, Set<Fingerprint> live) {
        SortedSet<Integer> places = new TreeSet<>();
        if (live.contains(plan.actual())) {
            places.add(0);
        }
        plan.checkpoints().stream()
                .filter(checkpoint -> live.contains(checkpoint.fingerprint()))
                .forEach(checkpoint -> places.add(checkpoint.afterStep()));
        if (live.contains(plan.desired())) {
            places.add(plan.steps().size());
        }
        return places;
    }

    /** Some plans compare owners, others do not: both forms count. */
    static boolean isAt(Catalog live, Fingerprint fingerprint) {
        return forms(live).contains(fingerprint) || forms(Owners.compared(live)).contains(fingerprint);
    }

    /** Plans leave out what the desired schema does not speak of, and another owns: every such form counts. */
    private static Set<Fingerprint> forms(Catalog live) {
        return MigrationHistory.forms(live).map(Catalog::fingerprint).collect(Collectors.toSet());
    }
}
