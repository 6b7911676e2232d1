// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Fingerprint;
import dev.plumbline.catalog.Owners;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.GapText;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A plan that was saved, laid on the schema that it begins with, to be proven again. Its file has fingerprints of the two
 * schemas, not the schemas: the first is looked for among the forms of the one that is given, and the second is what its steps
 * are seen to lead to.
 *
 * @param plan the plan
 * @param start the catalog that it begins with
 * @param owners whether it compares owners
 */
public record SavedPlan(Plan plan, Catalog start, boolean owners) {

    /**
     * Lays a plan on a schema.
     *
     * @param writer knows what a stopped run has left in a catalog, which no plan begins with
     * @throws PlumblineException with {@code FINGERPRINT_CHANGED} where the plan does not begin with that schema
     */
    public static SavedPlan of(Plan plan, LoadedSchema actual, ActionWriter writer) {
        Start start = Start.of(actual, writer, plan.actual()::equals)
                .orElseThrow(() -> Start.another(
                        actual, plan.actual().abbreviated(), StandingFinder.since(plan, actual.catalog())));
        return new SavedPlan(plan, start.catalog(), start.owners());
    }

    /**
     * The form of a schema that something saved begins with.
     *
     * @param owners whether it compares owners
     */
    public record Start(Catalog catalog, boolean owners) {
        /** Returns the first form whose fingerprint is the one that was saved; empty where none is. */
        public static Optional<Start> of(LoadedSchema actual, ActionWriter writer, Predicate<Fingerprint> saved) {
            Catalog live = actual.catalog();
            Catalog sound = FailedBuilds.without(live);
            for (Catalog given : List.of(live, sound, sound.without(writer.leftovers(sound)))) {
                for (boolean owners : List.of(false, true)) {
                    Optional<Catalog> start = forms(given, owners)
                            .filter(form -> saved.test(form.fingerprint()))
                            .findFirst();
                    if (start.isPresent()) {
                        return Optional.of(new Start(start.get(), owners));
                    }
                }
            }
            return Optional.empty();
        }

        /**
         * Returns what people are told where none is.
         *
         * @param saved the abbreviated fingerprint that was saved
         * @param since what has changed since, a sentence with a space before it, or nothing
         */
        public static PlumblineException another(LoadedSchema actual, String saved, String since) {
            return new PlumblineException(
                    ErrorCode.FINGERPRINT_CHANGED,
                    actual.origin() + " is not what the plan begins with: its catalog has the fingerprint "
                            + actual.catalog().fingerprint().abbreviated() + ", the plan starts from " + saved + "."
                            + since + " Nothing was proven.",
                    "Name the schema that the plan was made for (--actual, which may be a database, migrations or a snapshot"
                            + " of then), or make the plan again.");
        }
    }

    private static Stream<Catalog> forms(Catalog catalog, boolean owners) {
        return owners
                ? MigrationHistory.forms(Owners.compared(catalog))
                : MigrationHistory.forms(catalog).map(form -> Owners.givenBackOn(form, form));
    }

    /**
     * Returns the renames that it begins with, in order. A step says what something is called behind it; what it was called
     * before is what the step back calls it. Where somebody has changed one and not the other, they are none.
     */
    List<Change.Renamed> renames() {
        List<Step> there = renaming(plan.steps());
        List<Step> back = renaming(plan.reverse()).reversed();
        List<Change.Renamed> renames = new ArrayList<>();
        for (int i = 0; i < there.size() && there.size() == back.size(); i++) {
            if (there.get(i).object().kind() == back.get(i).object().kind()) {
                renames.add(
                        new Change.Renamed(back.get(i).object(), there.get(i).object()));
            }
        }
        return renames;
    }

    private static List<Step> renaming(List<Step> steps) {
        return steps.stream().filter(step -> step.verb() == Verb.RENAME).toList();
    }

    /**
     * Returns the plan with its proof. Where it leads elsewhere than it says, and not to what is declared either, that is a problem
     * of the proof.
     *
     * @param scratch compares owners where the plan does
     * @param declared what is declared, asked for where the plan leads elsewhere; empty where nothing is
     */
    public Plan proven(ScratchCatalog scratch, Prover prover, Supplier<Optional<Catalog>> declared) {
        PlanEnd end = PlanEnd.of(plan, start, scratch);
        if (end.catalog().isEmpty()) {
            List<String> problems = end.failure().stream().toList();
            return promising(plan.desired()).provenAs(new Proof(false, false, 0, 0, 0, List.of(), problems));
        }
        Catalog reached = end.catalog().get();
        Optional<String> astray =
                reached.fingerprint().equals(plan.desired()) ? Optional.empty() : astray(reached, declared.get());
        Plan proven = prover.prove(promising(reached.fingerprint()), start, renames(), reached);
        return astray.map(
                        problem -> proven.provenAs(proven.proof().orElseThrow().missing(problem)))
                .orElse(proven);
    }

    /** Returns how what it leads to differs from what it should; empty where it does not. */
    private Optional<String> astray(Catalog reached, Optional<Catalog> declared) {
        if (declared.isEmpty()) {
            return Optional.of("the plan leads to a schema with the fingerprint "
                    + reached.fingerprint().abbreviated() + ", and was made for one with "
                    + plan.desired().abbreviated() + "; with the declared schema (--desired) it is seen what differs");
        }
        Gap gap = GapFinder.between(reached, declared.get());
        return gap.isEmpty()
                ? Optional.empty()
                : Optional.of("the plan does not reach the desired schema: " + GapText.brief(gap));
    }

    /** The same plan, not yet proven. */
    private Plan promising(Fingerprint desired) {
        return new Plan(
                plan.product(),
                plan.actual(),
                desired,
                plan.steps().stream().map(Step::withoutCost).toList(),
                plan.reverse(),
                List.of(),
                Optional.empty(),
                plan.notes(),
                plan.marks());
    }
}
