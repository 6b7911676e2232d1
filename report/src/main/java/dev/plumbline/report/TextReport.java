// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.alignment.Alignment;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.migrate.FleetRun;
import dev.plumbline.migrate.MigrationCheck;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.adopt.Adoption;
import dev.plumbline.migrate.repair.Diagnosis;
import dev.plumbline.migrate.repair.WayOut;
import dev.plumbline.migrate.replay.DryRun;
import dev.plumbline.migrate.replay.MigrationTest;
import dev.plumbline.migrate.replay.Verification;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.review.Review;
import dev.plumbline.workload.WorkloadReport;
import java.util.List;

/** The values as text for people at a terminal: what matters first, tables aligned, long lists cut. */
public final class TextReport {
    private final TextOptions options;

    /** Creates a writer of such text. */
    public TextReport(TextOptions options) {
        this.options = options;
    }

    /** Returns an analysis; {@code actual} and {@code desired} are the sides as people call them. */
    public String of(Gap gap, GapAnalysis analysis, String actual, String desired) {
        return TextRenderer.render(GapDocument.of(gap, analysis, actual, desired), options);
    }

    /** Returns a plan with all its steps. */
    public String of(Plan plan) {
        return TextRenderer.render(PlanDocument.of(plan), options);
    }

    /** Returns what a proof of a script says. */
    public String of(Proof proof) {
        return TextRenderer.render(PlanDocument.of(proof), options);
    }

    /** Returns what came of applying a plan. */
    public String of(Outcome outcome) {
        return TextRenderer.render(OutcomeDocument.of(outcome), options);
    }

    /** Returns how migrations stand. */
    public String of(MigrationSet set, MigrationStatus status) {
        return of(set, status, List.of());
    }

    /** Returns how migrations stand, and what else is not as it should be, one sentence each. */
    public String of(MigrationSet set, MigrationStatus status, List<String> remarks) {
        return TextRenderer.render(MigrationDocument.of(set, status, remarks, options.most()), options);
    }

    /** Returns where a migration stopped that did not end. */
    public String of(Diagnosis diagnosis) {
        return TextRenderer.render(RepairDocument.of(diagnosis), options);
    }

    /** Returns how such a migration is brought to an end; the plan, where there is one, is a report of its own. */
    public String of(WayOut way) {
        return TextRenderer.render(RepairDocument.of(way), options);
    }

    /** Returns what was done about migrations. */
    public String of(MigrationOutcome outcome) {
        return TextRenderer.render(MigrationDocument.of(outcome), options);
    }

    /** Returns what came of the same work on many databases. */
    public String of(FleetRun run) {
        return TextRenderer.render(FleetDocument.of(run), options);
    }

    /** Returns whether a database is what its history says. */
    public String of(Verification verification) {
        return TextRenderer.render(VerificationDocument.of(verification), options);
    }

    /** Returns where types and columns do not agree; {@code database} is what people call it. */
    public String of(Alignment alignment, String database) {
        return TextRenderer.render(AlignmentDocument.of(alignment, database), options);
    }

    /** Returns the SQL of what a run would do, and nothing else. */
    public String sqlOf(DryRun run) {
        return DryRunDocument.sql(run);
    }

    /** Returns what a run would do. */
    public String of(DryRun run) {
        return TextRenderer.render(DryRunDocument.of(run), options);
    }

    /** Returns how migrations did on a scratch database. */
    public String of(MigrationTest test) {
        return TextRenderer.render(MigrationTestDocument.of(test), options);
    }

    /** Returns whether an application can work with a database. */
    public String of(MigrationCheck check) {
        return TextRenderer.render(CheckDocument.of(check), options);
    }

    /** Returns what was taken over from another tool. */
    public String of(Adoption adoption) {
        return TextRenderer.render(AdoptionDocument.of(adoption), options);
    }

    /** Returns what a baseline recorded. */
    public String ofBaseline(List<Revision> recorded) {
        return TextRenderer.render(AdoptionDocument.of(recorded), options);
    }

    /** Returns what a catalog holds: counts with names. */
    public String of(Catalog catalog, String origin) {
        return TextRenderer.render(CatalogDocument.of(catalog, origin, true), options.complete());
    }

    /** Returns what a catalog holds, in numbers alone. */
    public String summary(Catalog catalog, String origin) {
        return TextRenderer.render(CatalogDocument.of(catalog, origin, false), options.complete());
    }

    /** Returns how a schema serves a workload, with the plans that want a look. */
    public String of(WorkloadReport report) {
        return TextRenderer.render(WorkloadDocument.of(report, false), options.complete());
    }

    /** Returns what a review of migrations found; nothing is cut. */
    public String of(Review review) {
        return TextRenderer.render(ReviewDocument.of(review), options.complete());
    }
}
