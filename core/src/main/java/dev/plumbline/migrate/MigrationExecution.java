// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.Retries;
import dev.plumbline.execute.Safeguard;
import dev.plumbline.execute.WatchedRun;
import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migrate.ScriptRules.Aftermath;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one migration in one direction, so that at every moment the history says what the database has. What fits
 * into one transaction commits together with its row. Everything else is journalled: the row says how many statements
 * are committed, in the transaction that commits them, and for a statement outside transactions that it was begun.
 */
final class MigrationExecution {
    private final Connection connection;
    private final MigrationRoles roles;
    private final RunOptions options;
    private final MigrationLocks.Held lock;
    private final WatchedRun watched;
    private final Safeguard safeguard;
    private final JournalledTransaction transaction;
    private final MigrationListener listener;
    private final Retries retries;

    MigrationExecution(
            Connection connection,
            MigrationRoles roles,
            RunOptions options,
            MigrationLocks.Held lock,
            WatchedRun watched,
            Safeguard safeguard,
            MigrationListener listener) {
        this.connection = connection;
        this.roles = roles;
        this.options = options;
        this.lock = lock;
        this.watched = watched;
        this.safeguard = safeguard;
        this.transaction = new JournalledTransaction(roles.session(), connection, safeguard);
        this.listener = listener;
        this.retries = Retries.times(options.retries());
    }

    /**
     * Carries it out, or what is left of it.
     *
     * @param left the row of an earlier run that did not come to its end; null for a first run
     * @return how long it took
     */
    Duration run(Journal journal, MigrationScript script, @Nullable Revision left) throws InterruptedException {
        long started = System.nanoTime();
        switch (script) {
            case MigrationScript.Sql sql -> new SqlRun(journal, sql, started).run(left);
            case MigrationScript.Java java -> run(journal, java, started);
        }
        return since(started);
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void run(Journal journal, MigrationScript.Java java, long started) throws InterruptedException {
        listener.begins(journal.title(), journal.direction(), 1);
        try {
            if (java.options().transaction()) {
                inTransaction(journal, () -> reset(java), () -> {
                    safeguard.beforeAnything(connection);
                    java.work().run(connection);
                    journal.write(connection, new Progress(journal.direction(), 1, 1, false), since(started));
                });
            } else {
                // It must be able to run again; that it was begun is all that can be known about it.
                reset(java);
                lock.require(connection);
                safeguard.beforeAnything(connection);
                journal.write(connection, new Progress(journal.direction(), 0, 1, true), since(started));
                safeguard.committed();
                java.work().run(connection);
                journal.write(connection, new Progress(journal.direction(), 1, 1, false), since(started));
            }
        } catch (ScriptFailure e) {
            throw failed(journal, e, 1, 0);
        } catch (SQLException e) {
            throw failed(journal, new ScriptFailure(null, e), 1, 0);
        }
    }

    private void reset(MigrationScript script) throws SQLException {
        roles.rules().reset(connection, options.searchPath(), lockTimeout(script), statementTimeout(script));
    }

    private Duration lockTimeout(MigrationScript script) {
        return script.options().lockTimeout().orElse(options.lockTimeout());
    }

    private static Duration statementTimeout(MigrationScript script) {
        return script.options().statementTimeout().orElse(Duration.ZERO);
    }

    private void send(String what, String sql) throws SQLException {
        watched.begins(what);
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(sql);
        } finally {
            watched.ended();
            watched.takeNotes().forEach(listener::note);
        }
    }

    /**
     * Runs it again, from its beginning and after a pause outside of it, when it met the lock of another session.
     *
     * @param setUp puts the session in order; before the lock is looked at, because that sets something for the
     *     transaction too, which must stay: that the server minds whether its client lives
     */
    private void inTransaction(Journal journal, JournalledTransaction.Work setUp, JournalledTransaction.Work work)
            throws ScriptFailure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                once(journal, setUp, work);
                return;
            } catch (ScriptFailure e) {
                pauseOrThrow(journal.title(), e, attempt);
            }
        }
    }

    private void pauseOrThrow(String title, ScriptFailure e, int attempt) throws ScriptFailure, InterruptedException {
        if (!roles.session().isLockConflict(e.error()) || attempt > retries.count()) {
            throw e;
        }
        safeguard.gaveWay();
        Duration pause = retries.pauseBefore(attempt);
        listener.note(title + " met a lock of " + watched.inTheWay().orElse("another session")
                + ", and is tried again in " + pause.toMillis() + " ms.");
        Thread.sleep(pause);
    }

    private void once(Journal journal, JournalledTransaction.Work setUp, JournalledTransaction.Work work)
            throws ScriptFailure {
        transaction.run(journal, () -> {
            setUp.run();
            lock.require(connection);
            work.run();
            // Again: the work may have taken longer than a lease lasts.
            lock.require(connection);
        });
    }

    private PlumblineException failed(Journal journal, ScriptFailure e, int statements, int done) {
        return roles.session().isLockConflict(e.error())
                ? MigrationFailures.blocked(journal, e, watched.inTheWay(), statements, done)
                : MigrationFailures.failed(journal, e, statements, done);
    }

    /** One run of an SQL script. */
    private final class SqlRun {
        private final Journal journal;
        private final MigrationScript.Sql script;
        private final List<ScriptStatement> statements;
        private final List<Segment> segments;
        private final List<ScriptStatement> settings;
        private final long started;
        private int done;

        SqlRun(Journal journal, MigrationScript.Sql script, long started) {
            this.journal = journal;
            this.script = script;
            this.statements = script.statements();
            this.segments = Segment.of(script, roles.rules());
            this.settings = statements.stream()
                    .filter(statement ->
                            roles.rules().placement(statement, script.options().transaction()) == Placement.SESSION)
                    .toList();
            this.started = started;
        }

        void run(@Nullable Revision left) throws InterruptedException {
            listener.begins(journal.title(), journal.direction(), statements.size());
            try {
                if (left == null && segments.size() <= 1 && segments.stream().noneMatch(Segment::outside)) {
                    whole();
                } else {
                    journalled(left);
                }
            } catch (ScriptFailure e) {
                throw failed(journal, e, statements.size(), done);
            } catch (SQLException e) {
                throw failed(journal, new ScriptFailure(null, e), statements.size(), done);
            }
        }

        /** All of it in one transaction, its row in the history included. */
        private void whole() throws ScriptFailure, InterruptedException {
            if (atOnce()) {
                return;
            }
            inTransaction(journal, () -> reset(script), () -> {
                safeguard(statements);
                for (Segment segment : segments) {
                    execute(segment.statements());
                }
                write(statements.size(), false);
            });
        }

        /** Returns false where that cannot be done, or was rolled back and is to be tried step by step. */
        private boolean atOnce() throws ScriptFailure {
            Optional<String> text = settings.isEmpty() && WholeMigration.isSmall(statements)
                    ? WholeMigration.text(
                            roles.rules().oneExchange(),
                            exchange ->
                                    exchange.reset(options.searchPath(), lockTimeout(script), statementTimeout(script)),
                            lock,
                            statements,
                            journal)
                    : Optional.empty();
            if (text.isEmpty()) {
                return false;
            }
            statements.forEach(this::tell);
            try {
                transaction.run(journal, () -> send(journal.title(), text.get()));
                return true;
            } catch (ScriptFailure e) {
                if (WholeMigration.isGone(connection)) {
                    throw e;
                }
                return false;
            }
        }

        private void journalled(@Nullable Revision left) throws ScriptFailure, SQLException, InterruptedException {
            reset(script);
            if (left != null) {
                takeUp(left);
            }
            // A repair may have found all of it in place, under a row that still says otherwise.
            boolean nothingLeft = done >= statements.size();
            for (Segment segment : segments) {
                if (segment.end() <= done) {
                    continue;
                }
                settings(segment.statements().getFirst());
                if (segment.outside()) {
                    outside(segment.statements().getFirst(), segment.end());
                } else {
                    List<ScriptStatement> open = open(segment);
                    inTransaction(journal, () -> {}, () -> {
                        safeguard(open);
                        execute(open);
                        write(segment.end(), false);
                    });
                }
                done = segment.end();
            }
            if (nothingLeft || segments.isEmpty() || done < statements.size()) {
                write(statements.size(), false);
            }
        }

        /** Returns what of a segment is not done: a repair may have found it in place in part. */
        private List<ScriptStatement> open(Segment segment) {
            int last = done == 0 ? 0 : statements.get(done - 1).number();
            return segment.statements().stream()
                    .filter(statement -> statement.number() > last)
                    .toList();
        }

        /**
         * Brings the session to what the script has made of it before a statement: an earlier run may have been there,
         * and writing the history gives up the script's role.
         */
        private void settings(ScriptStatement next) throws ScriptFailure {
            for (ScriptStatement setting : settings) {
                if (setting.number() < next.number()) {
                    execute(setting);
                }
            }
        }

        /** Finds the place where an earlier run stopped. */
        private void takeUp(Revision left) throws SQLException, ScriptFailure, InterruptedException {
            done = left.progress().done();
            if (!left.progress().running() || done >= statements.size()) {
                return;
            }
            ScriptStatement begun = statements.get(done);
            lock.require(connection);
            // Names in it mean what they meant when it was begun.
            settings(begun);
            Aftermath aftermath = roles.rules().settle(connection, begun);
            asOneself();
            switch (aftermath) {
                case DONE -> {
                    done++;
                    write(done, false);
                }
                case NOT_DONE -> {}
                case UNKNOWN -> throw MigrationFailures.unknown(journal, begun, done, statements.size());
            }
        }

        private void outside(ScriptStatement statement, int end)
                throws SQLException, ScriptFailure, InterruptedException {
            // Where the script says itself how long to wait, that holds.
            boolean patient = script.options().lockTimeout().isEmpty()
                    && settings.isEmpty()
                    && roles.rules().waitsAlone(statement);
            for (int attempt = 1; ; attempt++) {
                lock.require(connection);
                write(end - 1, true);
                if (patient) {
                    roles.rules().reset(connection, options.searchPath(), Duration.ZERO, statementTimeout(script));
                }
                try {
                    // Writing gave up the role that the script has taken.
                    settings(statement);
                    if (!ended(statement)) {
                        execute(statement);
                    }
                    break;
                } catch (ScriptFailure e) {
                    if (cleanUp(statement, end, e)) {
                        break;
                    }
                    pauseOrThrow(journal.title(), e, attempt);
                }
            }
            if (patient) {
                reset(script);
            }
            write(end, false);
        }

        private boolean ended(ScriptStatement statement) throws ScriptFailure {
            try {
                return roles.rules().clear(connection, statement);
            } catch (SQLException e) {
                throw new ScriptFailure(statement, e);
            }
        }

        /** Removes what the failed statement left, or returns true if its work could be ended; its own error is told. */
        private boolean cleanUp(ScriptStatement statement, int end, ScriptFailure failure) {
            try {
                if (roles.rules().clear(connection, statement)) {
                    return true;
                }
                write(end - 1, false);
            } catch (SQLException e) {
                // The history still says that the statement was begun, and the next run looks at the catalog.
                failure.error().addSuppressed(e);
            }
            return false;
        }

        private void asOneself() throws SQLException {
            if (!settings.isEmpty()) {
                roles.rules().asOneself(connection);
            }
        }

        private void write(int nowDone, boolean running) throws SQLException {
            asOneself();
            journal.write(
                    connection, new Progress(journal.direction(), nowDone, statements.size(), running), since(started));
        }

        private void execute(List<ScriptStatement> all) throws ScriptFailure {
            for (ScriptStatement statement : all) {
                execute(statement);
            }
        }

        private void safeguard(List<ScriptStatement> next) throws SQLException {
            safeguard.before(connection, next.stream().map(ScriptStatement::sql).toList());
        }

        private void tell(ScriptStatement statement) {
            listener.statement(journal.title(), statement.number(), statements.size(), statement.sql());
        }

        private void execute(ScriptStatement statement) throws ScriptFailure {
            tell(statement);
            try {
                send(
                        journal.title() + ", statement " + statement.number() + " of " + statements.size(),
                        statement.sql());
            } catch (SQLException e) {
                throw new ScriptFailure(statement, e);
            }
        }
    }
}
