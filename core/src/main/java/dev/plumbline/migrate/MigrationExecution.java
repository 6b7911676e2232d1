// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.migrate.Revision.Progress;
import dev.plumbline.migration.MigrationScript;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one migration in one direction, so that at every moment the history says what the database has. What fits
 * into one transaction commits together with its row. Everything else is journalled: the row says how many statements
 * are committed, in the transaction that commits them, and for a statement outside transactions that it was begun.
 */
final class MigrationExecution {
    private final ScriptSession session;

    MigrationExecution(ScriptSession session) {
        this.session = session;
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
            case MigrationScript.Sql sql -> new ScriptRun(session, journal, sql, started).run(left);
            case MigrationScript.Java java -> run(journal, java, started);
        }
        return since(started);
    }

    /**
     * Looks whether a script can be cut into what is run, before any other is: what is wrong with the tenth is better told before
     * the first.
     *
     * @throws dev.plumbline.error.PlumblineException with {@code SOURCE_NOT_LOADED} or {@code UNSUPPORTED} and the position
     */
    void requireReadable(MigrationScript script) {
        if (script instanceof MigrationScript.Sql sql) {
            Segment.of(sql, session.rules());
        }
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }

    private void run(Journal journal, MigrationScript.Java java, long started) throws InterruptedException {
        Connection connection = session.connection();
        session.listener().begins(journal.title(), journal.direction(), 1);
        try {
            if (java.options().transaction()) {
                session.inTransaction(journal, () -> session.reset(java), () -> {
                    session.safeguard().beforeAnything(connection);
                    java.work().run(connection);
                    journal.write(connection, new Progress(journal.direction(), 1, 1, false), since(started));
                });
            } else {
                // It must be able to run again; that it was begun is all that can be known about it.
                session.reset(java);
                session.requireLock();
                session.safeguard().beforeAnything(connection);
                journal.write(connection, new Progress(journal.direction(), 0, 1, true), since(started));
                session.safeguard().committed();
                java.work().run(connection);
                journal.write(connection, new Progress(journal.direction(), 1, 1, false), since(started));
            }
        } catch (ScriptFailure e) {
            throw session.failed(journal, e, 1, 0);
        } catch (SQLException e) {
            throw session.failed(journal, new ScriptFailure(null, e), 1, 0);
        }
    }
}
