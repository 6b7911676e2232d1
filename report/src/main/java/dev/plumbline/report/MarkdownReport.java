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

/** The values as Markdown, complete: for pull requests and files. */
public final class MarkdownReport {
    /** Returns an analysis; {@code actual} and {@code desired} are the sides as people call them. */
    public String of(Gap gap, GapAnalysis analysis, String actual, String desired) {
        return MarkdownRenderer.render(GapDocument.of(gap, analysis, actual, desired));
    }

    /** Returns a plan with all its steps. */
    public String of(Plan plan) {
        return MarkdownRenderer.render(PlanDocument.of(plan));
    }

    /** Returns what a proof of a script says. */
    public String of(Proof proof) {
        return MarkdownRenderer.render(PlanDocument.of(proof));
    }

    /** Returns what came of applying a plan. */
    public String of(Outcome outcome) {
        return MarkdownRenderer.render(OutcomeDocument.of(outcome));
    }

    /** Returns how migrations stand. */
    public String of(MigrationSet set, MigrationStatus status) {
        return of(set, status, List.of());
    }

    /** Returns how migrations stand, and what else is not as it should be, one sentence each. */
    public String of(MigrationSet set, MigrationStatus status, List<String> remarks) {
        return MarkdownRenderer.render(MigrationDocument.of(set, status, remarks, Integer.MAX_VALUE));
    }

    /** Returns where a migration stopped that did not end. */
    public String of(Diagnosis diagnosis) {
        return MarkdownRenderer.render(RepairDocument.of(diagnosis));
    }

    /** Returns how such a migration is brought to an end; the plan, where there is one, is a report of its own. */
    public String of(WayOut way) {
        return MarkdownRenderer.render(RepairDocument.of(way));
    }

    /** Returns what was done about migrations. */
    public String of(MigrationOutcome outcome) {
        return MarkdownRenderer.render(MigrationDocument.of(outcome));
    }

    /** Returns what came of the same work on many databases. */
    public String of(FleetRun run) {
        return MarkdownRenderer.render(FleetDocument.of(run));
    }

    /** Returns whether a database is what its history says. */
    public String of(Verification verification) {
        return MarkdownRenderer.render(VerificationDocument.of(verification));
    }

    /** Returns where types and columns do not agree; {@code database} is what people call it. */
    public String of(Alignment alignment, String database) {
        return MarkdownRenderer.render(AlignmentDocument.of(alignment, database));
    }

    /** Returns what a run would do. */
    public String of(DryRun run) {
        return MarkdownRenderer.render(DryRunDocument.of(run));
    }

    /** Returns how migrations did on a scratch database. */
    public String of(MigrationTest test) {
        return MarkdownRenderer.render(MigrationTestDocument.of(test));
    }

    /** Returns whether an application can work with a database. */
    public String of(MigrationCheck check) {
        return MarkdownRenderer.render(CheckDocument.of(check));
    }

    /** Returns what was taken over from another tool. */
    public String of(Adoption adoption) {
        return MarkdownRenderer.render(AdoptionDocument.of(adoption));
    }

    /** Returns what a baseline recorded. */
    public String ofBaseline(List<Revision> recorded) {
        return MarkdownRenderer.render(AdoptionDocument.of(recorded));
    }

    /** Returns what a catalog holds: counts with names. */
    public String of(Catalog catalog, String origin) {
        return MarkdownRenderer.render(CatalogDocument.of(catalog, origin, true));
    }

    /** Returns how a schema serves a workload, with the plans of all its queries. */
    public String of(WorkloadReport report) {
        return MarkdownRenderer.render(WorkloadDocument.of(report, true));
    }

    /** Returns what a review of migrations found. */
    public String of(Review review) {
        return MarkdownRenderer.render(ReviewDocument.of(review));
    }
}
