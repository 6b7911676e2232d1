// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.replay;

import dev.plumbline.migrate.MigrationEntry;
import dev.plumbline.migrate.MigrationState;
import dev.plumbline.migrate.MigrationStatus;
import dev.plumbline.migrate.Revision;
import dev.plumbline.migrate.RevisionStatus;
import dev.plumbline.migration.Callback;
import dev.plumbline.migration.CallbackCourse;
import dev.plumbline.migration.Callbacks;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes again, on a scratch database, what a history says was done: the versions in the order in which they were applied,
 * the repeatable ones that stand behind all versions at the end, each to where it came. One in a changelog of Liquibase stands among them.
 */
public final class HistoryReplay {
    private final MigrationStatus status;
    private final ReplaySession session;
    private final Callbacks callbacks;
    private boolean anotherFollows;
    private final List<String> notes = new ArrayList<>();

    /**
     * Creates a replay of what is in place by a status.
     *
     * @param callbacks what was run with it; how often, no history says: it is run as if all was applied by one run
     */
    public HistoryReplay(MigrationStatus status, ReplaySession session, Callbacks callbacks) {
        this.status = status;
        this.session = session;
        this.callbacks = callbacks;
    }

    /** Runs what is due before a further migration too, which a run was to apply and did not end. */
    public HistoryReplay beforeAnother() {
        anotherFollows = true;
        return this;
    }

    /** Is told when a migration is in place. */
    @FunctionalInterface
    public interface Listener {
        void inPlace(Migration migration) throws SQLException;
    }

    /**
     * Replays it.
     *
     * @return why it ended before its end; empty when it did not
     */
    public Optional<ReplayFailure> run(Listener listener) throws SQLException {
        List<MigrationEntry> behind = behindAllVersions();
        List<MigrationEntry> applied = status.entries().stream()
                .filter(MigrationEntry::inPlace)
                .sorted(Comparator.<MigrationEntry, Boolean>comparing(behind::contains)
                        .thenComparingLong(
                                entry -> entry.revision().orElseThrow().rank()))
                .toList();
        CallbackCourse course = new CallbackCourse(callbacks);
        Optional<ReplayFailure> failure = replay(anotherFollows ? course.beginning() : List.of());
        for (MigrationEntry entry : applied) {
            if (failure.isEmpty()) {
                failure = before(entry, course);
            }
            if (failure.isEmpty()) {
                failure = replay(entry, listener);
            }
            notes.addAll(session.takeNotes());
            if (failure.isPresent()) {
                return failure;
            }
        }
        if (failure.isEmpty() && !applied.isEmpty()) {
            failure = replay(course.end());
        }
        notes.addAll(session.takeNotes());
        return failure;
    }

    private Optional<ReplayFailure> before(MigrationEntry entry, CallbackCourse course) throws SQLException {
        return entry.migration().isPresent()
                ? replay(course.before(entry.migration().get()))
                : Optional.empty();
    }

    private Optional<ReplayFailure> replay(List<Callback> due) throws SQLException {
        for (Callback callback : due) {
            try {
                session.run(callback.script(), ReplayWatcher.NONE);
            } catch (ReplayException e) {
                return Optional.of(of(callback.origin(), e));
            }
        }
        return Optional.empty();
    }

    private List<MigrationEntry> behindAllVersions() {
        int versions = status.entries().size();
        while (versions > 0 && status.entries().get(versions - 1).id().repeatable()) {
            versions--;
        }
        return status.entries().subList(versions, status.entries().size());
    }

    /** Returns what was left out, and what was replayed otherwise than it was applied, one sentence each. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    private Optional<ReplayFailure> replay(MigrationEntry entry, Listener listener) throws SQLException {
        Revision revision = entry.revision().orElseThrow();
        if (revision.kind() == MigrationKind.BASELINE) {
            return baseline(entry, revision, listener);
        }
        if (entry.migration().isEmpty()) {
            notes.add(
                    entry.title() + " was left out of the replay: its files are not here. What it made shows as extra,"
                            + " what it removed as missing.");
            return Optional.empty();
        }
        Migration migration = entry.migration().get();
        if (entry.state() == MigrationState.MODIFIED || entry.state() == MigrationState.OUTDATED) {
            notes.add(entry.title() + " was replayed as its files are now; they were changed since it was applied.");
        }
        if (revision.status() == RevisionStatus.FAILED) {
            notes.add(entry.title() + " was begun and not ended, and was replayed as far as it is recorded: "
                    + revision.progress().done() + " of " + revision.progress().total() + " statements "
                    + (revision.progress().direction() == Revision.Direction.UP ? "up." : "down."));
            return partial(migration, revision.progress());
        }
        return up(migration, listener);
    }

    private Optional<ReplayFailure> up(Migration migration, Listener listener) throws SQLException {
        try {
            session.run(migration.up(), ReplayWatcher.NONE);
        } catch (ReplayException e) {
            return Optional.of(of(migration.title(), e));
        }
        listener.inPlace(migration);
        return Optional.empty();
    }

    private Optional<ReplayFailure> partial(Migration migration, Revision.Progress progress) throws SQLException {
        boolean upwards = progress.direction() == Revision.Direction.UP;
        try {
            session.run(migration.up(), 0, upwards ? progress.done() : Integer.MAX_VALUE, ReplayWatcher.NONE);
            if (!upwards && migration.down().isPresent()) {
                session.run(migration.down().get(), 0, progress.done(), ReplayWatcher.NONE);
            }
            return Optional.empty();
        } catch (ReplayException e) {
            return Optional.of(of(migration.title(), e));
        }
    }

    /** A baseline has a script of its own, or stands for the migrations up to it, which a database had before. */
    private Optional<ReplayFailure> baseline(MigrationEntry entry, Revision revision, Listener listener)
            throws SQLException {
        Optional<Migration> own = entry.migration();
        if (own.isPresent() && own.get().kind() == MigrationKind.BASELINE) {
            return up(own.get(), listener);
        }
        List<Migration> covered = new ArrayList<>();
        status.in(MigrationState.IGNORED).stream()
                .flatMap(ignored -> ignored.migration().stream())
                .filter(migration -> migration.version().compareTo(revision.version()) <= 0)
                .forEach(covered::add);
        own.ifPresent(covered::add);
        if (covered.isEmpty()) {
            return Optional.of(new ReplayFailure(
                    "the history begins with the baseline " + entry.title()
                            + ", and no file says what the database had then",
                    0,
                    Optional.empty()));
        }
        for (Migration migration : covered) {
            Optional<ReplayFailure> failure = up(migration, listener);
            if (failure.isPresent()) {
                return failure;
            }
        }
        return Optional.empty();
    }

    private static ReplayFailure of(String title, ReplayException e) {
        ReplayFailure failure = e.failure();
        return new ReplayFailure(title + ": " + failure.fact(), failure.statement(), failure.position());
    }
}
