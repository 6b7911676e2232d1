// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.Safeguard;
import dev.plumbline.execute.SessionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.List;
import java.util.Optional;

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
     * @param statements all that it may run; empty where nobody knows
     * @throws ScriptFailure when it fails: nothing of it is left, unless the outcome of its commit is unknown, and the journal is
     *     where it was
     */
    void run(Journal journal, Optional<List<String>> statements, Work work) throws ScriptFailure {
        Revision before = journal.row();
        run(statements, work, () -> journal.backTo(before));
    }

    /**
     * Runs what has no row in the history.
     *
     * @param statements all that it may run
     * @throws ScriptFailure as {@link #run(Journal, Optional, Work)} does
     */
    void run(List<String> statements, Work work) throws ScriptFailure {
        run(Optional.of(statements), work, () -> {});
    }

    private void run(Optional<List<String>> statements, Work work, Runnable takeBack) throws ScriptFailure {
        try {
            once(statements, work, takeBack);
        } catch (ScriptFailure e) {
            if (!(e.error() instanceof SQLTransactionRollbackException)) {
                throw e;
            }
            once(statements, work, takeBack);
        }
    }

    private void once(Optional<List<String>> statements, Work work, Runnable takeBack) throws ScriptFailure {
        boolean committed = false;
        try {
            session.begin(connection, statements);
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
