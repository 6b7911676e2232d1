// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Change;
import dev.plumbline.gap.Gap;
import dev.plumbline.gap.GapFinder;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Proof;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One proof on one scratch database, from the seeding of rows to the comparison after the way back. */
final class ProofRun {
    private static final int NAMED = 5;

    private final Plan plan;
    private final Catalog actual;
    private final Catalog desired;
    private final RowCheck rows;
    private final List<Step> steps;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean reachesDesired;
    private boolean reverseReturns;

    @Nullable
    private String wayBackBlocked;

    ProofRun(Plan plan, Catalog actual, Catalog desired, RowCheck rows) {
        this.plan = plan;
        this.actual = actual;
        this.desired = desired;
        this.rows = rows;
        this.steps = new ArrayList<>(plan.steps());
    }

    void carryOut(ScratchCatalog scratch, SessionControl session, Connection connection, ProgressListener progress)
            throws SQLException {
        Catalog start = scratch.inspect(connection);
        if (!start.fingerprint().equals(actual.fingerprint())) {
            problem("the actual schema could not be made again on the scratch database: " + differences(start, actual));
            return;
        }
        rows.seed(connection, actual);
        if (!forward(scratch, session, connection, progress)) {
            return;
        }
        Catalog end = scratch.inspect(connection);
        reachesDesired = end.fingerprint().equals(desired.fingerprint());
        if (!reachesDesired) {
            problem("the plan does not reach the desired schema: " + differences(end, desired));
        }
        problems.addAll(rows.check(connection));
        if (reachesDesired) {
            back(scratch, session, connection, progress);
        }
    }

    private boolean forward(
            ScratchCatalog scratch, SessionControl session, Connection connection, ProgressListener progress)
            throws SQLException {
        GroupRunner runner = new GroupRunner(session);
        for (List<Step> group : Plan.groups(plan.steps())) {
            CostWatcher watcher = new CostWatcher(session, connection);
            Optional<StepException> failure = run(runner, connection, group, watcher);
            while (failure.isPresent() && takesRowsAway(failure.get(), connection)) {
                failure = run(runner, connection, group, watcher);
            }
            if (failure.isPresent()) {
                problem(failure.get().fact());
                return false;
            }
            watcher.costs.forEach((number, seen) -> steps.set(number - 1, seen));
            int last = group.get(group.size() - 1).number();
            checkpoints.add(new Checkpoint(last, scratch.inspect(connection).fingerprint()));
            progress.progress("proving the plan", last, plan.steps().size());
        }
        return true;
    }

    private static Optional<StepException> run(
            GroupRunner runner, Connection connection, List<Step> group, CostWatcher watcher) {
        try {
            runner.run(connection, group, watcher);
            return Optional.empty();
        } catch (StepException e) {
            return Optional.of(e);
        }
    }

    /**
     * A step that depends on the rows may fail for those that were made up. Its group was rolled back: without the rows
     * of that table it is tried again, and the proof says that it holds for an empty table only.
     */
    private boolean takesRowsAway(StepException failure, Connection connection) throws SQLException {
        Step step = failure.step();
        if (step.mode() == TransactionMode.OUTSIDE || !step.hazards().contains(Hazard.DATA_DEPENDENT)) {
            return false;
        }
        Optional<ObjectKey> table = tableOf(step.object());
        return table.isPresent() && rows.takeAway(connection, table.get(), failure.fact());
    }

    /** Returns the table that an object is or belongs to. */
    private Optional<ObjectKey> tableOf(ObjectKey object) {
        Catalog known = desired.contains(object) ? desired : actual;
        ObjectKey table = object;
        Optional<ObjectKey> parent = known.find(object).flatMap(SchemaObject::parent);
        while (parent.isPresent() && known.contains(parent.get())) {
            table = parent.get();
            parent = known.find(table).flatMap(SchemaObject::parent);
        }
        return Optional.of(table).filter(key -> key.kind() == ObjectKind.TABLE);
    }

    private void back(ScratchCatalog scratch, SessionControl session, Connection connection, ProgressListener progress)
            throws SQLException {
        GroupRunner runner = new GroupRunner(session);
        for (List<Step> group : Plan.groups(plan.reverse())) {
            try {
                runner.run(connection, group, GroupRunner.Watcher.NONE);
            } catch (StepException e) {
                wayBackBlocked = "on the way back " + e.fact();
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
            problem("the reverse does not return to the actual schema: " + differences(end, actual));
        }
    }

    /** Returns whether a statement of the reverse failed, for which rows may be the reason, and nothing else did. */
    boolean isOnlyTheWayBackBlocked() {
        return wayBackBlocked != null && problems.isEmpty();
    }

    /** Says what the reverse did where no row stood in its way. */
    void reverseReturns(boolean returns) {
        reverseReturns = returns;
        if (returns) {
            wayBackBlocked = null;
        }
    }

    void problem(@Nullable String sentence) {
        problems.add(Objects.requireNonNullElse(sentence, "unknown"));
    }

    /** Names a few objects in which what is there differs from what should be. */
    private static String differences(Catalog found, Catalog wanted) {
        Gap gap = GapFinder.between(found, wanted);
        String named =
                gap.changes().stream().limit(NAMED).map(ProofRun::sentence).collect(Collectors.joining(", "));
        int more = gap.changes().size() - NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }

    private static String sentence(Change change) {
        return switch (change) {
            case Change.Missing missing -> missing.key() + " is missing";
            case Change.Extra extra -> extra.key() + " is too many";
            case Change.Renamed renamed -> renamed.key() + " has another name";
            case Change.Altered altered ->
                altered.key() + " differs in "
                        + altered.differences().stream()
                                .map(difference -> difference.component() + " (" + difference.actual() + " instead of "
                                        + difference.desired() + ")")
                                .collect(Collectors.joining(", "));
        };
    }

    /** Returns the plan with everything that was found. */
    Plan result() {
        if (wayBackBlocked != null) {
            problem(wayBackBlocked);
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
                plan.product(), plan.actual(), plan.desired(), steps, plan.reverse(), checkpoints, Optional.of(proof));
    }

    /** Notes what each step was seen to cost. */
    private static final class CostWatcher implements GroupRunner.Watcher {
        private final SessionControl session;
        private final Connection connection;
        private final Map<Integer, Step> costs = new HashMap<>();

        private SessionControl.@Nullable CostObserver observer;

        CostWatcher(SessionControl session, Connection connection) {
            this.session = session;
            this.connection = connection;
        }

        @Override
        public void before(Step step) throws SQLException {
            observer = session.observe(connection, step);
        }

        @Override
        public void after(Step step) throws SQLException {
            if (observer != null) {
                costs.put(step.number(), step.withCost(observer.finish()));
            }
        }
    }
}
