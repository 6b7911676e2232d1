// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.adopt;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.migrate.HistoryDialect;
import dev.plumbline.migrate.HistoryLocation;
import dev.plumbline.source.HistoryTable;
import dev.plumbline.source.MigrationHistory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The table in which another tool keeps its history.
 *
 * @param tool whose it is
 * @param key its name
 */
record ForeignTable(HistoryTable tool, ObjectKey key) {
    /** Sqitch's own tables, those that refer to others first (see "The Sqitch database" in its documentation). */
    private static final List<String> SQITCH =
            List.of("tags", "dependencies", "events", "changes", "projects", "releases");

    /** Tables that are known, and are no history of another tool. */
    private static final Set<HistoryTable> BESIDE =
            EnumSet.of(HistoryTable.LIQUIBASE_LOCK, HistoryTable.PLUMBLINE, HistoryTable.PLUMBLINE_LEASE);

    /**
     * Returns the one that is meant.
     *
     * @throws PlumblineException with {@code SOURCE_NOT_FOUND} when there is none, with {@code INVALID_ARGUMENT} when
     *     there are several, with {@code UNSUPPORTED} when its tool's migrations are no SQL files
     */
    static ForeignTable find(Connection connection, Optional<String> named) throws SQLException {
        SortedMap<ObjectKey, HistoryTable> all = named.isPresent()
                ? MigrationHistory.tables(connection, named.get())
                : MigrationHistory.tables(connection);
        List<ForeignTable> tables = all.entrySet().stream()
                .filter(entry -> !BESIDE.contains(entry.getValue()))
                .map(entry -> new ForeignTable(entry.getValue(), entry.getKey()))
                .toList();
        if (tables.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.SOURCE_NOT_FOUND,
                    named.map(name -> "There is no table " + Shown.text(name) + " that is the history of a known tool.")
                            .orElse("No table of this database is the history of a known tool."),
                    "Name the table when it is called otherwise than its tool calls it by default. On a database that no"
                            + " tool has kept, record what it has with 'baseline'.");
        }
        List<ForeignTable> readable = tables.stream()
                .filter(table -> HistoryReader.of(table.tool()).isPresent())
                .toList();
        if (readable.isEmpty()) {
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    tables.getFirst() + " is the history of "
                            + tables.getFirst().tool().tool()
                            + ", whose migrations are no files that Plumbline reads.",
                    "Write what the schema is now as a first migration, and record it with 'baseline'.");
        }
        if (readable.size() > 1) {
            throw new PlumblineException(
                    ErrorCode.INVALID_ARGUMENT,
                    "There are several histories: "
                            + readable.stream()
                                    .map(table -> table + " of " + table.tool().tool())
                                    .collect(Collectors.joining(", "))
                            + ".",
                    "Name the table of the one to take over.");
        }
        return readable.getFirst();
    }

    /** Returns its rows, in no order. */
    List<ForeignRow> rows(Connection connection, HistoryDialect dialect) throws SQLException {
        List<ForeignRow> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + quoted(dialect, key))) {
            ResultSetMetaData columns = row.getMetaData();
            while (row.next()) {
                Map<String, String> values = new HashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
                    String value =
                            tool == HistoryTable.SQLX && name.equals("checksum") ? hex(row, i) : row.getString(i);
                    if (value != null) {
                        values.put(name, value);
                    }
                }
                rows.add(new ForeignRow(values));
            }
        }
        return rows;
    }

    private static String hex(ResultSet row, int column) throws SQLException {
        byte[] bytes = row.getBytes(column);
        return bytes == null ? "" : HexFormat.of().formatHex(bytes);
    }

    /** Returns who holds the lock of its tool, where that lock is a table too. */
    Optional<String> lockedBy(Connection connection, HistoryDialect dialect) throws SQLException {
        Optional<ForeignTable> lock = lockTable(connection);
        return lock.isEmpty()
                ? Optional.empty()
                : lock.get().rows(connection, dialect).stream()
                        .filter(row -> row.flag("locked").orElse(false))
                        .map(row -> Shown.text(row.text("lockedby").orElse("somebody")))
                        .findFirst();
    }

    private Optional<ForeignTable> lockTable(Connection connection) throws SQLException {
        return tool != HistoryTable.LIQUIBASE
                ? Optional.empty()
                : MigrationHistory.tables(connection).entrySet().stream()
                        .filter(entry -> entry.getValue() == HistoryTable.LIQUIBASE_LOCK)
                        .map(Map.Entry::getKey)
                        .filter(table -> table.schema().equals(key.schema()))
                        .map(table -> new ForeignTable(HistoryTable.LIQUIBASE_LOCK, table))
                        .findFirst();
    }

    /**
     * Drops it, with the other tables of its tool.
     *
     * @throws PlumblineException with {@code UNSUPPORTED} where they cannot be told from an application's
     */
    void drop(Connection connection, HistoryDialect dialect) throws SQLException {
        List<ObjectKey> tables = new ArrayList<>(List.of(key));
        lockTable(connection).ifPresent(lock -> tables.add(lock.key()));
        if (tool == HistoryTable.SQITCH) {
            tables.clear();
            tables.addAll(sqitchTables(connection));
        }
        try (Statement statement = connection.createStatement()) {
            for (ObjectKey table : tables) {
                statement.execute("DROP TABLE " + quoted(dialect, table));
            }
        }
    }

    private List<ObjectKey> sqitchTables(Connection connection) throws SQLException {
        Set<String> names = new TreeSet<>();
        try (ResultSet row = connection
                .getMetaData()
                .getTables(null, key.schema(), "%", new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (row.next()) {
                names.add(row.getString("TABLE_NAME"));
            }
        }
        if (!SQITCH.containsAll(names)) {
            throw new PlumblineException(
                    ErrorCode.UNSUPPORTED,
                    "The schema " + key.schema() + " holds more than the tables of Sqitch, which have names that an"
                            + " application may use too. Nothing was done.",
                    "Adopt without removing the old tables, and drop them by hand.");
        }
        return SQITCH.stream()
                .filter(names::contains)
                .map(name -> ObjectKey.of(ObjectKind.TABLE, key.schema(), name))
                .toList();
    }

    private static String quoted(HistoryDialect dialect, ObjectKey table) {
        return dialect.qualified(new HistoryLocation(table.schema(), table.name()));
    }

    @Override
    public String toString() {
        return Shown.text(key.qualifiedName());
    }
}
