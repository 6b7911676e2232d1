// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.execute.SessionControl;
import dev.plumbline.plan.StepCost;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Watches where tables are stored: one that begins at another page afterwards, or has lost a column, was written anew;
 * one that has a new index was read from end to end. SQLite locks the whole database, so there is no lock to report by
 * table.
 */
final class StorageObserver implements SessionControl.CostObserver {
    private static final String STORAGE = """
            SELECT type, name, tbl_name, rootpage,
                   CASE type WHEN 'table' THEN (SELECT count(*) FROM pragma_table_info(s.name, 'main')) ELSE 0 END
            FROM main.sqlite_schema AS s WHERE type IN ('table', 'index') AND rootpage > 0
            """;

    private record Storage(String type, String table, long page, int columns) {}

    private final Connection connection;
    private final Map<String, Storage> before;

    private StorageObserver(Connection connection, Map<String, Storage> before) {
        this.connection = connection;
        this.before = before;
    }

    static StorageObserver start(Connection connection) throws SQLException {
        return new StorageObserver(connection, storage(connection));
    }

    private static Map<String, Storage> storage(Connection connection) throws SQLException {
        Map<String, Storage> byName = new TreeMap<>();
        Queries.list(
                connection,
                STORAGE,
                row -> byName.put(
                        SqliteNames.fold(row.getString(2)),
                        new Storage(
                                row.getString(1), SqliteNames.fold(row.getString(3)), row.getLong(4), row.getInt(5))));
        return byName;
    }

    @Override
    public StepCost finish() throws SQLException {
        Map<String, Storage> after = storage(connection);
        List<String> rewrites = after.entrySet().stream()
                .filter(entry -> isRewritten(before.get(entry.getKey()), entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> scans = after.entrySet().stream()
                .filter(entry -> entry.getValue().type().equals("index"))
                .filter(entry -> !before.containsKey(entry.getKey()))
                .map(entry -> entry.getValue().table())
                .filter(before::containsKey)
                .filter(table -> !rewrites.contains(table))
                .distinct()
                .toList();
        return new StepCost(List.of(), rewrites, scans);
    }

    private static boolean isRewritten(@Nullable Storage earlier, Storage now) {
        return earlier != null
                && now.type().equals("table")
                && (earlier.page() != now.page() || now.columns() < earlier.columns());
    }
}
