// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.execute.Expansion;
import dev.plumbline.execute.FailedBuilds;
import dev.plumbline.execute.PlanMaker;
import dev.plumbline.execute.Prover;
import dev.plumbline.execute.RecastHints;
import dev.plumbline.execute.RenamedCatalog;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.ActionWriter;
import dev.plumbline.plan.CrowdedTransactions;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.LoadedSchema;
import java.util.ArrayList;
import java.util.List;

/** The way from two loaded schemas to a plan, or to its first half. */
record Planning(Settlement settlement, ActionWriter writer, Prover prover) {

    /** Returns what {@link Plumbline#half} says. */
    PlannedHalf half(LoadedSchema actual, LoadedSchema desired, PlanOptions options) {
        LoadedSchema sound = actual.with(withoutLeftovers(actual.catalog(), desired.catalog()));
        LoadedSchema declared =
                RecastHints.underWay(desired.with(FailedBuilds.without(desired.catalog())), sound.catalog(), writer);
        RenamedCatalog asDeclared = settlement.renamed(sound, declared);
        LoadedSchema valid = options.expanding() ? RecastHints.wanted(declared, asDeclared, writer) : declared;
        RenamedCatalog renamed = valid.equals(declared) ? asDeclared : settlement.renamed(sound, valid);
        LoadedSchema wanted = settlement.settled(valid, renamed);
        Gap leftovers = GapFinder.between(actual.catalog(), sound.catalog());
        ActionWriter patient = writer.tablesAtOnce(options.tablesAtOnce());
        ActionWriter paced = options.online() ? patient : patient.offline();
        ActionWriter keeping = options.trash().map(paced::keeping).orElse(paced);
        if (options.expanding()) {
            Expansion expansion =
                    Expansion.of(renamed, wanted, renamed.gap(wanted.catalog()), leftovers, settlement.scratch());
            return new PlannedHalf(
                    proven(expansion.plan(), renamed.start(), List.of(), expansion.between(), options),
                    LoadedSchema.of(expansion.between(), actual.origin() + " expanded"));
        }
        Plan made = new PlanMaker(keeping).plan(renamed, wanted, leftovers);
        List<String> notes = new ArrayList<>(made.notes());
        notes.addAll(renamed.notesOnApplications(
                options.online() && keeping.secondNames().isPresent()));
        Plan plan = made.noting(notes);
        List<Change.Renamed> renames =
                renamed.renames().stream().map(RenamedCatalog.Renaming::change).toList();
        return new PlannedHalf(proven(plan, renamed.start(), renames, wanted.catalog(), options), wanted);
    }

    private Plan proven(Plan plan, Catalog start, List<Change.Renamed> renames, Catalog end, PlanOptions options) {
        // A gap for which nobody has a step is not "nothing to do"; the proof says so.
        boolean nothing = plan.isEmpty() && GapFinder.between(start, end).isEmpty();
        if (!options.proof() || nothing) {
            return plan;
        }
        Plan proven = prover.prove(plan, start, renames, end);
        List<String> notes = new ArrayList<>(proven.notes());
        notes.addAll(options.online() ? CrowdedTransactions.notes(proven.steps(), options.tablesAtOnce()) : List.of());
        return proven.noting(notes);
    }

    /** What a stopped run left is nobody's wish, unless the desired side has it too. */
    private Catalog withoutLeftovers(Catalog actual, Catalog desired) {
        Catalog sound = FailedBuilds.without(actual);
        List<ObjectKey> left = writer.leftovers(sound).stream()
                .filter(key -> !isIn(desired, sound.object(key)))
                .toList();
        return left.isEmpty() ? sound : sound.without(left);
    }

    /** A partition has its name before it is one of the table that is declared. */
    private static boolean isIn(Catalog desired, SchemaObject object) {
        return desired.find(object.key())
                .filter(wanted -> !(object instanceof Table table && wanted instanceof Table to)
                        || table.partitionOf().equals(to.partitionOf()))
                .isPresent();
    }
}
