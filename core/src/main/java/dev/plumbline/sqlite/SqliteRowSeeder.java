// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.NeededFirst;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.plan.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts a few rows into every table. Values of foreign keys are taken from their parents, which come first; for a CHECK
 * the literals in its text are tried. Triggers fire as they would for an application.
 */
public final class SqliteRowSeeder implements RowSeeder {
    private static final int ROWS = 3;

    @Override
    public Seeding seed(Connection connection, Catalog catalog) throws SQLException {
        SortedMap<ObjectKey, String> refused = new TreeMap<>();
        List<ObjectKey> tables = parentsFirst(catalog);
        for (ObjectKey key : tables) {
            String reason = catalog.find(key, SqliteTable.class)
                    .map(table -> fill(connection, catalog, table))
                    .orElseGet(() -> "rows of a virtual table are up to its module");
            if (!reason.isEmpty()) {
                refused.put(key, reason);
            }
        }
        SortedMap<ObjectKey, Long> rows = new TreeMap<>();
        for (ObjectKey key : tables) {
            // Triggers may have put rows where none could be put directly.
            long count = isReadable(catalog, key) ? count(connection, key) : 0;
            if (count > 0) {
                rows.put(key, count);
                refused.remove(key);
            }
        }
        return new Seeding(rows, refused);
    }

    private static boolean isReadable(Catalog catalog, ObjectKey key) {
        return catalog.find(key, SqliteTable.class).isPresent();
    }

    /** The rows of the table give way; rows that refer to them may stay, since they are only counted. */
    @Override
    public boolean makeFit(Connection connection, Step step, SQLException error, Catalog desired, int attempt)
            throws SQLException {
        ObjectKey table =
                desired.find(step.object()).flatMap(SchemaObject::parent).orElse(step.object());
        if (table.kind() != ObjectKind.TABLE || attempt > 0 || count(connection, table) == 0) {
            return false;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM " + SqliteNames.quote(table.name()));
        }
        return true;
    }

    @Override
    public long count(Connection connection, ObjectKey table) throws SQLException {
        return Queries.number(connection, "SELECT count(*) FROM " + SqliteNames.quote(table.name()));
    }

    private static List<ObjectKey> parentsFirst(Catalog catalog) {
        SortedSet<ObjectKey> tables = new TreeSet<>();
        catalog.objects(SqliteTable.class).forEach(table -> tables.add(table.key()));
        catalog.objects(VirtualTable.class).forEach(table -> tables.add(table.key()));
        return NeededFirst.order(tables, catalog::dependencies);
    }

    /** Returns why no row could be put in, empty when one was. */
    private static String fill(Connection connection, Catalog catalog, SqliteTable table) {
        try {
            List<SqliteColumn> columns = GapActions.orderedColumns(catalog, table).stream()
                    .filter(column -> !column.generated())
                    .toList();
            SeedValues values = SeedValues.of(connection, table, columns);
            String refusal = "";
            int done = 0;
            for (int row = 1; row <= ROWS; row++) {
                for (List<Object> candidate : values.candidates(row)) {
                    refusal = insert(connection, table, columns, candidate);
                    if (refusal.isEmpty()) {
                        done++;
                        break;
                    }
                }
            }
            return done > 0 ? "" : refusal;
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static String insert(
            Connection connection, SqliteTable table, List<SqliteColumn> columns, List<Object> values) {
        String sql = "INSERT INTO " + SqliteNames.quote(table.name()) + " ("
                + columns.stream()
                        .map(column -> SqliteNames.quote(column.name()))
                        .collect(Collectors.joining(", "))
                + ") VALUES (" + columns.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) {
                Object value = values.get(i);
                statement.setObject(i + 1, value.equals(SeedValues.NULL) ? null : value);
            }
            statement.executeUpdate();
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
