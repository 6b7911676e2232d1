// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.MigrationHistory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The schemas that a history has led through, and plans between them. No migration stands behind a plan: it comes from
 * two catalogs, and is proven with rows, there and back.
 *
 * @param name the history's name
 * @param versions the schemas in order, the empty one first, without those that differ from none before them
 */
record PlannedHistory(String name, List<LoadedSchema> versions) {

    /** What came of the plans. */
    static final class Tally {
        private int steps;
        private int proven;
        private int withoutRows;
        private final List<String> failed = new ArrayList<>();

        /** Returns what is wrong with plans, one text each. */
        List<String> failed() {
            return failed;
        }

        int plans() {
            return proven + failed.size();
        }

        /** Returns the row of the table of results. */
        String row(PlannedHistory history) {
            return "| %s | %d | %d | %d | %d | %d |"
                    .formatted(history.name(), history.versions().size(), plans(), steps, proven, withoutRows);
        }
    }

    /** Applies the migrations and reads what they have left behind, of a long history at stride-th versions. */
    static PlannedHistory of(RealHistory history, RealHistory.Place place, int steps) {
        MigrationSet set = history.set(place.engine().dialect());
        Migrations migrations = Plumbline.on(place.database())
                .migrations(set)
                .with(history.options())
                .with(MigrationListener.NONE)
                .withScratch(place.scratch());
        List<LoadedSchema> versions = new ArrayList<>();
        versions.add(LoadedSchema.of(catalog(place), history.name() + " before the first"));
        int count = set.migrations().size();
        int stride = Math.max(1, count / steps);
        for (int i = 0; i < count; i++) {
            // A version and the one after it, so that small steps are among those planned.
            boolean taken = i % stride < 2 || i == count - 1;
            if (!taken) {
                continue;
            }
            String version = set.migrations().get(i).version().toString();
            migrations.to(version);
            Catalog now = catalog(place);
            if (!now.fingerprint().equals(versions.getLast().catalog().fingerprint())) {
                versions.add(LoadedSchema.of(now, history.name() + " " + version));
            }
        }
        return new PlannedHistory(history.name(), versions);
    }

    private static Catalog catalog(RealHistory.Place place) {
        try (Connection connection = place.database().getConnection()) {
            return MigrationHistory.leaveOut(place.engine().introspector().inspect(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plans from each version to the next and to the last; the proof of a plan goes there and back. */
    Tally plan(Plumbline plumbline) {
        Tally tally = new Tally();
        LoadedSchema last = versions.getLast();
        for (int i = 0; i + 1 < versions.size(); i++) {
            lead(plumbline, versions.get(i), versions.get(i + 1), tally);
            if (i + 2 < versions.size()) {
                lead(plumbline, versions.get(i), last, tally);
            }
        }
        return tally;
    }

    private static void lead(Plumbline plumbline, LoadedSchema from, LoadedSchema to, Tally tally) {
        String which = from.origin() + " to " + to.origin();
        try {
            Plan plan = plumbline.plan(from, to, PlanOptions.DEFAULT);
            Proof proof = plan.proof().orElseThrow();
            boolean allowed = proof.reverseReturns() || plan.hazards().contains(Hazard.IRREVERSIBLE);
            if (proof.holds() && proof.reachesDesired() && allowed) {
                tally.proven++;
                tally.steps += plan.steps().size();
                tally.withoutRows += proof.unseeded().isEmpty() ? 0 : 1;
            } else {
                tally.failed.add(which + ": " + proof);
            }
        } catch (PlumblineException e) {
            tally.failed.add(which + ": " + e.getMessage());
        }
    }
}
