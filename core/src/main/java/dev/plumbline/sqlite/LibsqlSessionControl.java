// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.SessionControl;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.Timeouts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.WeakHashMap;

/**
 * Holds a session of a libSQL server: one writer, foreign keys switched off before the transaction and checked by hand,
 * as with a file; but in few exchanges, and without taking the server's word: whether foreign keys are really off is
 * asked within the transaction, and where they are not, no table is dropped that rows of another one refer to.
 */
public final class LibsqlSessionControl implements SessionControl {
    private static final String CHILDREN = """
            SELECT DISTINCT s.name FROM main.sqlite_schema AS s, pragma_foreign_key_list(s.name, 'main') AS f
            WHERE s.type = 'table' AND f."table" = ?1 COLLATE NOCASE AND s.name <> ?1 COLLATE NOCASE
            ORDER BY s.name
            """;

    /**
     * What a transaction found when it began.
     *
     * @param restore whether foreign keys were enforced, to be restored
     * @param enforced whether they still are
     * @param violations the rows that violated them then
     */
    private record Before(boolean restore, boolean enforced, ForeignKeyViolations violations) {
        static final Before UNKNOWN = new Before(false, true, ForeignKeyViolations.NONE);
    }

    private final SessionControl sqlite = new SqliteSessionControl();
    private final Map<Connection, Before> transactions = Collections.synchronizedMap(new WeakHashMap<>());

    @Override
    public void prepare(Connection connection) throws SQLException {
        timeouts(connection, Timeouts.QUICK);
    }

    @Override
    public void begin(Connection connection) throws SQLException {
        boolean restore = Queries.number(connection, "PRAGMA foreign_keys") != 0;
        transactions.put(connection, new Before(restore, true, ForeignKeyViolations.NONE));
        try {
            try (Statement statement = connection.createStatement()) {
                // Within a transaction the setting is ignored without a word, so it comes first.
                statement.addBatch("PRAGMA foreign_keys = OFF");
                statement.addBatch("BEGIN IMMEDIATE");
                statement.executeBatch();
            }
            boolean enforced = Queries.number(connection, "PRAGMA foreign_keys") != 0;
            transactions.put(connection, new Before(restore, enforced, ForeignKeyViolations.findAtOnce(connection)));
        } catch (SQLException e) {
            rollback(connection);
            throw e;
        }
    }

    @Override
    public void check(Connection connection, List<Step> group) throws SQLException {
        if (!transactions.getOrDefault(connection, Before.UNKNOWN).enforced()) {
            return;
        }
        for (Step step : group) {
            for (String sql : step.statements()) {
                List<Token> tokens = SqliteLexer.tokens(sql);
                if (tokens.size() > 2
                        && tokens.get(0).is("drop")
                        && tokens.get(1).is("table")) {
                    String table = tokens.get(tokens.size() - 1).text();
                    List<String> children = Queries.list(connection, CHILDREN, row -> row.getString(1), table);
                    if (!children.isEmpty()) {
                        throw refused(table, children);
                    }
                }
            }
        }
    }

    private static PlumblineException refused(String table, List<String> children) {
        return new PlumblineException(
                ErrorCode.UNSUPPORTED,
                "The server goes on enforcing foreign keys (PRAGMA foreign_keys = OFF has no effect there), so dropping "
                        + table + " would delete, empty or be stopped by the rows of " + String.join(", ", children)
                        + " that refer to it. Nothing was changed.",
                "Change the database where its foreign keys can be switched off: on a server of one's own, or in the"
                        + " file itself.");
    }

    @Override
    public boolean sendsTogether() {
        return true;
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        Before before = transactions.getOrDefault(connection, Before.UNKNOWN);
        List<String> violations = ForeignKeyViolations.findAtOnce(connection).notIn(before.violations());
        if (!violations.isEmpty()) {
            rollback(connection);
            throw new PlumblineException(
                    ErrorCode.STEP_FAILED,
                    "Rows refer to rows that are not there, and did not before: " + String.join("; ", violations)
                            + ". The transaction was rolled back; nothing was changed.",
                    "Remove or correct these rows, or declare a schema that they satisfy.");
        }
        Queries.run(connection, "COMMIT");
        restore(connection);
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
            // Nothing is left to roll back, or the server is gone and has done so by itself.
        }
        try {
            restore(connection);
        } catch (SQLException e) {
            // The setting is gone with the server's side of the session.
        }
    }

    private void restore(Connection connection) throws SQLException {
        Before before = transactions.remove(connection);
        if (before != null && before.restore()) {
            Queries.run(connection, "PRAGMA foreign_keys = ON");
        }
    }

    @Override
    public void timeouts(Connection connection, Timeouts timeouts) throws SQLException {
        sqlite.timeouts(connection, timeouts);
    }

    @Override
    public boolean isLockConflict(SQLException error) {
        return sqlite.isLockConflict(error);
    }

    @Override
    public void cleanUpAfter(Connection connection, Step step) throws SQLException {
        sqlite.cleanUpAfter(connection, step);
    }

    @Override
    public CostObserver observe(Connection connection) throws SQLException {
        return sqlite.observe(connection);
    }

    @Override
    public Reading read(Connection connection) throws SQLException {
        return sqlite.read(connection);
    }

    @Override
    public SortedMap<ObjectKey, String> identities(Connection connection) throws SQLException {
        return sqlite.identities(connection);
    }
}
