// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries out one group of steps: all of it, or nothing of it where the database can. */
final class GroupRunner {
    private final SessionControl session;

    GroupRunner(SessionControl session) {
        this.session = session;
    }

    /** Is told around every step; the proof watches what steps cost, the executor shows how far it is. */
    interface Watcher {
        Watcher NONE = new Watcher() {};

        /** At the begin of a transaction, just before its commit, and before each step outside one. */
        default void guard() throws SQLException {}

        default void before(Step step) throws SQLException {}

        /** Just before a statement of a step, or a batch; they are counted from 1. */
        default void statement(Step step, int number) throws SQLException {}

        /** After a batch, just before its commit. */
        default void settled(Step step) throws SQLException {}

        /** After the commit of a batch: so many rows lie behind it, of about so many; 0 where that is not known. */
        default void batched(Step step, long rows, long estimate) {}

        default void after(Step step) throws SQLException {}

        /** After a transaction was rolled back. */
        default void rolledBack() {}

        /** Returns whether it has to look at the database before and after every single step. */
        default boolean isParticular() {
            return false;
        }
    }

    /**
     * Runs a group that {@link dev.plumbline.plan.Plan#groups} made. One that goes over a table in batches does so row by row,
     * without a pause, which is for scratch databases.
     *
     * @throws StepException when a statement or the commit fails; nothing of a transaction is left, unless the outcome of
     *     its commit is unknown
     */
    void run(Connection connection, List<Step> group, Watcher watcher) throws StepException {
        if (group.get(0).mode() == TransactionMode.OUTSIDE) {
            for (Step step : group) {
                guard(step, watcher);
                run(connection, step, step.timeouts(), watcher);
            }
        } else if (group.get(0).batch().isPresent()) {
            BatchRun batches = BatchRun.rowByRow(session, group.get(0));
            boolean more = true;
            while (more) {
                more = batches.next(connection, watcher);
            }
        } else {
            runTogether(connection, group, watcher);
        }
    }

    private void runTogether(Connection connection, List<Step> group, Watcher watcher) throws StepException {
        try {
            once(connection, group, watcher);
        } catch (StepException e) {
            if (!(e.error() instanceof SQLTransactionRollbackException)) {
                throw e;
            }
            once(connection, group, watcher);
        }
    }

    private void once(Connection connection, List<Step> group, Watcher watcher) throws StepException {
        Step last = group.get(group.size() - 1);
        boolean committed = false;
        try {
            session.begin(
                    connection,
                    group.stream().flatMap(step -> step.statements().stream()).toList());
            watcher.guard();
            session.check(connection, group);
            if (session.sendsTogether() && !watcher.isParticular()) {
                send(connection, group, watcher);
            } else {
                WaitBudget waits = new WaitBudget();
                for (Step step : group) {
                    long began = System.nanoTime();
                    run(connection, step, waits.left(step.timeouts()), watcher);
                    waits.took(step.timeouts(), Duration.ofNanos(System.nanoTime() - began));
                }
            }
            watcher.guard();
            session.commit(connection);
            committed = true;
        } catch (SQLException e) {
            throw new StepException(last, null, e);
        } finally {
            if (!committed) {
                rollback(session, connection);
                watcher.rolledBack();
            }
        }
    }

    /** Sends all statements at once; the database stops at the first that fails. */
    private static void send(Connection connection, List<Step> group, Watcher watcher)
            throws StepException, SQLException {
        List<Step> steps = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (Step step : group) {
            watcher.before(step);
            for (String sql : step.statements()) {
                steps.add(step);
                statements.add(sql);
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.addBatch(sql);
            }
            statement.executeBatch();
        } catch (BatchUpdateException e) {
            int failed = Math.min(e.getUpdateCounts().length, statements.size() - 1);
            throw new StepException(
                    steps.get(failed), statements.get(failed), e.getCause() instanceof SQLException own ? own : e);
        }
        for (Step step : group) {
            watcher.after(step);
        }
    }

    private static void guard(Step step, Watcher watcher) throws StepException {
        try {
            watcher.guard();
        } catch (SQLException e) {
            throw new StepException(step, null, e);
        }
    }

    static void rollback(SessionControl session, Connection connection) {
        try {
            session.rollback(connection);
        } catch (SQLException e) {
            // The error that led here says more than this one, and is the one that is thrown: a session that cannot
            // even roll back is gone, and its transaction with it.
        }
    }

    private void run(Connection connection, Step step, Timeouts timeouts, Watcher watcher) throws StepException {
        @Nullable String running = null;
        try {
            session.timeouts(connection, timeouts);
            watcher.before(step);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                int number = 0;
                for (String sql : step.statements()) {
                    running = sql;
                    watcher.statement(step, ++number);
                    statement.execute(sql);
                }
            }
            watcher.after(step);
        } catch (SQLException e) {
            throw new StepException(step, running == null ? step.statements().get(0) : running, e);
        }
    }
}
