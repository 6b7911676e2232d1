// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.Safeguard;
import dev.plumbline.execute.SessionWatch;
import dev.plumbline.execute.WatchedRun;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import dev.plumbline.source.ProgressListener;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Applies and undoes migrations on one database. Any number of runs may be started at once: they take turns, and each
 * finds what the one before has left to do. What an earlier run left unfinished is finished first.
 */
public final class MigrationRunner {
    private final MigrationRoles roles;
    private final Supplier<Connection> connections;
    private final MigrationSet set;
    private final History history;
    private final RunOptions options;
    private final MigrationListener listener;

    /**
     * Creates a runner.
     *
     * @param connections opens connections to the database; each is closed after its use
     */
    public MigrationRunner(
            MigrationRoles roles,
            Supplier<Connection> connections,
            MigrationSet set,
            HistoryLocation location,
            RunOptions options,
            MigrationListener listener) {
        this.roles = roles;
        this.connections = connections;
        this.set = set;
        this.history = new History(roles.history(), location);
        this.options = options;
        this.listener = listener;
    }

    /** Returns how files and history stand; only reads, and takes no lock. */
    public MigrationStatus status() {
        try (Connection connection = connections.get()) {
            return status(connection);
        } catch (SQLException e) {
            throw databaseError(e);
        }
    }

    /** Returns the history itself by rank, rows of undone migrations included; only reads. */
    public List<Revision> history() {
        try (Connection connection = connections.get()) {
            return history.read(connection);
        } catch (SQLException e) {
            throw databaseError(e);
        }
    }

    private MigrationStatus status(Connection connection) throws SQLException {
        return MigrationStatus.of(set, history.read(connection));
    }

    /**
     * Applies everything that is pending.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} before anything was done, when the files of an applied
     *     migration were changed or one was merged late and the options do not allow that; with {@code
     *     MIGRATION_FAILED} or {@code LOCK_NOT_AVAILABLE}, whose message says what is in place
     */
    public MigrationOutcome up() {
        return run(status -> !Pending.of(status, options).isEmpty(), run -> run.up(Pending.of(run.status, options)));
    }

    /**
     * Undoes the last migrations, newest first; repeatable ones stay.
     *
     * @param count how many
     * @throws PlumblineException with {@code HISTORY_CONFLICT} before anything was done, when one of them has no way
     *     down; else as {@link #up()}
     */
    public MigrationOutcome down(int count) {
        return run(run -> run.down(Undoing.last(run.status, count)));
    }

    /**
     * Goes to a version: undoes what comes after it, then applies what is pending up to it.
     *
     * @param version a version of the files or the history, or {@code 0} for the state before the first
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for a version that nobody knows; else as {@link #up()}
     *     and {@link #down(int)}
     */
    public MigrationOutcome to(Version version) {
        return run(run -> {
            Goal goal = Goal.of(run.status, version);
            run.requireReadable(run.status.entries().stream()
                    .filter(entry -> goal.includes(entry) && !entry.inPlace())
                    .toList());
            run.down(Undoing.of(goal.beyond()));
            run.up(Pending.of(run.status, options).upTo(goal));
        });
    }

    /** Undoes the last migration and applies it again. */
    public MigrationOutcome redo() {
        return run(run -> {
            List<MigrationEntry> last = Undoing.last(run.status, 1);
            run.requireReadable(last);
            run.down(last);
            run.up(Pending.again(run.status, last));
        });
    }

    /**
     * Finishes a migration that did not end.
     *
     * @param done how many of its statements are in place
     * @throws PlumblineException with {@code HISTORY_CONFLICT} when it has ended meanwhile; else as {@link #up()}
     */
    public MigrationOutcome finish(MigrationId id, int done) {
        return run(run -> {
            run.write(run.partial(id), revision -> standing(revision, done));
            MigrationEntry entry = run.partial(id);
            if (Pending.isHalfUndone(entry)) {
                run.down(List.of(entry));
            } else {
                run.up(new Pending(List.of(), List.of(entry), List.of()));
            }
        });
    }

    /**
     * Records how many statements of a migration that did not end are in place.
     *
     * @throws PlumblineException with {@code INVALID_ARGUMENT} for a number that its script does not have
     */
    public MigrationOutcome standAt(MigrationId id, int done) {
        return run(run -> run.write(run.partial(id), revision -> standing(revision, done)));
    }

    /** The files may have been corrected since, so what it counts by is what they have now. */
    private Revision standing(Revision revision, int done) {
        Optional<Migration> migration = set.find(revision.id());
        Direction direction = revision.progress().direction();
        int total = migration
                .flatMap(found -> direction == Direction.UP ? Optional.of(found.up()) : found.down())
                .map(script -> script instanceof MigrationScript.Sql sql
                        ? sql.statements().size()
                        : 1)
                .orElse(revision.progress().total());
        if (done < 0 || done > total) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    revision.title() + " has " + total + " statements, not " + done + ".",
                    "Give the number of those that are in place, 0 for none.");
        }
        Revision counted = revision.with(
                RevisionStatus.FAILED, new Progress(direction, done, total, false), revision.durationMillis());
        return direction == Direction.UP ? counted.with(migration.map(Migration::checksum), counted.down()) : counted;
    }

    /** Records that a migration which did not end is applied, or undone, because the database is as if it had. */
    public MigrationOutcome settle(MigrationId id, RevisionStatus status) {
        return run(run -> run.write(run.partial(id), revision -> {
            Revision settled = standing(revision, 0);
            return settled.with(status, Progress.complete(settled.progress().total()), settled.durationMillis());
        }));
    }

    /** Takes the files of an applied migration as they are for what was applied. */
    public MigrationOutcome accept(MigrationId id) {
        return run(run -> {
            for (MigrationEntry entry : run.status.in(MigrationState.MODIFIED)) {
                if (entry.id().equals(id)) {
                    Migration migration = entry.migration().orElseThrow();
                    run.write(
                            entry,
                            revision -> revision.with(
                                    Optional.of(migration.checksum()),
                                    migration.down().flatMap(StoredScript::text)));
                }
            }
        });
    }

    /** What is done under the lock. */
    @FunctionalInterface
    private interface Work {
        void on(Run run) throws SQLException, InterruptedException;
    }

    /** Whether there is anything to do, seen without the lock. */
    @FunctionalInterface
    private interface Look {
        boolean worthIt(MigrationStatus status);
    }

    private MigrationOutcome run(Work work) {
        return run(status -> true, work);
    }

    private MigrationOutcome run(Look look, Work work) {
        long started = System.nanoTime();
        try (Connection connection = connections.get()) {
            MigrationStatus before = status(connection);
            if (!look.worthIt(before)) {
                return new MigrationOutcome(
                        List.of(), before, since(started), roles.copies().left(connection));
            }
            try (MigrationLocks.Held lock = roles.lockOf(history.location()).take(connections, options.patience())) {
                ensureHistory(connection, lock);
                try (WatchedRun watched = watch(connection)) {
                    Run run = new Run(connection, lock, watched);
                    run.safely(work);
                    return new MigrationOutcome(run.done, run.status, since(started), run.notes);
                }
            }
        } catch (SQLException e) {
            throw databaseError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlumblineException(
                    ErrorCode.DATABASE_ERROR,
                    "The run was interrupted. What was committed stays and is in the history, the rest was rolled back.",
                    "Run again: it goes on where this one stopped.",
                    null,
                    e);
        }
    }

    private WatchedRun watch(Connection connection) throws SQLException {
        return WatchedRun.of(
                roles.session().watch(connection, connections).orElse(SessionWatch.BLIND),
                options.endIdle(),
                listener::progress);
    }

    private void ensureHistory(Connection connection, MigrationLocks.Held lock) throws SQLException {
        if (history.exists(connection)) {
            return;
        }
        if (!options.besideOthers()) {
            OtherHistories.refuse(connection);
        }
        GuardedTransaction.run(roles.session(), connection, lock, transaction -> {
            history.create(transaction);
            return true;
        });
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private PlumblineException databaseError(SQLException e) {
        return new PlumblineException(
                roles.session().isLockConflict(e) ? ErrorCode.LOCK_NOT_AVAILABLE : ErrorCode.DATABASE_ERROR,
                "The history " + history.location() + " cannot be read or written: "
                        + ServerMessage.of(e).whole() + ".",
                MigrationFailures.wayOutOfHistory(e),
                null,
                e);
    }

    /** One run under the lock. */
    private final class Run {
        private final Connection connection;
        private final MigrationLocks.Held lock;
        private final Safeguard safeguard;
        private final MigrationExecution execution;
        private final List<MigrationOutcome.Done> done = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private MigrationStatus status;

        Run(Connection connection, MigrationLocks.Held lock, WatchedRun watched) throws SQLException {
            this.connection = connection;
            this.lock = lock;
            this.safeguard = new Safeguard(
                    options.backup() ? roles.copies() : SafeCopies.NONE, connections, ProgressListener.NONE);
            this.execution = new MigrationExecution(
                    new ScriptSession(connection, roles, options, lock, watched, safeguard, new Noted()));
            this.status = MigrationRunner.this.status(connection);
        }

        /** Does it, and removes the copy that was made on the way; an error names it, and it stays. */
        void safely(Work work) throws SQLException, InterruptedException {
            roles.copies().left(connection).forEach(this::note);
            try {
                work.on(this);
            } catch (PlumblineException e) {
                throw safeguard.explained(e);
            } catch (SQLException e) {
                throw safeguard.explained(databaseError(e));
            }
            safeguard.succeeded().forEach(this::note);
        }

        void up(Pending pending) throws SQLException, InterruptedException {
            pending.notes().forEach(this::note);
            requireReadable(pending.entries());
            for (MigrationEntry entry : pending.undoFirst()) {
                down(List.of(entry));
            }
            List<MigrationEntry> entries = pending.entries();
            String user = entries.isEmpty() ? "" : roles.rules().user(connection);
            for (MigrationEntry entry : entries) {
                Upward upward = Upward.of(entry, user, history);
                carryOut(upward.journal(), upward.run(execution), Revision.Direction.UP);
            }
            refresh(!entries.isEmpty());
        }

        void requireReadable(List<MigrationEntry> entries) {
            entries.stream()
                    .flatMap(entry -> entry.migration().stream())
                    .map(Migration::up)
                    .forEach(execution::requireReadable);
        }

        void down(List<MigrationEntry> entries) throws SQLException, InterruptedException {
            List<Downward> all = new ArrayList<>();
            for (MigrationEntry entry : entries) {
                all.add(Downward.of(entry, roles.dialect()));
            }
            all.stream().map(Downward::script).forEach(execution::requireReadable);
            for (Downward downward : all) {
                downward.note().ifPresent(this::note);
                Journal journal = Journal.down(history, downward.revision());
                carryOut(journal, downward.run(execution, journal), Revision.Direction.DOWN);
            }
            refresh(!entries.isEmpty());
        }

        MigrationEntry partial(MigrationId id) {
            return status.in(MigrationState.PARTIAL).stream()
                    .filter(entry -> entry.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new PlumblineException(
                            ErrorCode.HISTORY_CONFLICT,
                            id + " has ended meanwhile: another run was quicker. Nothing was done.",
                            "Look at 'status'."));
        }

        /** Changes the row of a migration, in a transaction of its own. */
        void write(MigrationEntry entry, UnaryOperator<Revision> change) throws SQLException {
            Revision changed = change.apply(entry.revision().orElseThrow());
            GuardedTransaction.run(roles.session(), connection, lock, transaction -> {
                history.update(transaction, changed);
                return changed;
            });
            refresh(true);
        }

        private void carryOut(Journal journal, Duration took, Revision.Direction direction) {
            listener.ended(journal.title(), direction, took);
            done.add(new MigrationOutcome.Done(journal.title(), direction, took));
        }

        private void refresh(boolean changed) throws SQLException {
            if (changed) {
                status = MigrationRunner.this.status(connection);
            }
        }

        private void note(String sentence) {
            notes.add(sentence);
            listener.note(sentence);
        }

        /** Hands on what the execution tells, and keeps its notes for the outcome. */
        private final class Noted implements MigrationListener {
            @Override
            public void begins(String migration, Revision.Direction direction, int statements) {
                listener.begins(migration, direction, statements);
            }

            @Override
            public void statement(String migration, int number, int statements, String sql) {
                listener.statement(migration, number, statements, sql);
            }

            @Override
            public void note(String sentence) {
                Run.this.note(sentence);
            }
        }
    }
}
