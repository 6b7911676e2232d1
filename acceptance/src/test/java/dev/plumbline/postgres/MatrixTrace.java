// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.postgres.session.PostgresSessionControl;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Runs statements of the matrix on a database without rows, under the eyes of the observer that proofs use. */
final class MatrixTrace {
    private final SessionControl session = new PostgresSessionControl();
    private final Connection connection;

    private MatrixTrace(Connection connection) {
        this.connection = connection;
    }

    /** Returns one that works in a connection, which stays the caller's to close. */
    static MatrixTrace in(Connection connection) throws SQLException {
        prepare(connection);
        return new MatrixTrace(connection);
    }

    /** Readies a connection, so that statements find what they name. */
    static void prepare(Connection connection) throws SQLException {
        new PostgresSessionControl().prepare(connection);
        execute(connection, "SET search_path = public");
    }

    /** Returns what was seen; the database is as before. */
    MatrixRow inTransaction(MatrixStatement statement) throws SQLException {
        session.begin(connection);
        try {
            set(connection, statement);
            SessionControl.CostObserver observer = session.observe(connection);
            execute(connection, statement.sql());
            return MatrixRow.of(observer.finish());
        } catch (SQLException e) {
            return MatrixRow.refused(ServerMessage.of(e).text());
        } finally {
            session.rollback(connection);
        }
    }

    /** Returns what was seen of a statement that stands outside transactions, and stays done. */
    static MatrixRow outside(DatabaseUrl url, MatrixStatement statement) throws SQLException {
        try (Connection connection = url.open()) {
            prepare(connection);
            try (SessionControl.CostObserver observer =
                    new PostgresSessionControl().observeOutside(connection, statement.sql(), url::open)) {
                execute(connection, statement.sql());
                return MatrixRow.of(observer.finish());
            } catch (SQLException e) {
                return MatrixRow.refused(ServerMessage.of(e).text());
            }
        }
    }

    /** Makes the setting of a statement, for the transaction. */
    static void set(Connection connection, MatrixStatement statement) throws SQLException {
        if (!statement.setting().isEmpty()) {
            execute(connection, "SET LOCAL " + statement.setting());
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement jdbc = connection.createStatement()) {
            jdbc.setEscapeProcessing(false);
            jdbc.execute(sql);
        }
    }
}
