// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.Safeguard;
import dev.plumbline.execute.SessionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;

/** A transaction in which a migration, or a part of it, commits together with its row in the history. */
final class JournalledTransaction {
    private final SessionControl session;
    private final Connection connection;
    private final Safeguard safeguard;

    JournalledTransaction(SessionControl session, Connection connection, Safeguard safeguard) {
        this.session = session;
        this.connection = connection;
        this.safeguard = safeguard;
    }

    /** What runs in a transaction. */
    @FunctionalInterface
    interface Work {
        void run() throws SQLException, ScriptFailure;
    }

    /**
     * Runs it.
     *
     * @throws ScriptFailure when it fails: nothing of it is left, unless the outcome of its commit is unknown, and the journal is
     *     where it was
     */
    void run(Journal journal, Work work) throws ScriptFailure {
        Revision before = journal.row();
        run(work, () -> journal.backTo(before));
    }

    /**
     * Runs what has no row in the history.
     *
     * @throws ScriptFailure as {@link #run(Journal, Work)} does
     */
    void run(Work work) throws ScriptFailure {
        run(work, () -> {});
    }

    private void run(Work work, Runnable takeBack) throws ScriptFailure {
        try {
            once(work, takeBack);
        } catch (ScriptFailure e) {
            if (!(e.error() instanceof SQLTransactionRollbackException)) {
                throw e;
            }
            once(work, takeBack);
        }
    }

    private void once(Work work, Runnable takeBack) throws ScriptFailure {
        boolean committed = false;
        try {
            session.begin(connection);
            work.run();
            session.commit(connection);
            committed = true;
            safeguard.committed();
        } catch (SQLException e) {
            throw new ScriptFailure(null, e);
        } finally {
            if (!committed) {
                rollback();
                takeBack.run();
            }
        }
    }

    private void rollback() {
        try {
            session.rollback(connection);
        } catch (SQLException e) {
            // What led here says more. A session that cannot roll back is gone, and its transaction with it.
        }
    }
}
