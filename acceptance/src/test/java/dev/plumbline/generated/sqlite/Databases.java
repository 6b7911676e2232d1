// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import dev.plumbline.generated.Element;
import dev.plumbline.generated.Row;
import dev.plumbline.migrate.SqliteApplication;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Databases in memory that hold a side of a pair. */
final class Databases {
    private Databases() {}

    /** Returns an empty database that knows the functions which schemas of the corpus use. */
    static Connection empty() throws SQLException {
        return SqliteApplication.with(DriverManager.getConnection("jdbc:sqlite::memory:"));
    }

    /** Runs the statements, leaves out what SQLite refuses, and returns what it took, by the id of the object. */
    static Map<String, String> load(Connection connection, List<Element> elements, Predicate<Element> which)
            throws SQLException {
        Map<String, String> taken = new LinkedHashMap<>();
        for (Element element : elements) {
            if (which.test(element) && refusal(connection, element.sql()).isEmpty()) {
                taken.put(element.id(), element.sql());
            }
        }
        return taken;
    }

    static Connection of(List<Element> elements) throws SQLException {
        Connection connection = empty();
        load(connection, elements, element -> true);
        return connection;
    }

    /** Puts the rows in that fit, triggers firing; afterwards indexes of a table's content are in step with it. */
    static void fill(Connection connection, List<Row> rows) throws SQLException {
        Map<String, Tables.Table> tables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Tables.all(connection).forEach(table -> tables.put(table.name(), table));
        for (Row row : rows) {
            Tables.Table table = tables.get(row.table());
            if (table != null) {
                List<String> columns = new ArrayList<>();
                List<String> values = new ArrayList<>();
                row.values().forEach((name, literal) -> {
                    boolean hasIt = name.equals("rowid") ? table.showsRowid() : table.stored(name);
                    if (hasIt) {
                        columns.add(quoted(name));
                        values.add(literal);
                    }
                });
                refusal(
                        connection,
                        "INSERT INTO " + quoted(row.table()) + " (" + String.join(", ", columns) + ") VALUES ("
                                + String.join(", ", values) + ")");
            }
        }
        for (Tables.Table table : tables.values()) {
            if (table.isExternalIndex()) {
                refusal(connection, table.command("'rebuild'"));
            }
        }
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Runs a statement and returns why SQLite refused it, empty where it did not. */
    static String refusal(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the rows of a query, each with its values between bars. */
    static List<String> rows(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    values.add(String.valueOf(rows.getString(i)));
                }
                texts.add(String.join("|", values));
            }
            return texts;
        }
    }
}
