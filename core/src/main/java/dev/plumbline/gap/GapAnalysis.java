// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.UnmodelledObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a DBA would write about a gap: computed from the two catalogs alone, and from what the caller knows of the actual
 * database.
 *
 * @param health the state of the actual database
 * @param inventory a row for each object type that either side has
 * @param columns the tables on both sides whose columns differ, worst first
 * @param missingTables by tier, then by how much depends on them
 * @param discrepancies every change, worst first, then in key order
 * @param fanOut the missing objects that others need, those with most dependents first
 * @param deployOrder the phases in which to create what is missing; empty phases left out
 * @param recommendation the way to take
 * @param redundantIndexes the indexes of either side that another one covers, by table and name; no part of the gap
 * @param information what differs but is no gap, such as the order of columns
 * @param notCompared what either side has that is not modelled
 */
public record GapAnalysis(
        DatabaseHealth health,
        List<InventoryRow> inventory,
        List<ColumnDiscrepancies> columns,
        List<MissingTable> missingTables,
        List<Discrepancy> discrepancies,
        List<FanOut> fanOut,
        List<DeployPhase> deployOrder,
        Recommendation recommendation,
        List<RedundantIndex> redundantIndexes,
        List<String> information,
        List<UnmodelledObject> notCompared) {
    public GapAnalysis {
        inventory = List.copyOf(inventory);
        columns = List.copyOf(columns);
        missingTables = List.copyOf(missingTables);
        discrepancies = List.copyOf(discrepancies);
        fanOut = List.copyOf(fanOut);
        deployOrder = List.copyOf(deployOrder);
        redundantIndexes = List.copyOf(redundantIndexes);
        information = List.copyOf(information);
        notCompared = List.copyOf(notCompared);
    }

    /** Returns the analysis of a gap. */
    public static GapAnalysis of(Gap gap, HealthFacts facts) {
        return new GapAnalyst(gap, facts).analyse();
    }

    /** Returns whether nothing stands between the two sides. */
    public boolean isEmpty() {
        return discrepancies.isEmpty();
    }

    /** Returns the worst level, absent when there is no gap. */
    public Optional<Impact> worst() {
        return essential().map(Discrepancy::impact).reduce(Impact::worse);
    }

    /** Returns the differences that are more than a part of something missing or extra, worst first. */
    public Stream<Discrepancy> essential() {
        return discrepancies.stream().filter(Discrepancy::standsForItself);
    }
}
