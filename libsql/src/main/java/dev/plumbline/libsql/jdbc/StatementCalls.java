// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import dev.plumbline.libsql.hrana.HranaStatement;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@link Statement}. All rows of a query come with its answer. */
class StatementCalls {
    private final Session session;
    private final Connection connection;
    private final List<HranaStatement> batch = new ArrayList<>();
    private HranaResult current = HranaResult.NOTHING;
    private boolean hasCurrent;
    private boolean closed;
    private long mostRows;
    private int querySeconds;

    StatementCalls(Session session, Connection connection) {
        this.session = session;
        this.connection = connection;
    }

    final Session session() {
        return session;
    }

    final void requireOpen() throws SQLException {
        if (closed) {
            throw SqlErrors.closed("statement");
        }
    }

    /** Runs a statement, and returns whether it gives rows. */
    final boolean run(HranaStatement statement) throws SQLException {
        requireOpen();
        hasCurrent = false;
        Duration before = session.limit();
        if (querySeconds > 0) {
            session.limit(Duration.ofSeconds(querySeconds));
        }
        try {
            current = SqlWords.of(statement.sql()).isEmpty() ? HranaResult.NOTHING : session.run(statement);
            hasCurrent = true;
        } finally {
            session.limit(before);
        }
        return givesRows();
    }

    private boolean givesRows() {
        return !current.columns().isEmpty();
    }

    final ResultSet rows() throws SQLException {
        if (!givesRows()) {
            throw new SQLException("the statement gives no rows", "02000");
        }
        return RowsCalls.of(current, mostRows, this);
    }

    /** A statement that changes rows and returns some of them has changed as many as it says. */
    final long changed() {
        return current.changed();
    }

    final void add(HranaStatement statement) throws SQLException {
        requireOpen();
        batch.add(statement);
    }

    public boolean execute(String sql) throws SQLException {
        return run(new HranaStatement(sql));
    }

    public boolean execute(String sql, int generatedKeys) throws SQLException {
        return execute(sql);
    }

    public ResultSet executeQuery(String sql) throws SQLException {
        execute(sql);
        return rows();
    }

    public int executeUpdate(String sql) throws SQLException {
        return (int) executeLargeUpdate(sql);
    }

    public int executeUpdate(String sql, int generatedKeys) throws SQLException {
        return executeUpdate(sql);
    }

    public long executeLargeUpdate(String sql) throws SQLException {
        execute(sql);
        return changed();
    }

    public void addBatch(String sql) throws SQLException {
        add(new HranaStatement(sql));
    }

    public void clearBatch() {
        batch.clear();
    }

    public int[] executeBatch() throws SQLException {
        requireOpen();
        List<HranaStatement> statements = List.copyOf(batch);
        batch.clear();
        try {
            return counts(session.runAll(statements));
        } catch (Session.Failure e) {
            SQLException error = e.error();
            throw new BatchUpdateException(
                    error.getMessage(), error.getSQLState(), error.getErrorCode(), counts(e.before()), error);
        }
    }

    private static int[] counts(List<HranaResult> results) {
        return results.stream().mapToInt(result -> (int) result.changed()).toArray();
    }

    public @Nullable ResultSet getResultSet() throws SQLException {
        return hasCurrent && givesRows() ? rows() : null;
    }

    public int getUpdateCount() {
        return (int) getLargeUpdateCount();
    }

    public long getLargeUpdateCount() {
        return hasCurrent && !givesRows() ? changed() : -1;
    }

    public boolean getMoreResults() {
        hasCurrent = false;
        return false;
    }

    public ResultSet getGeneratedKeys() {
        Optional<Long> key = current.lastRowid();
        return RowsCalls.of(
                List.of("GENERATED_KEYS"),
                key.map(number -> List.<@Nullable Object[]>of(new Object[] {number}))
                        .orElseGet(List::of));
    }

    public void close() {
        closed = true;
    }

    public boolean isClosed() {
        return closed;
    }

    public Connection getConnection() {
        return connection;
    }

    public void setMaxRows(int rows) {
        mostRows = rows;
    }

    public int getMaxRows() {
        return (int) mostRows;
    }

    public void setLargeMaxRows(long rows) {
        mostRows = rows;
    }

    public long getLargeMaxRows() {
        return mostRows;
    }

    public void setQueryTimeout(int seconds) {
        querySeconds = seconds;
    }

    public int getQueryTimeout() {
        return querySeconds;
    }

    public void setEscapeProcessing(boolean on) {
        // Statements are sent as they are.
    }

    public void setFetchSize(int rows) {
        // All rows come at once.
    }

    public int getFetchSize() {
        return 0;
    }

    public void setFetchDirection(int direction) {
        // A hint without effect, which JDBC allows.
    }

    public int getFetchDirection() {
        return ResultSet.FETCH_FORWARD;
    }

    public int getResultSetType() {
        return ResultSet.TYPE_FORWARD_ONLY;
    }

    public int getResultSetConcurrency() {
        return ResultSet.CONCUR_READ_ONLY;
    }

    public int getResultSetHoldability() {
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    public void setPoolable(boolean poolable) {
        // A hint without effect, which JDBC allows.
    }

    public boolean isPoolable() {
        return false;
    }

    public void closeOnCompletion() {
        // Nothing of a statement is left on the server anyway.
    }

    public boolean isCloseOnCompletion() {
        return false;
    }

    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {
        // There are none.
    }
}
