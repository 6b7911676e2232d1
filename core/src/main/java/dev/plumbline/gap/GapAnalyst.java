// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.Extension;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.UnmodelledObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Puts a {@link GapAnalysis} together, part by part. */
final class GapAnalyst {
    /** With less than this share of the desired objects in place, an empty database is better made anew. */
    private static final double LITTLE_IN_PLACE = 0.5;

    private final Gap gap;
    private final HealthFacts health;
    private final GapFacts facts;

    GapAnalyst(Gap gap, HealthFacts health) {
        this.gap = gap;
        this.health = health;
        this.facts = new GapFacts(gap, health);
    }

    GapAnalysis analyse() {
        ImpactAssessor assessor = new ImpactAssessor(facts);
        List<Discrepancy> discrepancies = gap.changes().stream()
                .map(assessor::assess)
                .sorted(Comparator.comparing(Discrepancy::impact).thenComparing(Discrepancy::key))
                .toList();
        return new GapAnalysis(
                databaseHealth(),
                inventory(discrepancies),
                new ColumnComparison(facts).of(discrepancies),
                new MissingTables(facts).of(gap),
                discrepancies,
                fanOut(discrepancies),
                new DeployOrder(gap, facts).phases(),
                recommendation(),
                IndexSurplus.of(gap, health),
                gap.information(),
                notCompared());
    }

    private DatabaseHealth databaseHealth() {
        List<String> warnings = new ArrayList<>();
        gap.actual()
                .objects(Index.class)
                .filter(index -> !index.valid())
                .forEach(index -> warnings.add(index.key() + " is invalid: it costs writes and serves no query"));
        gap.actual()
                .objects(Constraint.class)
                .filter(c -> !c.validated() && !c.inherited())
                .forEach(c -> warnings.add(c.key() + " was never validated: old rows may violate it"));
        gap.actual()
                .objects(Constraint.class)
                .filter(c -> !c.valid())
                .forEach(
                        c -> warnings.add(
                                c.key()
                                        + " lacks the parts of partitions: it holds in none of those, and no foreign key refers to it"));
        for (HealthFacts.History history : health.histories()) {
            if (history.state().contains("dirty") || history.state().contains("failed")) {
                warnings.add(history.tool() + " left its history " + history.table() + " at " + history.state()
                        + ": a migration stopped half-way");
            }
        }
        return new DatabaseHealth(
                gap.actual().product(),
                gap.desired().product(),
                gap.actual().objects(Extension.class).toList(),
                health.histories(),
                facts.allRows(),
                warnings);
    }

    private List<InventoryRow> inventory(List<Discrepancy> discrepancies) {
        Map<InventoryType, Counts> counts = new EnumMap<>(InventoryType.class);
        count(gap.desired(), counts, c -> c.desired++);
        count(gap.actual(), counts, c -> c.actual++);
        for (Discrepancy discrepancy : discrepancies) {
            inventoryType(discrepancy).ifPresent(type -> {
                counts.computeIfAbsent(type, k -> new Counts()).add(discrepancy);
                type.sum()
                        .ifPresent(sum ->
                                counts.computeIfAbsent(sum, k -> new Counts()).add(discrepancy));
            });
        }
        List<InventoryRow> rows = new ArrayList<>();
        counts.forEach((type, c) ->
                rows.add(new InventoryRow(type, c.desired, c.actual, c.missing, c.extra, c.different, c.impact)));
        return rows;
    }

    private static void count(Catalog catalog, Map<InventoryType, Counts> counts, Consumer<Counts> counter) {
        for (SchemaObject object : catalog.objects()) {
            InventoryType.of(object, catalog).ifPresent(type -> {
                counter.accept(counts.computeIfAbsent(type, k -> new Counts()));
                type.sum().ifPresent(sum -> counter.accept(counts.computeIfAbsent(sum, k -> new Counts())));
            });
        }
    }

    private Optional<InventoryType> inventoryType(Discrepancy discrepancy) {
        Catalog side = discrepancy.type() == ChangeType.EXTRA ? gap.actual() : gap.desired();
        return side.find(discrepancy.key()).flatMap(object -> InventoryType.of(object, side));
    }

    private List<FanOut> fanOut(List<Discrepancy> discrepancies) {
        List<FanOut> fanOut = new ArrayList<>();
        for (Discrepancy discrepancy : discrepancies) {
            ObjectKey key = discrepancy.key();
            if (discrepancy.type() == ChangeType.MISSING
                    && discrepancy.standsForItself()
                    && key.kind() != ObjectKind.SCHEMA) {
                int all = facts.outsideDependents(key).size();
                if (all > 0) {
                    fanOut.add(new FanOut(key, List.copyOf(facts.directDependents(key)), all));
                }
            }
        }
        fanOut.sort(Comparator.comparingInt(FanOut::all).reversed().thenComparing(FanOut::missing));
        return fanOut;
    }

    private Recommendation recommendation() {
        if (gap.isEmpty()) {
            return new Recommendation(Recommendation.Way.NOTHING, "the database is as declared");
        }
        OptionalLong rows = facts.allRows();
        int inPlace = 0;
        for (SchemaObject object : gap.desired().objects()) {
            if (gap.actual().contains(object.key())) {
                inPlace++;
            }
        }
        int wanted = gap.desired().objects().size();
        boolean little = inPlace < wanted * LITTLE_IN_PLACE;
        String share = inPlace + " of " + wanted + " declared objects are there";
        if (rows.isEmpty()) {
            return new Recommendation(
                    Recommendation.Way.IN_PLACE, "the tables may hold rows (their number is not known); " + share);
        }
        if (rows.getAsLong() > 0) {
            return new Recommendation(
                    Recommendation.Way.IN_PLACE, "the tables hold rows (about " + rows.getAsLong() + "); " + share);
        }
        return little
                ? new Recommendation(Recommendation.Way.RECREATE, "no table holds a row, and only " + share)
                : new Recommendation(Recommendation.Way.IN_PLACE, "no table holds a row, but " + share);
    }

    private List<UnmodelledObject> notCompared() {
        SortedSet<UnmodelledObject> all = new TreeSet<>(gap.actual().unmodelled());
        all.addAll(gap.desired().unmodelled());
        return List.copyOf(all);
    }

    private static final class Counts {
        private int desired;
        private int actual;
        private int missing;
        private int extra;
        private int different;
        private Optional<Impact> impact = Optional.empty();

        void add(Discrepancy discrepancy) {
            switch (discrepancy.type()) {
                case MISSING -> missing++;
                case EXTRA -> extra++;
                case DIFFERENT, RENAMED -> different++;
            }
            if (discrepancy.standsForItself()) {
                impact = impact.map(discrepancy.impact()::worse).or(() -> Optional.of(discrepancy.impact()));
            }
        }
    }
}
