// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.SessionWatch;
import dev.plumbline.execute.WatchedRun;
import dev.plumbline.migrate.Revision.Direction;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.migration.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Applies and undoes migrations on one database. Any number of runs may be started at once: they take turns, and each
 * finds what the one before has left to do. What an earlier run left unfinished is finished first.
 */
public final class MigrationRunner {
    private final RunTools tools;

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
        this.tools = new RunTools(roles, connections, set, new History(roles.history(), location), options, listener);
    }

    /** Returns how files and history stand; only reads, and takes no lock. */
    public MigrationStatus status() {
        try (Connection connection = tools.connections().get()) {
            return tools.status(connection);
        } catch (SQLException e) {
            throw tools.databaseError(e);
        }
    }

    /** Returns the history itself by rank, rows of undone migrations included; only reads. */
    public List<Revision> history() {
        try (Connection connection = tools.connections().get()) {
            return tools.history().read(connection);
        } catch (SQLException e) {
            throw tools.databaseError(e);
        }
    }

    /**
     * Applies everything that is pending. Callbacks that run with every run are run though nothing is.
     *
     * @throws PlumblineException with {@code HISTORY_CONFLICT} before anything was done, when the files of an applied
     *     migration were changed or one was merged late and the options do not allow that; with {@code
     *     MIGRATION_FAILED} or {@code LOCK_NOT_AVAILABLE}, whose message says what is in place
     */
    public MigrationOutcome up() {
        return run(
                status -> tools.set().callbacks().runAlways()
                        || !Pending.of(status, tools.options()).isEmpty(),
                run -> run.upAndAround(Pending.of(run.status(), tools.options())));
    }

    /**
     * Undoes the last migrations, newest first; repeatable ones stay.
     *
     * @param count how many
     * @throws PlumblineException with {@code HISTORY_CONFLICT} before anything was done, when one of them has no way
     *     down; else as {@link #up()}
     */
    public MigrationOutcome down(int count) {
        return run(run -> run.down(Undoing.last(run.status(), count)));
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
            Goal goal = Goal.of(run.status(), version);
            run.requireReadable(run.status().entries().stream()
                    .filter(entry -> goal.includes(entry) && !entry.inPlace())
                    .toList());
            run.down(Undoing.of(goal.beyond()));
            run.up(Pending.of(run.status(), tools.options()).upTo(goal));
        });
    }

    /** Undoes the last migration and applies it again. */
    public MigrationOutcome redo() {
        return run(run -> {
            List<MigrationEntry> last = Undoing.last(run.status(), 1);
            run.requireReadable(last);
            run.down(last);
            run.up(Pending.again(run.status(), last));
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
        Optional<Migration> migration = tools.set().find(revision.id());
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
            for (MigrationEntry entry : run.status().in(MigrationState.MODIFIED)) {
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

    /** Whether there is anything to do, seen without the lock. */
    @FunctionalInterface
    private interface Look {
        boolean worthIt(MigrationStatus status);
    }

    private MigrationOutcome run(LockedRun.Work work) {
        return run(status -> true, work);
    }

    private MigrationOutcome run(Look look, LockedRun.Work work) {
        long started = System.nanoTime();
        try (Connection connection = tools.connections().get()) {
            MigrationStatus before = tools.status(connection);
            if (!look.worthIt(before)) {
                return new MigrationOutcome(
                        List.of(),
                        before,
                        since(started),
                        tools.roles().copies().left(connection));
            }
            try (MigrationLocks.Held lock = tools.lock()) {
                ensureHistory(connection, lock);
                try (WatchedRun watched = watch(connection)) {
                    LockedRun run = new LockedRun(tools, connection, lock, watched);
                    run.safely(work);
                    return run.outcome(since(started));
                }
            }
        } catch (SQLException e) {
            throw tools.databaseError(e);
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
                tools.roles().session().watch(connection, tools.connections()).orElse(SessionWatch.BLIND),
                tools.options().endIdle(),
                tools.listener()::progress);
    }

    private void ensureHistory(Connection connection, MigrationLocks.Held lock) throws SQLException {
        if (tools.history().exists(connection)) {
            return;
        }
        if (!tools.options().besideOthers()) {
            OtherHistories.refuse(connection);
        }
        GuardedTransaction.run(tools.roles().session(), connection, lock, transaction -> {
            tools.history().create(transaction);
            return true;
        });
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
