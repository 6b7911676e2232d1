// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import dev.plumbline.plan.TransactionMode;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Carries out groups of steps on a scratch database, where nobody waits and nothing is to be seen between two steps. Where the
 * database takes the statements of a transaction without an answer to each, they are sent so: a schema of a thousand tables is made
 * in half the time. When one of them fails, the group is run again step by step, which tells what failed and why.
 */
final class UnwatchedRunner {
    private final SessionControl session;
    private final GroupRunner stepByStep;

    UnwatchedRunner(SessionControl session) {
        this.session = session;
        this.stepByStep = new GroupRunner(session);
    }

    /**
     * Runs a group as {@link GroupRunner#run} does.
     *
     * @throws StepException when a statement or the commit fails
     */
    void run(Connection connection, List<Step> group) throws StepException {
        boolean done = session.scratchSendsTogether()
                && group.stream().allMatch(UnwatchedRunner::standsInTransaction)
                && sendsAll(connection, group);
        if (!done) {
            stepByStep.run(connection, group, GroupRunner.Watcher.NONE);
        }
    }

    private static boolean standsInTransaction(Step step) {
        return step.mode() != TransactionMode.OUTSIDE && step.batch().isEmpty();
    }

    /** Returns whether all is committed; nothing is left of the transaction if it is not. */
    private boolean sendsAll(Connection connection, List<Step> group) {
        boolean committed = false;
        try {
            session.begin(connection);
            session.timeouts(connection, Timeouts.PATIENT);
            try (Statement statement = connection.createStatement()) {
                statement.setEscapeProcessing(false);
                for (Step step : group) {
                    for (String sql : step.statements()) {
                        statement.addBatch(sql);
                    }
                }
                statement.executeBatch();
            }
            session.commit(connection);
            committed = true;
        } catch (SQLException e) {
            // It comes again, with the statement that it belongs to, when the steps are run one by one.
        } finally {
            if (!committed) {
                GroupRunner.rollback(session, connection);
            }
        }
        return committed;
    }
}
