// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.Introspector;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ServerMessage;
import dev.plumbline.source.SqliteErrors;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Applies a plan to a live database. Each group of steps is committed as a whole; an interrupted run is taken up where
 * it stopped, found by the fingerprint of the live catalog and nothing else.
 */
public final class PlanExecutor {
    private final Introspector introspector;
    private final SessionControl session;
    private final MigrationLocks locks;
    private final GroupRunner runner;
    private final SafeCopies copies;
    private final Waiting waiting;
    private final ProgressListener progress;

    /** Creates an executor from what an engine offers. */
    public PlanExecutor(
            Introspector introspector,
            SessionControl session,
            MigrationLocks locks,
            SafeCopies copies,
            Waiting waiting,
            ProgressListener progress) {
        this.introspector = introspector;
        this.session = session;
        this.locks = locks;
        this.runner = new GroupRunner(session);
        this.copies = copies;
        this.waiting = waiting;
        this.progress = progress;
    }

    /**
     * Applies the plan, or what is left of it.
     *
     * @param connections opens the database, once for the steps and at least once for the lock; every connection is
     *     closed at the end
     * @throws PlumblineException with {@code HAZARD_NOT_ALLOWED}, {@code NOT_PROVEN} or {@code FINGERPRINT_CHANGED}
     *     before anything was touched, with {@code STEP_FAILED} or {@code LOCK_NOT_AVAILABLE} afterwards
     */
    public Outcome apply(Plan plan, Supplier<Connection> connections, Guards guards) {
        guards.check(plan);
        long started = System.nanoTime();
        try (MigrationLocks.Held lock = locks.take(connections, MigrationLocks.PATIENCE);
                Connection connection = connections.get()) {
            session.prepare(connection);
            try (WatchedRun watched = watch(connection, connections)) {
                Run run = new Run(plan, connection, lock, watched, new Safeguard(copies, connections, progress));
                run.toTheEnd();
                return run.outcome(Duration.ofNanos(System.nanoTime() - started));
            }
        } catch (SQLException e) {
            throw databaseError(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private WatchedRun watch(Connection connection, Supplier<Connection> connections) throws SQLException {
        return WatchedRun.of(
                session.watch(connection, connections).orElse(SessionWatch.BLIND), waiting.endIdle(), progress);
    }

    private PlumblineException databaseError(SQLException e) {
        return new PlumblineException(
                session.isLockConflict(e) ? ErrorCode.LOCK_NOT_AVAILABLE : ErrorCode.DATABASE_ERROR,
                "The database fails: " + ServerMessage.of(e).whole() + ".",
                SqliteErrors.wayOut(e).orElse("Apply the plan again: it goes on where it stopped."),
                null,
                e);
    }

    private static PlumblineException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new PlumblineException(
                ErrorCode.DATABASE_ERROR,
                "The run was interrupted. What was committed stays, everything else was rolled back.",
                "Apply the plan again: it goes on where it stopped.",
                null,
                cause);
    }

    /** One run over one connection. */
    private final class Run {
        private final Plan plan;
        private final Connection connection;
        private final MigrationLocks.Held lock;
        private final WatchedRun watched;
        private final Safeguard safeguard;
        private final List<String> notes = new ArrayList<>();
        private int skipped;
        private int done;
        private boolean reached;

        @Nullable
        private BatchRun walk;

        Run(Plan plan, Connection connection, MigrationLocks.Held lock, WatchedRun watched, Safeguard safeguard) {
            this.plan = plan;
            this.connection = connection;
            this.lock = lock;
            this.watched = watched;
            this.safeguard = safeguard;
        }

        void toTheEnd() throws SQLException, InterruptedException {
            try {
                steps();
            } catch (PlumblineException e) {
                throw safeguard.explained(e);
            } catch (SQLException e) {
                throw safeguard.explained(databaseError(e));
            }
        }

        private void steps() throws SQLException, InterruptedException {
            notes.addAll(safeguard.left(connection));
            Standing standing = new StandingFinder(introspector, session).find(plan, connection);
            notes.addAll(standing.notes());
            skipped = standing.stepsDone();
            List<Step> left = plan.steps().stream()
                    .filter(step -> step.number() > skipped)
                    .toList();
            boolean resumed = skipped > 0;
            for (List<Step> group : Plan.groups(left)) {
                if (group.getFirst().batch().isPresent()) {
                    applyInBatches(group.getFirst());
                } else {
                    apply(group, resumed);
                }
                done += group.size();
                resumed = false;
            }
            Catalog live = introspector.inspect(connection);
            reached = Standing.isAt(live, plan.desired());
            if (!reached) {
                notes.add("The database is not what the plan promised: its catalog has the fingerprint "
                        + live.fingerprint().abbreviated() + ", not "
                        + plan.desired().abbreviated()
                        + ". Another session may have changed it meanwhile; measure the gap again.");
            }
            notes.addAll(safeguard.succeeded());
        }

        private void apply(List<Step> group, boolean again) throws SQLException, InterruptedException {
            Step first = group.get(0);
            boolean outside = first.mode() == TransactionMode.OUTSIDE;
            if (again && outside) {
                session.cleanUpAfter(connection, first);
            }
            for (int attempt = 1; ; attempt++) {
                try {
                    try (Shown shown = new Shown()) {
                        if (!outside || !session.isFinished(connection, first)) {
                            runner.run(connection, group, shown);
                        }
                    }
                    safeguard.committed();
                    notes.addAll(watched.takeNotes());
                    return;
                } catch (StepException e) {
                    notes.addAll(watched.takeNotes());
                    if (outside) {
                        cleanUp(first, e);
                    }
                    if (!session.isLockConflict(e.error())) {
                        throw failed(e);
                    }
                    safeguard.gaveWay();
                    if (attempt > waiting.retries().count()) {
                        throw noLock(e, attempt);
                    }
                    pause(e, attempt);
                }
            }
        }

        /** Each batch has all its tries: the pause after a conflict is as long as after the first. */
        private void applyInBatches(Step step) throws SQLException, InterruptedException {
            BatchRun run = BatchRun.of(session, step);
            BatchPace pace = new BatchPace(session.batches().orElseThrow(), waiting.pace(), progress, notes::add);
            walk = run;
            int attempt = 0;
            boolean more = true;
            while (more) {
                int before = run.batches();
                try (Shown shown = new Shown()) {
                    more = run.next(connection, shown);
                } catch (StepException e) {
                    notes.addAll(watched.takeNotes());
                    attempt++;
                    if (!session.isLockConflict(e.error())) {
                        throw failed(e);
                    }
                    if (attempt > waiting.retries().count()) {
                        throw noLock(e, attempt);
                    }
                    pause(e, attempt);
                }
                if (more && run.batches() > before) {
                    attempt = 0;
                    pace.rest(connection, Shown.title(step), run.took());
                }
            }
            walk = null;
            safeguard.committed();
            notes.addAll(watched.takeNotes());
        }

        /** What a failed step left is removed, but its own error is the one to be told. */
        private void cleanUp(Step step, StepException failure) {
            try {
                session.cleanUpAfter(connection, step);
            } catch (SQLException e) {
                failure.error().addSuppressed(e);
            }
        }

        /** The transaction is closed by now: nobody waits for a session that sleeps. */
        private void pause(StepException conflict, int attempt) throws InterruptedException {
            Duration pause = waiting.retries().pauseBefore(attempt);
            int number = conflict.step().number();
            notes.add("Step " + number + " met a lock of "
                    + watched.inTheWay().orElse("another session") + ", and was tried again after " + pause.toMillis()
                    + " ms.");
            progress.progress(
                    "waiting for a lock, step " + number,
                    number - 1L,
                    plan.steps().size());
            Thread.sleep(pause);
        }

        private PlumblineException failed(StepException e) {
            return new PlumblineException(
                    ErrorCode.STEP_FAILED,
                    "Applying stopped: " + e.fact() + ". " + (e.isOutcomeUnknown() ? unknown(e.step()) : standing()),
                    SqliteErrors.wayOut(e.error())
                            .orElse((e.isOutcomeUnknown() ? "Apply" : "Remove the cause, then apply")
                                    + " again: a database that stands after a finished step is taken up from there."),
                    e.position(),
                    e.error());
        }

        private PlumblineException noLock(StepException e, int attempts) {
            return new PlumblineException(
                    ErrorCode.LOCK_NOT_AVAILABLE,
                    "After " + attempts + " tries another session still holds a lock that is needed: " + e.fact() + ". "
                            + watched.inTheWay()
                                    .map(words -> "In the way: " + words + ". ")
                                    .orElse("")
                            + standing(),
                    "Apply again at a quieter time, or find the session that holds the lock and end its transaction.",
                    null,
                    e.error());
        }

        private String unknown(Step last) {
            return kept(". ")
                    + "The connection was lost during the commit: whether what came up to step " + last.number()
                    + " is committed too is not known here.";
        }

        private String standing() {
            BatchRun begun = walk;
            if (begun != null && begun.changed() > 0) {
                return kept(". ") + "Step " + (skipped + done + 1) + " has changed " + begun.changed()
                        + " rows in batches, which stay as they are.";
            }
            String kept = kept(", the rest was rolled back.");
            return kept.isEmpty() ? "Nothing was changed." : kept;
        }

        /** Returns which steps are committed, and after it these words; nothing where none is. */
        private String kept(String after) {
            int committed = skipped + done;
            return committed == 0 ? "" : "Steps 1 to " + committed + " are committed" + after;
        }

        Outcome outcome(Duration took) {
            return new Outcome(done, skipped, took, reached, notes);
        }

        /** Tells how far the run has come, and lets it go on only while it has the lock. */
        private final class Shown implements GroupRunner.Watcher, AutoCloseable {
            @Override
            public void guard() throws SQLException {
                lock.require(connection);
            }

            @Override
            public void before(Step step) throws SQLException {
                safeguard.before(connection, step.statements());
                progress.progress(title(step), step.number() - 1L, plan.steps().size());
            }

            @Override
            public void statement(Step step, int number) {
                watched.begins(
                        step.statements().size() == 1
                                ? title(step)
                                : title(step) + " (" + number + " of "
                                        + step.statements().size() + ")");
            }

            @Override
            public void batched(Step step, long rows, long estimate) {
                watched.ended();
                progress.progress(title(step) + ", rows", rows, Math.max(estimate, rows));
            }

            @Override
            public void close() {
                watched.ended();
            }

            private static String title(Step step) {
                return step.verb().name().toLowerCase(Locale.ROOT) + " " + step.object();
            }

            @Override
            public void after(Step step) {
                watched.ended();
                progress.progress(title(step), step.number(), plan.steps().size());
            }
        }
    }
}
