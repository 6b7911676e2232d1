// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Batch;
import dev.plumbline.plan.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * One walk over a table in batches. It remembers where it is and how large a batch may be, so that after a conflict it goes on
 * from there. Where it is stands nowhere else: a run that is killed is followed by one that passes over the rows that are done,
 * which takes no more than reading them.
 */
final class BatchRun {
    private static final int FIRST = 1000;
    private static final int MOST = 1_000_000;
    private static final double GROWTH = 2;
    private static final double SHRINKAGE = 0.25;

    private final SessionControl session;
    private final BatchWork work;
    private final Step step;
    private final Batch batch;
    private final boolean adaptive;

    private List<String> position = List.of();
    private long size;
    private long stride;
    private long estimate = -1;
    private long rows;
    private long changed;
    private int number;
    private boolean done;
    private Duration took = Duration.ZERO;

    private BatchRun(SessionControl session, Step step, boolean adaptive) {
        this.session = session;
        this.work = session.batches()
                .orElseThrow(() -> new PlumblineException(
                        ErrorCode.INTERNAL_ERROR,
                        "Step " + step.number() + " goes over a table in batches, which this engine does not know.",
                        "This is a defect of Plumbline. Please report it with the plan."));
        this.step = step;
        this.batch = step.batch().orElseThrow();
        this.adaptive = adaptive;
        this.size = adaptive ? FIRST : 1;
        this.stride = size;
    }

    /** Begins a walk whose batches get as large as their target allows. */
    static BatchRun of(SessionControl session, Step step) {
        return new BatchRun(session, step, true);
    }

    /** Begins a walk row by row: a table with few rows is to show that it works over more than one batch. */
    static BatchRun rowByRow(SessionControl session, Step step) {
        return new BatchRun(session, step, false);
    }

    /**
     * Carries out the next batch in a transaction of its own.
     *
     * @return whether there is another one
     * @throws StepException when it fails; nothing of this batch is left, unless the outcome of its commit is
     *     unknown, and {@code next} tries it again with fewer rows
     */
    boolean next(Connection connection, GroupRunner.Watcher watcher) throws StepException {
        long begun = System.nanoTime();
        boolean committed = false;
        try {
            if (estimate < 0) {
                estimate = work.estimate(connection, batch);
                watcher.before(step);
            }
            session.begin(connection);
            session.timeouts(connection, step.timeouts());
            watcher.guard();
            watcher.statement(step, number + 1);
            BatchWork.Portion portion = work.next(connection, batch, position, size, stride);
            watcher.settled(step);
            watcher.guard();
            session.commit(connection);
            committed = true;
            took = Duration.ofNanos(System.nanoTime() - begun);
            advance(portion);
            watcher.batched(step, rows, estimate);
            if (done) {
                watcher.after(step);
            }
            return !done;
        } catch (SQLException e) {
            size = Math.max(1, size / 2);
            throw new StepException(step, batch.whole(), e);
        } finally {
            if (!committed) {
                GroupRunner.rollback(session, connection);
            }
        }
    }

    private void advance(BatchWork.Portion portion) {
        number++;
        rows += portion.rows();
        changed += portion.changed();
        done = portion.last().isEmpty();
        if (!done) {
            position = portion.last();
        }
        if (adaptive && portion.changed() > 0) {
            size = adapted(size);
        } else if (adaptive) {
            stride = adapted(stride);
        }
    }

    private long adapted(long count) {
        double factor = (double) batch.target().toNanos() / Math.max(1, took.toNanos());
        double bounded = Math.clamp(factor, SHRINKAGE, GROWTH);
        return Math.clamp(Math.round(count * bounded), 1, MOST);
    }

    /** Returns how many batches were committed. */
    int batches() {
        return number;
    }

    /** Returns how long the last batch took. */
    Duration took() {
        return took;
    }

    /** Returns how many rows were changed and committed. */
    long changed() {
        return changed;
    }
}
