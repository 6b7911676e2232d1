// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaEndpoint;
import dev.plumbline.libsql.hrana.HranaError;
import dev.plumbline.libsql.hrana.HranaException;
import dev.plumbline.libsql.hrana.HranaResult;
import dev.plumbline.libsql.hrana.HranaStatement;
import dev.plumbline.libsql.hrana.HranaStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a connection does: one stream at a time, and what must stay true of transactions over a protocol that can lose
 * them.
 *
 * <ul>
 *   <li>A statement of a transaction is run in that transaction or not at all: the server checks, in the same request.
 *       Once a transaction is lost every statement fails until it is rolled back.
 *   <li>Outside a transaction a stream that has expired is opened again, with its settings; the statement had not begun.
 *   <li>Nothing is sent a second time whose first answer was lost.
 * </ul>
 *
 * <p>Safe for use by several threads, one after the other.
 */
final class Session {
    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final long LONGEST_PAUSE_MILLIS = 200;
    private static final int NOT_FOUND = 404;
    private static final int MOST_ATTEMPTS = 3;
    private static final long NAMESPACE_PAUSE_MILLIS = 100;

    private enum Transaction {
        NONE,
        OPEN,
        LOST
    }

    private static final AtomicLong SESSIONS = new AtomicLong();

    private final long number = SESSIONS.incrementAndGet();
    private final HranaEndpoint endpoint;
    private final HranaStream stream;
    private final Settings settings = new Settings();
    private Transaction transaction = Transaction.NONE;
    private boolean autoCommit = true;
    private boolean closed;
    private Duration limit = Duration.ZERO;

    Session(HranaEndpoint endpoint) {
        this.endpoint = endpoint;
        this.stream = new HranaStream(endpoint);
    }

    /** A statement of several that failed. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        private final transient List<HranaResult> before;
        private final SQLException error;

        Failure(List<HranaResult> before, SQLException error) {
            super(error);
            this.before = before;
            this.error = error;
        }

        /** Returns what those before it gave. */
        List<HranaResult> before() {
            return before;
        }

        SQLException error() {
            return error;
        }
    }

    /** Runs one statement. */
    HranaResult run(HranaStatement statement) throws SQLException {
        try {
            return runAll(List.of(statement)).get(0);
        } catch (Failure e) {
            throw e.error();
        }
    }

    /** Runs statements in order, in one request, and stops at the first that fails. */
    synchronized List<HranaResult> runAll(List<HranaStatement> statements) throws Failure {
        List<HranaResult> results = new ArrayList<>();
        List<HranaStatement> together = new ArrayList<>();
        for (HranaStatement statement : statements) {
            Optional<HranaResult> known = settings.answer(SqlWords.of(statement.sql()));
            if (known.isPresent()) {
                results.addAll(send(together, results));
                together.clear();
                results.add(known.get());
            } else {
                together.add(statement);
            }
        }
        results.addAll(send(together, results));
        return results;
    }

    private List<HranaResult> send(List<HranaStatement> statements, List<HranaResult> before) throws Failure {
        List<HranaResult> results = new ArrayList<>();
        try {
            if (closed) {
                throw SqlErrors.closed("connection");
            }
            if (statements.isEmpty()) {
                return results;
            }
            if (transaction == Transaction.LOST) {
                giveUp(statements);
                return List.of(HranaResult.NOTHING);
            }
            List<HranaStatement> all = begun(statements);
            patiently(all, results);
            return results.subList(Math.min(all.size() - statements.size(), results.size()), results.size());
        } catch (SQLException e) {
            List<HranaResult> done = new ArrayList<>(before);
            done.addAll(results);
            throw new Failure(done, e);
        }
    }

    private void giveUp(List<HranaStatement> statements) throws SQLException {
        if (statements.size() != 1 || !SqlWords.of(statements.get(0).sql()).rollsBack()) {
            throw SqlErrors.rollBackFirst();
        }
        transaction = Transaction.NONE;
    }

    /** JDBC's own transactions begin with their first statement. */
    private List<HranaStatement> begun(List<HranaStatement> statements) throws SQLException {
        if (settings.queryOnly()) {
            for (HranaStatement statement : statements) {
                requireReading(statement.sql());
            }
        }
        if (autoCommit
                || transaction == Transaction.OPEN
                || SqlWords.of(statements.get(0).sql()).begins()) {
            return statements;
        }
        List<HranaStatement> all = new ArrayList<>(List.of(new HranaStatement("BEGIN")));
        all.addAll(statements);
        return all;
    }

    private void requireReading(String sql) throws SQLException {
        HranaStream.Description description = describe(sql);
        if (description.error().isEmpty() && !description.readOnly()) {
            throw new SQLException("attempt to write a readonly database", "25006", SqlErrors.READ_ONLY);
        }
    }

    /** Another writer is waited for where no transaction is open: within one, only its begin can be tried again. */
    private void patiently(List<HranaStatement> statements, List<HranaResult> results) throws SQLException {
        long deadline = System.nanoTime() + settings.patience().toNanos();
        for (long pause = 5; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            boolean free = transaction == Transaction.NONE;
            try {
                exchange(statements, results);
                return;
            } catch (SQLException e) {
                boolean again = e.getErrorCode() == SqlErrors.BUSY
                        && free
                        && transaction == Transaction.NONE
                        && results.isEmpty()
                        && System.nanoTime() < deadline;
                if (!again) {
                    throw e;
                }
                sleep(pause, e);
            }
        }
    }

    private static void sleep(long millis, SQLException busy) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy;
        }
    }

    private void exchange(List<HranaStatement> statements, List<HranaResult> results) throws SQLException {
        boolean within = transaction == Transaction.OPEN;
        takeWriteLock(statements, within);
        HranaStream.Answer answer;
        try {
            answer = ask(statements, within);
        } catch (HranaException e) {
            throw unanswered(e, statements, within);
        }
        boolean ended = answer.autocommit();
        for (int i = 0; i < statements.size(); i++) {
            HranaError error = answer.errors().get(i);
            HranaResult result = answer.results().get(i);
            if (error != null) {
                settle(ended && within ? Transaction.LOST : ended ? Transaction.NONE : Transaction.OPEN);
                throw SqlErrors.of(error);
            }
            if (result == null) {
                settle(Transaction.LOST);
                giveUpWhere(statements.get(i), results);
                return;
            }
            results.add(result);
            if (!within && ended) {
                settings.note(SqlWords.of(statements.get(i).sql()));
            }
        }
        settle(ended ? Transaction.NONE : Transaction.OPEN);
    }

    /** The server left a statement out because its transaction had ended: to roll that back is what has happened. */
    private void giveUpWhere(HranaStatement statement, List<HranaResult> results) throws SQLException {
        if (!SqlWords.of(statement.sql()).rollsBack()) {
            throw SqlErrors.transactionLost();
        }
        transaction = Transaction.NONE;
        results.add(HranaResult.NOTHING);
    }

    /**
     * Nothing was done where the server refused a request as a whole. It does so for a stream that has expired, and, with
     * more namespaces than it keeps open, for one that it is just closing: 404, and a moment later it is there.
     */
    private HranaStream.Answer ask(List<HranaStatement> statements, boolean within) throws HranaException {
        for (int attempt = 1; ; attempt++) {
            boolean old = stream.isOpen();
            try {
                return stream.run(old ? List.of() : settings.again(), statements, within, limit);
            } catch (HranaException e) {
                boolean expired = old && e.isStreamGone();
                boolean closing =
                        e.status() == NOT_FOUND && endpoint.namespace().isPresent();
                if (within || attempt > MOST_ATTEMPTS || !(expired || closing)) {
                    throw e;
                }
                stream.forget();
                if (closing) {
                    pause(attempt, e);
                }
            }
        }
    }

    private static void pause(int attempt, HranaException e) throws HranaException {
        try {
            Thread.sleep(attempt * NAMESPACE_PAUSE_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw e;
        }
    }

    private SQLException unanswered(HranaException e, List<HranaStatement> statements, boolean within) {
        boolean committing =
                statements.stream().anyMatch(each -> SqlWords.of(each.sql()).commits());
        stream.forget();
        settle(within ? Transaction.LOST : Transaction.NONE);
        return within && committing && e.reach() == HranaException.Reach.UNKNOWN
                ? SqlErrors.commitUnknown(e)
                : SqlErrors.of(e);
    }

    private void takeWriteLock(List<HranaStatement> statements, boolean within) throws SQLException {
        String database = endpoint.toString();
        boolean writes = !within && statements.stream().anyMatch(Session::wantsToWrite);
        if (writes && WriteLocks.isHeldByAnother(database, number)) {
            throw SqlErrors.busy("database is locked");
        }
        boolean begins = statements.stream()
                .anyMatch(statement -> SqlWords.of(statement.sql()).beginsWriting());
        if ((within || begins) && !WriteLocks.take(database, number, true) && begins) {
            throw SqlErrors.busy("database is locked");
        }
    }

    private static boolean wantsToWrite(HranaStatement statement) {
        SqlWords words = SqlWords.of(statement.sql());
        return words.beginsWriting() || SqlWords.mayWrite(statement.sql(), words);
    }

    private void settle(Transaction now) {
        transaction = now;
        if (now == Transaction.OPEN) {
            WriteLocks.pause(endpoint.toString(), number);
        } else {
            WriteLocks.release(endpoint.toString(), number);
        }
    }

    /** Asks what a statement is, without running it. */
    synchronized HranaStream.Description describe(String sql) throws SQLException {
        try {
            return stream.describe(sql, limit);
        } catch (HranaException e) {
            if (transaction == Transaction.NONE && e.isStreamGone()) {
                stream.forget();
                return describe(sql);
            }
            throw unanswered(e, List.of(), transaction == Transaction.OPEN);
        }
    }

    synchronized void setAutoCommit(boolean on) throws SQLException {
        if (on && !autoCommit) {
            commit();
        }
        autoCommit = on;
    }

    synchronized boolean autoCommit() {
        return autoCommit;
    }

    synchronized void commit() throws SQLException {
        if (transaction == Transaction.OPEN) {
            run(new HranaStatement("COMMIT"));
        } else if (transaction == Transaction.LOST) {
            throw SqlErrors.rollBackFirst();
        }
    }

    synchronized void rollback() throws SQLException {
        if (transaction != Transaction.NONE) {
            run(new HranaStatement("ROLLBACK"));
        }
    }

    synchronized boolean queryOnly() {
        return settings.queryOnly();
    }

    synchronized void queryOnly(boolean on) {
        settings.queryOnly(on);
    }

    synchronized Duration limit() {
        return limit;
    }

    synchronized void limit(Duration longest) {
        limit = longest;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    HranaEndpoint endpoint() {
        return endpoint;
    }

    /** Ends the stream, and rolls back what was open; a server that is gone has done so by itself. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                stream.close(CLOSING);
            } catch (HranaException e) {
                stream.forget();
            }
            WriteLocks.release(endpoint.toString(), number);
        }
    }
}
