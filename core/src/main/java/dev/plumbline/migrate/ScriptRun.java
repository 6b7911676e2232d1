// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migrate.ScriptRules.Aftermath;
import dev.plumbline.migration.MigrationScript;
import dev.plumbline.script.ScriptStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One run of a migration that is an SQL script. */
final class ScriptRun {
    private final ScriptSession session;
    private final Journal journal;
    private final MigrationScript.Sql script;
    private final List<ScriptStatement> statements;
    private final List<Segment> segments;
    private final List<ScriptStatement> settings;
    private final long started;
    private int done;

    ScriptRun(ScriptSession session, Journal journal, MigrationScript.Sql script, long started) {
        this.session = session;
        this.journal = journal;
        this.script = script;
        this.statements = script.statements();
        this.segments = Segment.of(script, session.rules());
        this.settings = statements.stream()
                .filter(statement ->
                        session.rules().placement(statement, script.options().transaction()) == Placement.SESSION)
                .toList();
        this.started = started;
    }

    void run(@Nullable Revision left) throws InterruptedException {
        session.listener().begins(journal.title(), journal.direction(), statements.size());
        try {
            if (left == null && segments.size() <= 1 && segments.stream().noneMatch(Segment::outside)) {
                whole();
            } else {
                journalled(left);
            }
        } catch (ScriptFailure e) {
            throw session.failed(journal, e, statements.size(), done);
        } catch (SQLException e) {
            throw session.failed(journal, new ScriptFailure(null, e), statements.size(), done);
        }
    }

    /** All of it in one transaction, its row in the history included. */
    private void whole() throws ScriptFailure, SQLException, InterruptedException {
        if (atOnce()) {
            return;
        }
        List<ScriptStatement> all = segments.stream()
                .flatMap(segment -> segment.statements().stream())
                .toList();
        session.inTransaction(journal, all, () -> session.reset(script), () -> {
            safeguard(all);
            execute(all);
            write(statements.size(), false);
        });
    }

    /** Returns false where that cannot be done, or was rolled back and is to be tried step by step. */
    private boolean atOnce() throws ScriptFailure, SQLException {
        Optional<String> text = settings.isEmpty() && WholeMigration.isSmall(statements)
                ? session.asOneText(script, statements, journal)
                : Optional.empty();
        if (text.isEmpty()) {
            return false;
        }
        statements.forEach(this::tell);
        return session.sendTransaction(journal, text.get());
    }

    private void journalled(@Nullable Revision left) throws ScriptFailure, SQLException, InterruptedException {
        session.reset(script);
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
                session.inTransaction(journal, open, () -> {}, () -> {
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
        session.requireLock();
        // Names in it mean what they meant when it was begun.
        settings(begun);
        Aftermath aftermath = session.rules().settle(session.connection(), begun);
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

    private void outside(ScriptStatement statement, int end) throws SQLException, ScriptFailure, InterruptedException {
        // Where the script says itself how long to wait, that holds.
        boolean patient = script.options().lockTimeout().isEmpty()
                && settings.isEmpty()
                && session.rules().waitsAlone(statement);
        for (int attempt = 1; ; attempt++) {
            session.requireLock();
            write(end - 1, true);
            if (patient) {
                session.resetPatiently(script);
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
                session.pauseOrThrow(journal.title(), e, attempt);
            }
        }
        if (patient) {
            session.reset(script);
        }
        write(end, false);
    }

    private boolean ended(ScriptStatement statement) throws ScriptFailure {
        try {
            return session.rules().clear(session.connection(), statement);
        } catch (SQLException e) {
            throw new ScriptFailure(statement, e);
        }
    }

    /** Removes what the failed statement left, or returns true if its work could be ended; its own error is told. */
    private boolean cleanUp(ScriptStatement statement, int end, ScriptFailure failure) {
        try {
            if (session.rules().clear(session.connection(), statement)) {
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
            session.rules().asOneself(session.connection());
        }
    }

    private void write(int nowDone, boolean running) throws SQLException {
        asOneself();
        journal.write(
                session.connection(),
                new Progress(journal.direction(), nowDone, statements.size(), running),
                Duration.ofNanos(System.nanoTime() - started));
    }

    private void execute(List<ScriptStatement> all) throws ScriptFailure {
        for (ScriptStatement statement : all) {
            execute(statement);
        }
    }

    private void safeguard(List<ScriptStatement> next) throws SQLException {
        session.safeguard()
                .before(
                        session.connection(),
                        next.stream().map(ScriptStatement::sql).toList());
    }

    private void tell(ScriptStatement statement) {
        session.listener().statement(journal.title(), statement.number(), statements.size(), statement.sql());
    }

    private void execute(ScriptStatement statement) throws ScriptFailure {
        tell(statement);
        try {
            session.send(journal.title() + ", statement " + statement.number() + " of " + statements.size(), statement);
        } catch (SQLException e) {
            throw new ScriptFailure(statement, e);
        }
    }
}
