// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.plan.Step;
import dev.plumbline.plan.StepCost;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.ScratchDatabase;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Notes what each step of a group was seen to cost on a scratch database. */
final class CostWatcher implements GroupRunner.Watcher {
    private final SessionControl.CostObservers observers;
    private final ScratchDatabase database;
    private final Set<String> made;
    private final Map<Integer, Step> costs = new TreeMap<>();

    private SessionControl.@Nullable CostObserver observer;
    /** What the statements or batches before cost, of a step that is not one transaction. */
    @Nullable
    private StepCost soFar;

    /**
     * Creates a watcher.
     *
     * @param observers of the scratch database's connection
     * @param made relations that the plan itself makes: nobody waits for them
     */
    CostWatcher(SessionControl.CostObservers observers, ScratchDatabase database, Set<String> made) {
        this.observers = observers;
        this.database = database;
        this.made = made;
    }

    /** Returns the steps that were run, with their costs, by their numbers. */
    Map<Integer, Step> costs() {
        return costs;
    }

    @Override
    public boolean isParticular() {
        return true;
    }

    @Override
    public void before(Step step) throws SQLException {
        soFar = null;
        if (isInOneTransaction(step)) {
            observer = observers.observe();
        }
    }

    @Override
    public void statement(Step step, int number) throws SQLException {
        if (step.mode() == TransactionMode.OUTSIDE) {
            note();
            observer = observers.observeOutside(step.statements().get(number - 1), database::open);
        } else if (step.mode() == TransactionMode.BATCHES) {
            observer = observers.observe();
        }
    }

    @Override
    public void settled(Step step) throws SQLException {
        note();
    }

    private static boolean isInOneTransaction(Step step) {
        return step.mode() != TransactionMode.OUTSIDE && step.mode() != TransactionMode.BATCHES;
    }

    @Override
    public void after(Step step) throws SQLException {
        note();
        if (soFar != null) {
            costs.put(step.number(), step.withCost(soFar.without(made)));
        }
    }

    @Override
    public void rolledBack() {
        observers.forget();
    }

    private void note() throws SQLException {
        if (observer != null) {
            StepCost seen = observer.finish();
            soFar = soFar == null ? seen : soFar.and(seen);
            observer = null;
        }
    }

    /** Stops watching a step that has failed. */
    void close() {
        if (observer != null) {
            observer.close();
            observer = null;
        }
    }
}
