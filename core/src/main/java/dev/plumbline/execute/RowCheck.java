// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.PartitionOf;
import dev.plumbline.catalog.Table;
import dev.plumbline.gap.Change;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the rows that were there before a plan are there after it. */
final class RowCheck {
    @Nullable
    private final RowSeeder seeder;

    private final List<Change.Renamed> renames;
    private final Set<ObjectKey> declaredLost = new TreeSet<>();
    private final Set<ObjectKey> moved = new TreeSet<>();
    private final Set<ObjectKey> desired;
    private SortedMap<ObjectKey, Long> seeded = new TreeMap<>();
    private SortedMap<ObjectKey, String> refused = new TreeMap<>();
    private long kept;

    RowCheck(RowSeeder seeder, Plan plan, List<Change.Renamed> renames, Catalog desired) {
        this(seeder, renames, desired.keys());
        plan.steps().stream()
                .filter(step -> step.hazards().contains(Hazard.DATA_LOSS))
                .map(Step::object)
                .forEach(declaredLost::add);
        plan.steps().stream()
                .filter(step -> step.verb() == Verb.CONVERT && step.object().kind() == ObjectKind.TABLE)
                .map(Step::object)
                .forEach(moved::add);
    }

    private RowCheck(@Nullable RowSeeder seeder, List<Change.Renamed> renames, Set<ObjectKey> desired) {
        this.seeder = seeder;
        this.renames = renames;
        this.desired = desired;
    }

    /** Returns a check that puts no rows in. */
    static RowCheck none() {
        return new RowCheck(null, List.of(), new TreeSet<>());
    }

    void seed(Connection connection, Catalog catalog) throws SQLException {
        if (seeder != null) {
            RowSeeder.Seeding seeding = seeder.seed(connection, catalog);
            seeded = new TreeMap<>();
            // Where all rows of a table move, each may come to lie in another of its partitions: they are counted
            // together.
            seeding.rows().forEach((table, count) -> seeded.merge(movedWhole(table, catalog), count, Long::sum));
            refused = seeding.refused();
        }
    }

    private ObjectKey movedWhole(ObjectKey table, Catalog catalog) {
        ObjectKey whole = table;
        Optional<PartitionOf> of = catalog.find(table, Table.class).flatMap(Table::partitionOf);
        while (of.isPresent()) {
            ObjectKey parent = of.get().parent();
            if (moved.contains(renamed(parent))) {
                whole = parent;
            }
            of = catalog.find(parent, Table.class).flatMap(Table::partitionOf);
        }
        return whole;
    }

    /**
     * Makes the rows fit a step that failed on them, and notes which tables have fewer now.
     *
     * @return whether the step may be tried again
     */
    boolean makeFit(Connection connection, StepException failure, Catalog desiredCatalog, int attempt)
            throws SQLException {
        if (seeder == null
                || !failure.step().hazards().contains(Hazard.DATA_DEPENDENT)
                || !seeder.makeFit(connection, failure.step(), failure.error(), desiredCatalog, attempt)) {
            return false;
        }
        SortedMap<ObjectKey, Long> counted = new TreeMap<>();
        for (Map.Entry<ObjectKey, Long> entry : seeded.entrySet()) {
            if (isDeclaredLost(entry.getKey()) || isDeclaredLost(renamed(entry.getKey()))) {
                // It may be gone already, and nobody asks for its rows.
                counted.put(entry.getKey(), entry.getValue());
                continue;
            }
            long left = countUnderEitherName(seeder, connection, entry.getKey());
            if (left > 0) {
                counted.put(entry.getKey(), left);
            } else {
                refused.put(
                        entry.getKey(),
                        "rows of ours do not fit step " + failure.step().number());
            }
        }
        seeded = counted;
        return true;
    }

    /** The group that gives the table its new name may be the one that failed. */
    private long countUnderEitherName(RowSeeder counter, Connection connection, ObjectKey table) throws SQLException {
        try {
            return counter.count(connection, renamed(table));
        } catch (SQLException notYetRenamed) {
            return counter.count(connection, table);
        }
    }

    /** Counts, and returns what is missing that no step declares lost. */
    List<String> check(Connection connection) throws SQLException {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<ObjectKey, Long> entry : seeded.entrySet()) {
            ObjectKey now = renamed(entry.getKey());
            if (seeder == null || isDeclaredLost(entry.getKey()) || isDeclaredLost(now)) {
                continue;
            }
            if (!desired.contains(now)) {
                OptionalLong trashed = seeder.countInTrash(connection, now);
                if (trashed.isPresent()) {
                    compare(now + " in the trash", trashed.getAsLong(), entry.getValue(), problems);
                    continue;
                }
                problems.add(entry.getKey() + " is gone with its rows, and no step says so");
                continue;
            }
            compare(now.toString(), seeder.count(connection, now), entry.getValue(), problems);
        }
        return problems;
    }

    private void compare(String table, long now, long before, List<String> problems) {
        kept += Math.min(now, before);
        if (now < before) {
            problems.add(table + " has " + now + " rows where it had " + before);
        }
    }

    private boolean isDeclaredLost(ObjectKey table) {
        return declaredLost.contains(table) || declaredLost.contains(ObjectKey.of(ObjectKind.SCHEMA, table.schema()));
    }

    private ObjectKey renamed(ObjectKey table) {
        ObjectKey key = table;
        for (Change.Renamed change : renames) {
            if (change.from().equals(key)) {
                key = change.to();
            } else if (change.from().kind() == ObjectKind.SCHEMA
                    && change.from().name().equals(key.schema())) {
                List<String> path = new ArrayList<>(key.path());
                path.set(0, change.to().name());
                key = new ObjectKey(key.kind(), path);
            }
        }
        return key;
    }

    int seededTables() {
        return (int) seeded.values().stream().filter(count -> count > 0).count();
    }

    /** Returns the rows put in, without those of tables that a step declares lost. */
    long seededRows() {
        return seeded.entrySet().stream()
                .filter(entry -> !isDeclaredLost(entry.getKey()) && !isDeclaredLost(renamed(entry.getKey())))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    long keptRows() {
        return kept;
    }

    List<String> unseeded() {
        return refused.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList();
    }
}
