// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.SafeCopies;
import dev.plumbline.execute.Safeguard;
import dev.plumbline.execute.WatchedRun;
import dev.plumbline.migration.CallbackEvent;
import dev.plumbline.migration.Migration;
import dev.plumbline.migration.MigrationId;
import dev.plumbline.source.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** One run over one connection, under the lock of its history. */
final class LockedRun {
    private final RunTools tools;
    private final Connection connection;
    private final MigrationLocks.Held lock;
    private final Safeguard safeguard;
    private final MigrationExecution execution;
    private final ScriptSession session;
    private final List<MigrationOutcome.Done> done = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private MigrationStatus status;

    LockedRun(RunTools tools, Connection connection, MigrationLocks.Held lock, WatchedRun watched) throws SQLException {
        this.tools = tools;
        this.connection = connection;
        this.lock = lock;
        MigrationRoles roles = tools.roles();
        this.safeguard = new Safeguard(
                tools.options().backup() ? roles.copies() : SafeCopies.NONE,
                tools.connections(),
                ProgressListener.NONE);
        this.session = new ScriptSession(connection, roles, tools.options(), lock, watched, safeguard, new Noted());
        this.execution = new MigrationExecution(session);
        this.status = tools.status(connection);
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work {
        void on(LockedRun run) throws SQLException, InterruptedException;
    }

    /** Returns how files and history stand after what was done so far. */
    MigrationStatus status() {
        return status;
    }

    MigrationOutcome outcome(Duration took) {
        return new MigrationOutcome(done, status, took, notes);
    }

    /** Does it, and removes the copy that was made on the way; an error names it, and it stays. */
    void safely(Work work) throws SQLException, InterruptedException {
        tools.roles().copies().left(connection).forEach(this::note);
        try {
            work.on(this);
        } catch (PlumblineException e) {
            throw safeguard.explained(e);
        } catch (SQLException e) {
            throw safeguard.explained(tools.databaseError(e));
        }
        safeguard.succeeded().forEach(this::note);
    }

    /** Applies what is pending, with the callbacks that are due then. */
    void up(Pending pending) throws SQLException, InterruptedException {
        pending.notes().forEach(this::note);
        requireReadable(pending.entries());
        for (MigrationEntry entry : pending.undoFirst()) {
            down(List.of(entry));
        }
        if (!pending.entries().isEmpty()) {
            up(pending.entries(), new CallbackRun(tools.set().callbacks(), session));
        }
    }

    /** Does so, and runs the callbacks that are due where nothing is pending. */
    void upAndAround(Pending pending) throws SQLException, InterruptedException {
        if (pending.isEmpty()) {
            CallbackRun callbacks = new CallbackRun(tools.set().callbacks(), session);
            callbacks.beginning();
            callbacks.end();
        }
        up(pending);
    }

    private void up(List<MigrationEntry> entries, CallbackRun callbacks) throws SQLException, InterruptedException {
        String user = tools.roles().rules().user(connection);
        callbacks.beginning();
        try {
            for (MigrationEntry entry : entries) {
                Upward upward = Upward.of(entry, user, tools.history());
                callbacks.before(upward.migration());
                carryOut(upward.journal(), upward.run(execution), Revision.Direction.UP);
            }
        } catch (PlumblineException e) {
            callbacks.afterFailure(CallbackEvent.AFTER_MIGRATE_ERROR, e);
            throw e;
        }
        callbacks.end();
        refresh(true);
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
            all.add(Downward.of(entry, tools.roles().dialect()));
        }
        all.stream().map(Downward::script).forEach(execution::requireReadable);
        if (!all.isEmpty()) {
            down(all, new CallbackRun(tools.set().callbacks(), session));
        }
    }

    private void down(List<Downward> all, CallbackRun callbacks) throws SQLException, InterruptedException {
        callbacks.of(CallbackEvent.BEFORE_UNDO);
        try {
            for (Downward downward : all) {
                downward.note().ifPresent(this::note);
                Journal journal = Journal.down(tools.history(), downward.revision());
                carryOut(journal, downward.run(execution, journal), Revision.Direction.DOWN);
            }
        } catch (PlumblineException e) {
            callbacks.afterFailure(CallbackEvent.AFTER_UNDO_ERROR, e);
            throw e;
        }
        callbacks.of(CallbackEvent.AFTER_UNDO);
        refresh(true);
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
        GuardedTransaction.run(tools.roles().session(), connection, lock, transaction -> {
            tools.history().update(transaction, changed);
            return changed;
        });
        refresh(true);
    }

    private void carryOut(Journal journal, Duration took, Revision.Direction direction) {
        tools.listener().ended(journal.title(), direction, took);
        done.add(new MigrationOutcome.Done(journal.title(), direction, took));
    }

    private void refresh(boolean changed) throws SQLException {
        if (changed) {
            status = tools.status(connection);
        }
    }

    private void note(String sentence) {
        notes.add(sentence);
        tools.listener().note(sentence);
    }

    /** Hands on what the execution tells, and keeps its notes for the outcome. */
    private final class Noted implements MigrationListener {
        @Override
        public void begins(String migration, Revision.Direction direction, int statements) {
            tools.listener().begins(migration, direction, statements);
        }

        @Override
        public void statement(String migration, int number, int statements, String sql) {
            tools.listener().statement(migration, number, statements, sql);
        }

        @Override
        public void note(String sentence) {
            LockedRun.this.note(sentence);
        }
    }
}
