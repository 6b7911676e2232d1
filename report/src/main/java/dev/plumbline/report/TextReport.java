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

    /** Returns what came of applying a plan. */
    public String of(Outcome outcome) {
        return TextRenderer.render(OutcomeDocument.of(outcome), options);
    }

    /** Returns how migrations stand. */
    public String of(MigrationSet set, MigrationStatus status) {
        return TextRenderer.render(MigrationDocument.of(set, status, options.most()), options);
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

    /** Returns what a catalog holds: counts with names. */
    public String of(Catalog catalog, String origin) {
        return TextRenderer.render(CatalogDocument.of(catalog, origin, true), options.complete());
    }

    /** Returns what a catalog holds, in numbers alone. */
    public String summary(Catalog catalog, String origin) {
        return TextRenderer.render(CatalogDocument.of(catalog, origin, false), options.complete());
    }
}
