// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.CommitOutcome;
import dev.plumbline.execute.MigrationLocks;
import dev.plumbline.execute.Retries;
import dev.plumbline.execute.Safeguard;
import dev.plumbline.execute.WatchedRun;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import dev.plumbline.source.PostgresDriver;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The session in which migrations are carried out: its settings, its transactions, and its tries where others are in the way. */
final class ScriptSession {
    private final Connection connection;
    private final MigrationRoles roles;
    private final RunOptions options;
    private final MigrationLocks.Held lock;
    private final WatchedRun watched;
    private final Safeguard safeguard;
    private final JournalledTransaction transaction;
    private final MigrationListener listener;
    private final Retries retries;

    /** As it was read last; null while that is to be done. */
    private @Nullable SortedMap<String, String> declared;

    ScriptSession(
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

    Connection connection() {
        return connection;
    }

    ScriptRules rules() {
        return roles.rules();
    }

    MigrationListener listener() {
        return listener;
    }

    Safeguard safeguard() {
        return safeguard;
    }

    /** Brings the session to the state in which each script begins. */
    void reset(MigrationScript script) throws SQLException {
        rules().reset(connection, start(script));
    }

    private ScriptStart start(MigrationScript script) throws SQLException {
        return new ScriptStart(
                options.searchPath(),
                declared(),
                script.options().lockTimeout().orElse(options.lockTimeout()),
                script.options().statementTimeout().orElse(Duration.ZERO));
    }

    private SortedMap<String, String> declared() throws SQLException {
        SortedMap<String, String> known = declared;
        if (known == null) {
            known = rules().declared(connection);
            declared = known;
        }
        return known;
    }

    /** Does so for a statement that waits for locks as long as it takes. */
    void resetPatiently(MigrationScript script) throws SQLException {
        rules().reset(connection, start(script).patient());
    }

    /** Fails when the migration lock is lost. */
    void requireLock() throws SQLException {
        lock.require(connection);
    }

    /** What is sent to the server. */
    @FunctionalInterface
    private interface Sending {
        void run() throws SQLException;
    }

    /** Runs a statement of a script, with the rows that it takes, and passes on what the database notes about it. */
    void send(String what, ScriptStatement statement) throws SQLException {
        forget(statement);
        Optional<String> rows = statement.rowsText();
        if (rows.isPresent()) {
            send(what, () -> PostgresDriver.copyIn(connection, statement.sql(), rows.get()));
        } else {
            send(what, statement.sql());
        }
    }

    /** What a script says of the database's sessions holds for the next one. */
    private void forget(ScriptStatement statement) {
        if (rules().declares(statement)) {
            declared = null;
        }
    }

    private void send(String what, String sql) throws SQLException {
        send(what, () -> {
            try (Statement jdbc = connection.createStatement()) {
                jdbc.setEscapeProcessing(false);
                jdbc.execute(sql);
            }
        });
    }

    private void send(String what, Sending sending) throws SQLException {
        watched.begins(what);
        try {
            sending.run();
        } finally {
            watched.ended();
            watched.takeNotes().forEach(listener::note);
        }
    }

    /** Returns a small script and its row in the history as one text; empty where it cannot be sent so. */
    Optional<String> asOneText(MigrationScript script, List<ScriptStatement> statements, Journal journal)
            throws SQLException {
        ScriptStart start = start(script);
        statements.forEach(this::forget);
        return WholeMigration.text(rules().oneExchange(), exchange -> exchange.reset(start), lock, statements, journal);
    }

    /**
     * Sends a text that ends with a COMMIT.
     *
     * @return false when it failed and was rolled back, so that it can be tried statement by statement
     * @throws ScriptFailure when the connection ended: the COMMIT may have been carried out by then
     */
    boolean sendTransaction(Journal journal, String text) throws ScriptFailure {
        try {
            transaction.run(journal, Optional.empty(), () -> {
                try {
                    send(journal.title(), text);
                } catch (SQLException e) {
                    throw CommitOutcome.of(connection, e);
                }
            });
            return true;
        } catch (ScriptFailure e) {
            if (CommitOutcome.isGone(connection)) {
                throw e;
            }
            return false;
        }
    }

    /**
     * Runs work in a transaction, and again, from its beginning and after a pause outside of it, when it met the lock of
     * another session.
     *
     * @param setUp puts the session in order; before the lock is looked at, because that sets something for the
     *     transaction too, which must stay: that the server minds whether its client lives
     */
    void inTransaction(Journal journal, JournalledTransaction.Work setUp, JournalledTransaction.Work work)
            throws ScriptFailure, InterruptedException {
        inTransaction(journal, Optional.empty(), setUp, work);
    }

    /**
     * Does so for statements.
     *
     * @param statements all that the work may run
     */
    void inTransaction(
            Journal journal,
            List<ScriptStatement> statements,
            JournalledTransaction.Work setUp,
            JournalledTransaction.Work work)
            throws ScriptFailure, InterruptedException {
        inTransaction(journal, Optional.of(texts(statements)), setUp, work);
    }

    private static List<String> texts(List<ScriptStatement> statements) {
        return statements.stream().map(ScriptStatement::sql).toList();
    }

    private void inTransaction(
            Journal journal,
            Optional<List<String>> statements,
            JournalledTransaction.Work setUp,
            JournalledTransaction.Work work)
            throws ScriptFailure, InterruptedException {
        beforeAnyTransaction();
        JournalledTransaction.Work guarded = guarded(setUp, work);
        tried(journal.title(), () -> transaction.run(journal, statements, guarded));
    }

    /** A script may set how its transaction is isolated, which is too late behind a query. */
    private void beforeAnyTransaction() throws ScriptFailure {
        try {
            declared();
        } catch (SQLException e) {
            throw new ScriptFailure(null, e);
        }
    }

    /** Does so for what has no row in the history, in the session as it is. */
    void inTransaction(String title, List<ScriptStatement> statements, JournalledTransaction.Work work)
            throws ScriptFailure, InterruptedException {
        JournalledTransaction.Work guarded = guarded(() -> {}, work);
        tried(title, () -> transaction.run(texts(statements), guarded));
    }

    /** What is tried again where another session is in the way. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws ScriptFailure;
    }

    private void tried(String title, Attempt work) throws ScriptFailure, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                work.run();
                lock.committed();
                return;
            } catch (ScriptFailure e) {
                pauseOrThrow(title, e, attempt);
            }
        }
    }

    private JournalledTransaction.Work guarded(JournalledTransaction.Work setUp, JournalledTransaction.Work work) {
        return () -> {
            setUp.run();
            requireLock();
            work.run();
            // Again: the work may have taken longer than a lease lasts.
            requireLock();
        };
    }

    /** Returns whether it was the lock of another session that something failed of. */
    boolean isLockConflict(ScriptFailure e) {
        return roles.session().isLockConflict(e.error());
    }

    /** Waits before the next try after a lock of another session was met; any other failure is thrown, and the last try's. */
    void pauseOrThrow(String title, ScriptFailure e, int attempt) throws ScriptFailure, InterruptedException {
        if (!isLockConflict(e) || attempt > retries.count()) {
            throw e;
        }
        safeguard.gaveWay();
        Duration pause = retries.pauseBefore(attempt);
        listener.note(title + " met a lock of " + watched.inTheWay().orElse("another session")
                + ", and is tried again in " + pause.toMillis() + " ms.");
        Thread.sleep(pause);
    }

    /**
     * Returns what people are told of a failure.
     *
     * @param statements how many the script has
     * @param done how many of them are committed
     */
    PlumblineException failed(Journal journal, ScriptFailure e, int statements, int done) {
        return isLockConflict(e)
                ? MigrationFailures.blocked(journal, e, watched.inTheWay(), statements, done)
                : MigrationFailures.failed(journal, e, statements, done);
    }
}
