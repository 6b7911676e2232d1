// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.execute.SessionWatch;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.function.Supplier;

/**
 * Holds a SQLite session: one writer, foreign keys switched off around schema changes and checked by hand.
 *
 * <p>A transaction begins with {@code BEGIN IMMEDIATE}, so that it has the database's one write lock before it changes
 * anything; every reader goes on, and every other writer waits.
 */
public final class SqliteSessionControl implements SessionControl {
    private static final int SQLITE_BUSY = 5;
    private static final int SQLITE_LOCKED = 6;
    private static final int PRIMARY_CODE = 0xff;

    /** As many rows does Plumbline itself write in a migration's transaction: the lease twice, and the one in the history. */
    private static final int OWN_ROWS = 3;

    /**
     * What a transaction found when it began.
     *
     * @param settings what the session had set, to be restored
     * @param tables where its tables were stored; empty where it makes none that has rows
     * @param rows how many rows had ever been written in this session, where it is to write none but Plumbline's own
     * @param begun the {@link System#nanoTime} of its begin
     */
    private record Before(WorkSettings settings, Optional<RebuiltTables> tables, OptionalLong rows, long begun) {}

    private final Map<Connection, Before> transactions = Collections.synchronizedMap(new WeakHashMap<>());

    /** The rows that violate foreign keys without a transaction of ours; known only where one stood in the way. */
    private final Map<Connection, ForeignKeyViolations> known = Collections.synchronizedMap(new WeakHashMap<>());

    private final LargeConstraint large = new LargeConstraint();

    @Override
    public void prepare(Connection connection) throws SQLException {
        timeouts(connection, Timeouts.QUICK);
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        begin(connection, WorkSettings.make(connection, large), false);
    }

    @Override
    public void begin(Connection connection, List<String> statements) throws SQLException {
        if (ReferenceDanger.isIn(statements)) {
            begin(connection);
        } else {
            begin(connection, WorkSettings.makeForNoRows(connection), true);
        }
    }

    private void begin(Connection connection, WorkSettings settings, boolean withoutRows) throws SQLException {
        transactions.put(connection, new Before(settings, Optional.empty(), OptionalLong.empty(), 0));
        try {
            Queries.run(connection, "BEGIN IMMEDIATE");
            Before before = withoutRows
                    ? new Before(settings, Optional.empty(), OptionalLong.of(rows(connection)), System.nanoTime())
                    : new Before(
                            settings,
                            Optional.of(RebuiltTables.since(connection)),
                            OptionalLong.empty(),
                            System.nanoTime());
            transactions.put(connection, before);
        } catch (SQLException e) {
            rollback(connection);
            throw e;
        }
    }

    /** Returns how many rows the session has ever inserted, updated and deleted, triggers included. */
    private static long rows(Connection connection) throws SQLException {
        return Queries.number(connection, "SELECT total_changes()");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Before before = transactions.get(connection);
        if (before == null) {
            Queries.run(connection, "COMMIT");
        } else {
            requireSound(connection, before);
            PatientCommit.commit(connection, before.begun());
        }
        restore(connection);
    }

    private void requireSound(Connection connection, Before before) throws SQLException {
        // Somebody may have hung a trigger on the history, which writes what no statement of the migration does.
        boolean wroteNone =
                before.rows().isPresent() && rows(connection) - before.rows().getAsLong() <= OWN_ROWS;
        if (!wroteNone) {
            requireForeignKeys(connection);
        }
        if (before.tables().isPresent()) {
            requireSound(connection, before.tables().get());
        }
    }

    private void requireSound(Connection connection, RebuiltTables tables) throws SQLException {
        List<String> damages = tables.damages(connection);
        if (!damages.isEmpty()) {
            rollback(connection);
            throw new PlumblineException(
                    ErrorCode.STEP_FAILED,
                    "A table that was made is not sound: " + String.join("; ", damages)
                            + ". The transaction was rolled back; nothing was changed.",
                    "See what 'PRAGMA integrity_check' says of the file as it is: the damage may be there already.");
        }
    }

    /**
     * Rows that violated foreign keys before are let be. They are looked for only when there are violations at the end,
     * because that reads every child table once more; the transaction, which has to give way to that, is run again.
     */
    private void requireForeignKeys(Connection connection) throws SQLException {
        ForeignKeyViolations now = ForeignKeyViolations.find(connection);
        if (now.counts().isEmpty()) {
            return;
        }
        ForeignKeyViolations before = known.remove(connection);
        boolean first = before == null;
        if (before == null) {
            rollback(connection);
            before = ForeignKeyViolations.find(connection);
        }
        List<String> violations = now.notIn(before);
        if (!violations.isEmpty()) {
            rollback(connection);
            throw new PlumblineException(
                    ErrorCode.STEP_FAILED,
                    "Rows refer to rows that are not there, and did not before: " + String.join("; ", violations)
                            + ". The transaction was rolled back; nothing was changed.",
                    "Remove or correct these rows, or declare a schema that they satisfy.");
        }
        if (first) {
            known.put(connection, before);
            throw new SQLTransactionRollbackException("rows that violated foreign keys before had to be counted");
        }
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        try {
            if (connection.isClosed()) {
                transactions.remove(connection);
                return;
            }
            Queries.run(connection, "ROLLBACK");
        } catch (SQLException e) {
            // SQLite rolls back by itself after some errors, and then there is nothing left to roll back.
        }
        restore(connection);
    }

    private void restore(Connection connection) throws SQLException {
        Before before = transactions.remove(connection);
        // A statement that failed may have left these on.
        Queries.run(connection, "PRAGMA legacy_alter_table = OFF");
        Queries.run(connection, "PRAGMA ignore_check_constraints = OFF");
        if (before != null) {
            before.settings().takeBack(connection);
        }
    }

    @Override
    public Optional<SessionWatch> watch(Connection connection, Supplier<Connection> connections) throws SQLException {
        return DatabaseFile.of(connection).map(GrowthWatch::new);
    }

    /** Sets how long a statement waits for a lock. SQLite has no limit for how long one runs. */
    @Override
    public void timeouts(Connection connection, Timeouts timeouts) throws SQLException {
        long wait = timeouts.lock().isZero()
                ? Integer.MAX_VALUE
                : Math.min(timeouts.lock().toMillis(), Integer.MAX_VALUE);
        Queries.run(connection, "PRAGMA busy_timeout = " + wait);
    }

    @Override
    public boolean isLockConflict(SQLException error) {
        return isBusy(error);
    }

    static boolean isBusy(SQLException error) {
        int code = error.getErrorCode() & PRIMARY_CODE;
        return code == SQLITE_BUSY || code == SQLITE_LOCKED;
    }

    /** Does nothing: no statement of SQLite runs outside a transaction. */
    @Override
    public void cleanUpAfter(Connection connection, Step step) {
        // Whatever a step began was rolled back with its transaction, by SQLite itself after a crash.
    }

    @Override
    public CostObserver observe(Connection connection) throws SQLException {
        return StorageObserver.start(connection);
    }

    /** Queries only, which also refuses writes of a script that ends the transaction (pragma {@code query_only}). */
    @Override
    public Reading read(Connection connection) throws SQLException {
        boolean before = Queries.number(connection, "PRAGMA query_only") != 0;
        Queries.run(connection, "PRAGMA query_only = ON");
        try {
            Queries.run(connection, "BEGIN");
        } catch (SQLException e) {
            Queries.run(connection, "PRAGMA query_only = " + before);
            throw e;
        }
        return () -> {
            rollback(connection);
            Queries.run(connection, "PRAGMA query_only = " + before);
        };
    }

    /** By the page where a table begins and the place of a column in it. */
    @Override
    public SortedMap<ObjectKey, String> identities(Connection connection) throws SQLException {
        SortedMap<ObjectKey, String> identities = new TreeMap<>();
        Queries.list(
                connection,
                "SELECT s.name, c.name, s.rootpage, c.cid FROM main.sqlite_schema AS s"
                        + " JOIN pragma_table_xinfo(s.name, 'main') AS c WHERE s.type = 'table' AND s.rootpage > 0",
                row -> {
                    String table = SqliteNames.fold(row.getString(1));
                    String column = SqliteNames.fold(row.getString(2));
                    identities.put(ObjectKey.of(ObjectKind.TABLE, "main", table), row.getString(3));
                    identities.put(
                            ObjectKey.of(ObjectKind.COLUMN, "main", table, column),
                            row.getString(3) + "." + row.getString(4));
                    return table;
                });
        return identities;
    }
}
