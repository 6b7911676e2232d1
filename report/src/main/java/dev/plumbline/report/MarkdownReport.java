// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.execute.Outcome;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapAnalysis;
import dev.plumbline.migrate.MigrationOutcome;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.repair.Diagnosis;
import dev.plumbline.migrate.repair.WayOut;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.plan.Plan;

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

    /** Returns what came of applying a plan. */
    public String of(Outcome outcome) {
        return MarkdownRenderer.render(OutcomeDocument.of(outcome));
    }

    /** Returns how migrations stand. */
    public String of(MigrationSet set, MigrationStatus status) {
        return MarkdownRenderer.render(MigrationDocument.of(set, status, Integer.MAX_VALUE));
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

    /** Returns what a catalog holds: counts with names. */
    public String of(Catalog catalog, String origin) {
        return MarkdownRenderer.render(CatalogDocument.of(catalog, origin, true));
    }
}
