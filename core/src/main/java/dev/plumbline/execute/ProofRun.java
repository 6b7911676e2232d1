// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.gap.GapText;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Verb;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ScratchDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One proof on one scratch database, from the seeding of rows to the comparison after the way back. */
final class ProofRun {
    private final Plan plan;
    private final Catalog actual;
    private final Catalog desired;
    private final RowCheck rows;
    private final List<Step> steps;
    private final boolean everyGroup;
    private final List<String> problems = new ArrayList<>();
    private CheckpointTrail trail;
    private boolean needsEveryGroup;
    private boolean givesObjects;

    /** The catalog as the scratch database had it at first. */
    private Catalog begun;

    private boolean reachesDesired;
    private boolean reverseReturns;

    /** What stopped the reverse, and at which of its steps. */
    private record Blocked(Step step, String fact) {}

    @Nullable
    private Blocked wayBackBlocked;

    /**
     * Begins one.
     *
     * @param everyGroup whether the catalog is looked at after each group of steps
     */
    ProofRun(Plan plan, Catalog actual, Catalog desired, RowCheck rows, boolean everyGroup) {
        this.plan = plan;
        this.actual = actual;
        this.begun = actual;
        this.desired = desired;
        this.everyGroup = everyGroup;
        this.trail = new CheckpointTrail(actual, desired, everyGroup);
        this.rows = rows;
        this.steps = new ArrayList<>(plan.steps());
    }

    void carryOut(ScratchCatalog scratch, SessionControl session, ScratchDatabase database, ProgressListener progress)
            throws SQLException {
        Connection connection = database.connection();
        Catalog start = scratch.inspect(connection);
        trail = new CheckpointTrail(start, desired, everyGroup);
        begun = start;
        if (!start.fingerprint().equals(actual.fingerprint())) {
            problem("the actual schema could not be made again on the scratch database: "
                    + GapText.brief(GapFinder.between(start, actual)));
            return;
        }
        givesObjects = scratch.givesObjects(connection);
        rows.seed(connection, actual);
        try (SessionControl.CostObservers observers = session.observers(connection)) {
            if (!forward(scratch, session, database, observers, progress)) {
                return;
            }
        }
        Catalog end = trail.reached();
        reachesDesired = end.fingerprint().equals(desired.fingerprint());
        if (!reachesDesired) {
            problem("the plan does not reach the desired schema: " + GapText.brief(GapFinder.between(end, desired)));
        }
        problems.addAll(rows.check(connection));
        owners(scratch, start, end);
        if (reachesDesired) {
            back(scratch, session, connection, progress);
        }
    }

    private boolean forward(
            ScratchCatalog scratch,
            SessionControl session,
            ScratchDatabase database,
            SessionControl.CostObservers observers,
            ProgressListener progress)
            throws SQLException {
        Connection connection = database.connection();
        GroupRunner runner = new GroupRunner(session);
        Set<String> made = plan.steps().stream()
                .filter(step -> step.verb() == Verb.CREATE)
                .map(step -> step.object().qualifiedName())
                .collect(Collectors.toSet());
        List<List<Step>> groups = Plan.groups(plan.steps());
        for (int i = 0; i < groups.size(); i++) {
            List<Step> group = groups.get(i);
            CostWatcher watcher = new CostWatcher(observers, database, made);
            if (!fits(runner, session, connection, feasible(session, group), watcher)) {
                return false;
            }
            watcher.costs()
                    .forEach((number, seen) -> steps.set(
                            number - 1,
                            seen.cost().map(steps.get(number - 1)::withCost).orElse(seen)));
            Step last = group.getLast();
            if (!trail.passes(group, groups.subList(i + 1, groups.size()))
                    && !trail.look(group, scratch.inspect(connection))) {
                needsEveryGroup = true;
                return false;
            }
            progress.progress("proving the plan", last.number(), plan.steps().size());
        }
        return true;
    }

    /** As {@link ScratchCatalog#feasible} has it, without asking the server for each group. */
    private List<Step> feasible(SessionControl session, List<Step> group) {
        return givesObjects ? group : session.givingNothing(group);
    }

    /** Runs a group; where seeded rows do not fit what it demands, they give way, and it is run again. */
    private boolean fits(
            GroupRunner runner, SessionControl session, Connection connection, List<Step> group, CostWatcher watcher)
            throws SQLException {
        for (int attempt = 0; ; attempt++) {
            try {
                runner.run(connection, group, watcher);
                return true;
            } catch (StepException e) {
                watcher.close();
                watcher.rolledBack();
                session.cleanUpAfter(connection, e.step());
                if (!rows.makeFit(connection, e, desired, attempt)) {
                    problem(e.fact());
                    return false;
                }
            } finally {
                watcher.close();
            }
        }
    }

    private void back(ScratchCatalog scratch, SessionControl session, Connection connection, ProgressListener progress)
            throws SQLException {
        UnwatchedRunner runner = new UnwatchedRunner(session);
        for (List<Step> group : Plan.groups(plan.reverse())) {
            try {
                runner.run(connection, feasible(session, group));
            } catch (StepException e) {
                wayBackBlocked = new Blocked(e.step(), e.fact());
                return;
            } catch (PlumblineException e) {
                if (e.code() != ErrorCode.STEP_FAILED) {
                    throw e;
                }
                // The commit found rows that refer to rows which the plan has declared lost.
                wayBackBlocked = new Blocked(group.getLast(), String.valueOf(e.getMessage()));
                return;
            }
            progress.progress(
                    "proving the way back",
                    group.get(group.size() - 1).number(),
                    plan.reverse().size());
        }
        Catalog end = scratch.inspect(connection);
        reverseReturns = end.fingerprint().equals(actual.fingerprint());
        if (!reverseReturns) {
            problem("the reverse does not return to the actual schema: "
                    + GapText.brief(GapFinder.between(end, actual)));
        }
        owners(scratch, begun, end);
    }

    /** Where owners are not compared, whatever is on both sides belongs to whom it did. */
    private void owners(ScratchCatalog scratch, Catalog before, Catalog after) {
        if (scratch.comparesOwners()) {
            return;
        }
        before.ownership()
                .roles()
                .forEach((key, role) -> after.ownership()
                        .of(key)
                        .filter(now -> !now.equals(role))
                        .ifPresent(now -> problem(key + " belongs to " + now + " afterwards, no longer to " + role)));
    }

    /** Returns whether a statement of the reverse failed, and nothing else did, that rows decide about or that may fail on them. */
    boolean isOnlyTheWayBackBlockedByRows() {
        return wayBackBlocked != null
                && problems.isEmpty()
                && (plan.hazards().contains(Hazard.IRREVERSIBLE)
                        || wayBackBlocked.step().hazards().contains(Hazard.DATA_DEPENDENT));
    }

    /**
     * Says what the reverse did where no row stood in its way. That it cannot take rows back is what the plan says itself, or
     * says from now on.
     */
    void reverseReturns(boolean returns) {
        Blocked blocked = Objects.requireNonNull(wayBackBlocked);
        if (plan.hazards().contains(Hazard.IRREVERSIBLE) || (returns && markIrreversible(blocked.step()))) {
            reverseReturns = returns;
            wayBackBlocked = null;
        }
    }

    /**
     * Marks the steps that the given one undoes as ones whose values it cannot take back.
     *
     * @return whether there are any
     */
    private boolean markIrreversible(Step undoing) {
        boolean marked = false;
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).object().equals(undoing.object())) {
                steps.set(i, steps.get(i).irreversible("the reverse cannot convert every value"));
                marked = true;
            }
        }
        return marked;
    }

    /** Returns whether it was given up, because the catalogs between its groups do not follow from what it has looked at. */
    boolean needsEveryGroup() {
        return needsEveryGroup;
    }

    void problem(@Nullable String sentence) {
        problems.add(Objects.requireNonNullElse(sentence, "unknown"));
    }

    /** Returns the plan with everything that was found. */
    Plan result() {
        if (wayBackBlocked != null) {
            problem("on the way back " + wayBackBlocked.fact());
            wayBackBlocked = null;
        }
        Proof proof = new Proof(
                reachesDesired,
                reverseReturns,
                rows.seededTables(),
                rows.seededRows(),
                rows.keptRows(),
                rows.unseeded(),
                problems);
        return new Plan(
                plan.product(),
                plan.actual(),
                plan.desired(),
                steps,
                plan.reverse(),
                trail.checkpoints(),
                Optional.of(proof),
                plan.notes(),
                plan.marks());
    }
}
