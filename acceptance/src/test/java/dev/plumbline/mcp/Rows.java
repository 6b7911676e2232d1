// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Queries as tests need them: parameters in, lines of text out. */
final class Rows {
    private Rows() {}

    /** Runs a script of any number of statements. */
    static void run(Connection connection, String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    /** Returns the rows that a query finds, their columns joined by bars. */
    static List<String> of(Connection connection, String query, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            List<String> rows = new ArrayList<>();
            if (statement.execute()) {
                try (ResultSet found = statement.getResultSet()) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
            } else {
                rows.add(String.valueOf(statement.getUpdateCount()));
            }
            return rows;
        }
    }

    private static String row(ResultSet found) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
            cells.add(String.valueOf(found.getString(i)));
        }
        return String.join("|", cells);
    }

    /** Returns the one row that a query finds, or how many rows a statement changed. */
    static String one(Connection connection, String query, @Nullable Object... parameters) throws SQLException {
        List<String> rows = of(connection, query, parameters);
        if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows for " + query);
        }
        return rows.getFirst();
    }

    /** Returns the SQLSTATE with which a statement fails; "none" where it succeeds. */
    static String failure(Connection connection, String query, @Nullable Object... parameters) {
        try {
            of(connection, query, parameters);
            return "none";
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }
}
