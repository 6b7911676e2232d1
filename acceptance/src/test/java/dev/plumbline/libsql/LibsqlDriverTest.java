// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.libsql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.source.DatabaseUrl;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The JDBC driver on a real server. */
class LibsqlDriverTest {
    private final DatabaseUrl url = LibsqlServer.shared().fresh();

    @Test
    void valuesComeBackAsTheyWereSent() throws SQLException {
        try (Connection connection = url.open();
                PreparedStatement insert = connection.prepareStatement("SELECT ?, ?, ?, ?, ?, ?")) {
            insert.setLong(1, Long.MAX_VALUE);
            insert.setDouble(2, 0.1);
            insert.setString(3, "ein \u2028 \"Text\" \uD83D\uDE00");
            insert.setBytes(4, new byte[] {0, -1, 127});
            insert.setNull(5, java.sql.Types.INTEGER);
            insert.setBoolean(6, true);
            try (ResultSet row = insert.executeQuery()) {
                assertThat(row.next()).isTrue();
                assertThat(row.getLong(1)).isEqualTo(Long.MAX_VALUE);
                assertThat(row.getObject(1)).isEqualTo(Long.MAX_VALUE);
                assertThat(row.getDouble(2)).isEqualTo(0.1);
                assertThat(row.getString(3)).isEqualTo("ein \u2028 \"Text\" \uD83D\uDE00");
                assertThat(row.getBytes(4)).containsExactly(0, -1, 127);
                assertThat(row.getObject(5)).isNull();
                assertThat(row.getLong(5)).isZero();
                assertThat(row.wasNull()).isTrue();
                assertThat(row.getBoolean(6)).isTrue();
                assertThat(row.next()).isFalse();
                assertThatExceptionOfType(SQLException.class).isThrownBy(() -> row.getLong(1));
            }
        }
    }

    @Test
    void columnsAreFoundByNameAndTold() throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            assertThat(statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT NOT NULL, x REAL)"))
                    .isFalse();
            assertThat(statement.executeUpdate("INSERT INTO t (name) VALUES ('a'), ('b')"))
                    .isEqualTo(2);
            try (ResultSet keys = statement.getGeneratedKeys()) {
                assertThat(keys.next()).isTrue();
                assertThat(keys.getLong(1)).isEqualTo(2);
            }
            try (ResultSet rows = statement.executeQuery("SELECT id, name AS n FROM t ORDER BY id DESC")) {
                assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
                assertThat(rows.getMetaData().getColumnLabel(2)).isEqualTo("n");
                rows.next();
                assertThat(rows.getString("N")).isEqualTo("b");
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> rows.getString("name"))
                        .withMessageContaining("name");
            }
            List<String> columns = new ArrayList<>();
            try (ResultSet found = connection.getMetaData().getColumns(null, null, "t", "%")) {
                while (found.next()) {
                    columns.add(found.getString("COLUMN_NAME") + " " + found.getString("IS_NULLABLE"));
                }
            }
            assertThat(columns).containsExactly("id YES", "name NO", "x YES");
            assertThat(connection.getMetaData().getDatabaseProductName()).isEqualTo("libSQL");
            assertThat(connection.getMetaData().getDatabaseMajorVersion()).isEqualTo(3);
        }
    }

    @Test
    void errorsHaveTheCodesOfSqliteAndTheStatesOfTheStandard() throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, u UNIQUE)");
            statement.execute("INSERT INTO t VALUES (1, 1)");
            assertThatExceptionOfType(SQLIntegrityConstraintViolationException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO t VALUES (2, 1)"))
                    .withMessage("UNIQUE constraint failed: t.u")
                    .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(19))
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("23000"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("SELECT * FROM nowhere"))
                    .withMessageContaining("no such table: nowhere");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("ATTACH 'x' AS y"))
                    .withMessageContaining("unsupported statement");
            assertThatExceptionOfType(SQLFeatureNotSupportedException.class)
                    .isThrownBy(() -> connection.prepareCall("x"))
                    .withMessageContaining("Connection.prepareCall");
        }
    }

    @Test
    void aTransactionIsWholeOrNothing() throws SQLException {
        try (Connection connection = url.open();
                Connection other = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
            connection.setAutoCommit(false);
            statement.execute("INSERT INTO t VALUES (1)");
            assertThat(count(other)).isZero();
            connection.rollback();
            statement.execute("INSERT INTO t VALUES (2)");
            connection.setSavepoint("here");
            statement.execute("INSERT INTO t VALUES (3)");
            statement.execute("ROLLBACK TO here");
            connection.commit();
            assertThat(count(other)).isEqualTo(1);
            statement.execute("INSERT INTO t VALUES (4)");
        }
        try (Connection later = url.open()) {
            assertThat(count(later)).isEqualTo(1);
        }
    }

    @Test
    void aBatchStopsAtItsFirstErrorAndSaysWhich() throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.addBatch("CREATE TABLE t (a UNIQUE)");
            statement.addBatch("INSERT INTO t VALUES (1), (2)");
            statement.addBatch("INSERT INTO t VALUES (1)");
            statement.addBatch("INSERT INTO t VALUES (3)");
            assertThatExceptionOfType(BatchUpdateException.class)
                    .isThrownBy(statement::executeBatch)
                    .satisfies(e -> assertThat(e.getUpdateCounts()).containsExactly(0, 2))
                    .withMessageContaining("UNIQUE constraint failed");
            assertThat(count(connection)).isEqualTo(2);
        }
    }

    /**
     * Otherwise the second half of a transaction that the server has ended would be done without its first; and a
     * connection that was idle would enforce what its owner had switched off.
     */
    @Test
    void aStreamThatExpiredEndsItsTransactionAndNotItsSettings() throws Exception {
        try (Connection idle = url.open();
                Statement setting = idle.createStatement();
                Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            setting.execute("CREATE TABLE t (a)");
            setting.execute("PRAGMA foreign_keys = OFF");
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO t VALUES (1)");
            // Without a request for 10 seconds the server gives the stream up.
            Thread.sleep(12_000);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO t VALUES (2)"))
                    .withMessageContaining("STREAM_EXPIRED")
                    .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("08006"));
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO t VALUES (3)"))
                    .withMessageContaining("roll it back first");
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("COMMIT"));
            statement.execute("ROLLBACK");
            assertThat(count(connection)).isZero();
            try (ResultSet row = setting.executeQuery("PRAGMA foreign_keys")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
            }
        }
    }

    @Test
    void whatTheServerDoesNotKeepTheDriverDoes() throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (a)");
            connection.setReadOnly(true);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("INSERT INTO t VALUES (1)"))
                    .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(8));
            assertThat(count(connection)).isZero();
            statement.execute("PRAGMA query_only = OFF");
            statement.execute("PRAGMA busy_timeout = 30");
            statement.execute("INSERT INTO t VALUES (1)");
            try (Connection other = url.open();
                    Statement holder = other.createStatement()) {
                holder.execute("BEGIN IMMEDIATE");
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> statement.execute("BEGIN IMMEDIATE"))
                        .satisfies(e -> assertThat(e.getErrorCode()).isEqualTo(5));
                holder.execute("COMMIT");
            }
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("ROLLBACK");
        }
    }

    private static int count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM t")) {
            row.next();
            return row.getInt(1);
        }
    }
}
