// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.RelationLock;
import dev.plumbline.plan.RelationSize;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.TimeRange;
import dev.plumbline.plan.WorkRate;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says of what was seen on a scratch database how much it is on the live one. The rates are measured once, and only when a
 * step has so much to do that its time matters.
 */
public final class LiveCosts {
    private final Magnitudes magnitudes;
    private final Map<String, RelationSize> sizes;
    private final ScratchDatabases scratch;

    @Nullable
    private WorkRate rate;

    private LiveCosts(Magnitudes magnitudes, Map<String, RelationSize> sizes, ScratchDatabases scratch) {
        this.magnitudes = magnitudes;
        this.sizes = sizes;
        this.scratch = scratch;
    }

    /** Returns the plan with the sizes and times of its steps on a live database, which is read once. */
    public static Plan of(Plan plan, Magnitudes magnitudes, Connection live, ScratchDatabases scratch)
            throws SQLException {
        List<StepCost> costs =
                plan.steps().stream().flatMap(step -> step.cost().stream()).toList();
        LiveCosts known = read(costs, magnitudes, live, scratch);
        List<Step> steps = new ArrayList<>();
        for (Step step : plan.steps()) {
            steps.add(
                    step.cost().isPresent() ? step.withCost(known.of(step.cost().orElseThrow())) : step);
        }
        return new Plan(
                plan.product(),
                plan.actual(),
                plan.desired(),
                steps,
                plan.reverse(),
                plan.checkpoints(),
                plan.proof(),
                plan.notes(),
                plan.marks());
    }

    /** Reads the sizes of what any of these costs names. */
    public static LiveCosts read(List<StepCost> costs, Magnitudes magnitudes, Connection live, ScratchDatabases scratch)
            throws SQLException {
        Set<String> relations = new TreeSet<>();
        costs.forEach(cost -> relations.addAll(named(cost)));
        Map<String, RelationSize> sizes = relations.isEmpty()
                ? Map.of()
                : magnitudes.sizes(live, relations).stream()
                        .collect(Collectors.toMap(RelationSize::relation, Function.identity()));
        return new LiveCosts(magnitudes, sizes, scratch);
    }

    private static Set<String> named(StepCost cost) {
        Set<String> names =
                cost.locks().stream().map(RelationLock::relation).collect(Collectors.toCollection(TreeSet::new));
        names.addAll(cost.rewrites());
        names.addAll(cost.scans());
        names.addAll(cost.rebuilds());
        names.addAll(cost.builds());
        return names;
    }

    /** Returns the same cost with the sizes of what it names, and its time where that is notable. */
    public StepCost of(StepCost cost) throws SQLException {
        StepCost sized = cost.with(
                named(cost).stream()
                        .flatMap(name -> Optional.ofNullable(sizes.get(name)).stream())
                        .toList(),
                Optional.empty());
        return WorkRate.work(sized) < WorkRate.NOTABLE ? sized : sized.with(sized.sizes(), time(sized));
    }

    private Optional<TimeRange> time(StepCost cost) throws SQLException {
        WorkRate measured = rate;
        if (measured == null) {
            try (ScratchDatabase database = scratch.create()) {
                measured = magnitudes.measure(database.connection());
            } catch (PlumblineException e) {
                // What a step does is known all the same; only how long it takes is not.
                return Optional.empty();
            }
            rate = measured;
        }
        return Optional.of(measured.time(cost));
    }
}
