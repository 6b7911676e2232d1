// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import javax.sql.DataSource;
import org.sqlite.Function;
import org.sqlite.SQLiteDataSource;

/** SQLite as an application opens it, that adds functions of its own to every connection: {@code BIN2B64} and {@code B642BIN}. */
public final class SqliteApplication {
    private SqliteApplication() {}

    /** Returns connections to a file, which need not survive a crash of the machine. */
    static DataSource dataSource(Path file) {
        return new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                try (Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA synchronous = OFF");
                }
                return with(connection);
            }

            {
                setUrl("jdbc:sqlite:" + file);
            }
        };
    }

    /** Returns scratch databases that know the function too. */
    static ScratchDatabases scratch() {
        SqliteScratchDatabases plain = new SqliteScratchDatabases();
        return new ScratchDatabases() {
            @Override
            public ScratchDatabase create() {
                ScratchDatabase database = plain.create();
                try {
                    with(database.connection());
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                return database;
            }

            @Override
            public String description() {
                return plain.description();
            }

            @Override
            public void close() {
                plain.close();
            }
        };
    }

    /** Returns the connection, which knows the functions now. */
    public static Connection with(Connection connection) throws SQLException {
        Function.create(connection, "BIN2B64", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                byte[] bytes = value_blob(0);
                result(bytes == null ? null : Base64.getEncoder().encodeToString(bytes));
            }
        });
        Function.create(connection, "B642BIN", new Function() {
            @Override
            protected void xFunc() throws SQLException {
                String text = value_text(0);
                result(text == null ? null : Base64.getDecoder().decode(text));
            }
        });
        return connection;
    }
}
