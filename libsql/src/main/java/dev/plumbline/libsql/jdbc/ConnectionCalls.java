// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql.jdbc;

import dev.plumbline.libsql.hrana.HranaResult;
import dev.plumbline.libsql.hrana.HranaStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLWarning;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** {@link Connection}. */
final class ConnectionCalls {
    private final Session session;
    private final String version;
    private @Nullable Connection self;
    private int savepoints;

    private ConnectionCalls(Session session, String version) {
        this.session = session;
        this.version = version;
    }

    /** Returns the connection, once the server has answered over it. */
    static Connection open(Session session) throws SQLException {
        HranaResult answer = session.run(new HranaStatement("SELECT sqlite_version()"));
        ConnectionCalls calls =
                new ConnectionCalls(session, String.valueOf(answer.rows().get(0)[0]));
        Connection connection = Facade.of(Connection.class, calls);
        calls.self = connection;
        return connection;
    }

    private Connection self() {
        if (self == null) {
            throw new IllegalStateException("the connection is not open yet");
        }
        return self;
    }

    private void requireOpen() throws SQLException {
        if (session.isClosed()) {
            throw SqlErrors.closed("connection");
        }
    }

    public Statement createStatement() throws SQLException {
        requireOpen();
        return Facade.of(Statement.class, new StatementCalls(session, self()));
    }

    public Statement createStatement(int type, int concurrency) throws SQLException {
        requireForward(type, concurrency);
        return createStatement();
    }

    public PreparedStatement prepareStatement(String sql) throws SQLException {
        requireOpen();
        return Facade.of(PreparedStatement.class, new PreparedCalls(session, self(), sql));
    }

    public PreparedStatement prepareStatement(String sql, int type, int concurrency) throws SQLException {
        requireForward(type, concurrency);
        return prepareStatement(sql);
    }

    public PreparedStatement prepareStatement(String sql, int generatedKeys) throws SQLException {
        return prepareStatement(sql);
    }

    private static void requireForward(int type, int concurrency) throws SQLException {
        if (type != ResultSet.TYPE_FORWARD_ONLY || concurrency != ResultSet.CONCUR_READ_ONLY) {
            throw new SQLFeatureNotSupportedException(
                    "The driver for libSQL reads rows forward, and does not write to them.");
        }
    }

    public String nativeSQL(String sql) {
        return sql;
    }

    public void setAutoCommit(boolean on) throws SQLException {
        requireOpen();
        session.setAutoCommit(on);
    }

    public boolean getAutoCommit() {
        return session.autoCommit();
    }

    public void commit() throws SQLException {
        requireManual();
        session.commit();
    }

    public void rollback() throws SQLException {
        requireManual();
        session.rollback();
    }

    private void requireManual() throws SQLException {
        requireOpen();
        if (session.autoCommit()) {
            throw new SQLException("the connection commits by itself (setAutoCommit)", "25000");
        }
    }

    public Savepoint setSavepoint() throws SQLException {
        return setSavepoint("jdbc_savepoint_" + ++savepoints);
    }

    public Savepoint setSavepoint(String name) throws SQLException {
        requireManual();
        session.run(new HranaStatement("SAVEPOINT " + quoted(name)));
        return new NamedSavepoint(name);
    }

    public void rollback(Savepoint savepoint) throws SQLException {
        requireManual();
        session.run(new HranaStatement("ROLLBACK TO SAVEPOINT " + quoted(savepoint.getSavepointName())));
    }

    public void releaseSavepoint(Savepoint savepoint) throws SQLException {
        requireManual();
        session.run(new HranaStatement("RELEASE SAVEPOINT " + quoted(savepoint.getSavepointName())));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private record NamedSavepoint(String name) implements Savepoint {
        @Override
        public int getSavepointId() throws SQLException {
            throw new SQLException("a savepoint of libSQL has a name, and no number");
        }

        @Override
        public String getSavepointName() {
            return name;
        }
    }

    public void close() {
        session.close();
    }

    public void abort(Executor executor) {
        executor.execute(session::close);
    }

    public boolean isClosed() {
        return session.isClosed();
    }

    public boolean isValid(int seconds) {
        if (session.isClosed()) {
            return false;
        }
        Duration before = session.limit();
        session.limit(Duration.ofSeconds(seconds));
        try {
            session.run(new HranaStatement("SELECT 1"));
            return true;
        } catch (SQLException e) {
            return false;
        } finally {
            session.limit(before);
        }
    }

    public DatabaseMetaData getMetaData() throws SQLException {
        requireOpen();
        return Facade.of(DatabaseMetaData.class, new MetaDataCalls(session, self(), version));
    }

    public void setReadOnly(boolean readOnly) {
        session.queryOnly(readOnly);
    }

    public boolean isReadOnly() {
        return session.queryOnly();
    }

    public void setNetworkTimeout(@Nullable Executor executor, int millis) {
        session.limit(Duration.ofMillis(millis));
    }

    public int getNetworkTimeout() {
        return (int) Math.min(session.limit().toMillis(), Integer.MAX_VALUE);
    }

    public int getTransactionIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    public void setTransactionIsolation(int level) throws SQLException {
        if (level != Connection.TRANSACTION_SERIALIZABLE) {
            throw new SQLFeatureNotSupportedException("Transactions of libSQL are serializable, and no other.");
        }
    }

    public int getHoldability() {
        return ResultSet.HOLD_CURSORS_OVER_COMMIT;
    }

    public @Nullable String getCatalog() {
        return null;
    }

    public void setCatalog(String catalog) {
        // A connection has one database, and JDBC wants this to be ignored then.
    }

    public @Nullable String getSchema() {
        return null;
    }

    public void setSchema(String schema) {
        // The same.
    }

    public @Nullable SQLWarning getWarnings() {
        return null;
    }

    public void clearWarnings() {
        // There are none.
    }

    @Override
    public String toString() {
        return "libSQL " + session.endpoint();
    }
}
