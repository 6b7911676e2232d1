// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static dev.plumbline.generated.sqlite.Databases.quoted;

import dev.plumbline.generated.Element;
import dev.plumbline.generated.Row;
import dev.plumbline.generated.SchemaPair;
import dev.plumbline.sqlite.SqliteIntrospector;
import dev.plumbline.sqlite.SqliteRowSeeder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * A schema that somebody wrote, with rows put into its tables, to be led to others as generated ones are.
 *
 * @param name what to call it
 * @param elements its statements as SQLite keeps them
 */
public record KnownSchema(String name, List<Element> elements) {

    /** Returns what a script makes; what SQLite refuses ends with an exception. */
    public static KnownSchema of(String name, String script) throws SQLException {
        try (Connection connection = Databases.empty();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(script);
            return of(name, connection, "");
        }
    }

    /**
     * Returns what a database holds now.
     *
     * @param without the name of a table that is left out
     */
    public static KnownSchema of(String name, Connection connection, String without) throws SQLException {
        List<String> own =
                Tables.all(connection).stream().map(Tables.Table::name).toList();
        List<Element> elements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT type, name, tbl_name, sql FROM sqlite_schema"
                        + " WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")) {
            while (rows.next()) {
                boolean kept = !rows.getString(1).equals("table") || own.contains(rows.getString(2));
                if (kept && !rows.getString(3).equals(without)) {
                    elements.add(Element.whole(rows.getString(1) + " " + rows.getString(2), rows.getString(4)));
                }
            }
        }
        return new KnownSchema(name, elements);
    }

    /** Returns the pair that leads from this one with rows to the other. */
    public SchemaPair to(KnownSchema other) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = Databases.of(elements)) {
            new SqliteRowSeeder().seed(connection, new SqliteIntrospector().inspect(connection));
            for (Tables.Table table : Tables.all(connection)) {
                if (!table.virtual()) {
                    rows.addAll(rows(connection, table));
                }
            }
        }
        return new SchemaPair(0, elements, other.elements(), rows);
    }

    private static List<Row> rows(Connection connection, Tables.Table table) throws SQLException {
        List<String> columns = new ArrayList<>(table.compared());
        if (table.showsRowid()) {
            columns.add("rowid");
        }
        String list = String.join(
                ", ",
                columns.stream().map(column -> "quote(" + quoted(column) + ")").toList());
        List<Row> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + list + " FROM " + quoted(table.name()))) {
            while (rows.next()) {
                SequencedMap<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < columns.size(); i++) {
                    values.put(columns.get(i), rows.getString(i + 1));
                }
                found.add(new Row(table.name(), values));
            }
        }
        return found;
    }
}
