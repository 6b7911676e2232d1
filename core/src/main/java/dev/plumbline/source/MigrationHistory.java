// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.DatabaseSetting;
import dev.plumbline.catalog.NamedSchema;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.catalog.SqliteColumn;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables in which migration tools remember what they did, recognised by name and columns together. They belong to
 * the tool, not to the schema: a desired schema that lacks them does not ask for them to be dropped.
 */
public final class MigrationHistory {
    private MigrationHistory() {}

    /**
     * A history that was found.
     *
     * @param tool the tool that keeps it
     * @param table its table
     * @param rows how many rows it has
     * @param state what it says, for people: {@code version 1, dirty}
     */
    public record Found(String tool, ObjectKey table, long rows, String state) {}

    /** Returns the tables of a catalog that are histories, with the tool of each. */
    public static SortedMap<ObjectKey, HistoryTable> tables(Catalog catalog) {
        Map<ObjectKey, List<String>> columns = new HashMap<>();
        Stream.concat(catalog.objects(Column.class), catalog.objects(SqliteColumn.class))
                .forEach(column -> column.parent()
                        .ifPresent(table -> columns.computeIfAbsent(table, k -> new ArrayList<>())
                                .add(column.key().name())));
        SortedMap<ObjectKey, HistoryTable> found = new TreeMap<>();
        columns.forEach((table, names) ->
                HistoryTable.recognise(table.name(), names).ifPresent(history -> found.put(table, history)));
        return found;
    }

    /**
     * Returns the tables of a database that are histories, with the tool of each. Asks for their names alone, so that it
     * takes milliseconds where a whole catalog takes longer.
     */
    public static SortedMap<ObjectKey, HistoryTable> tables(Connection connection) throws SQLException {
        SortedMap<ObjectKey, HistoryTable> found = new TreeMap<>();
        for (String name : HistoryTable.tableNames()) {
            // The pattern matches more than the name, as its underscores stand for any character.
            for (String pattern : List.of(name, name.toUpperCase(Locale.ROOT))) {
                for (ObjectKey table : tablesLike(connection, pattern)) {
                    HistoryTable.recognise(table.name(), columns(connection, table))
                            .ifPresent(history -> found.put(table, history));
                }
            }
        }
        return found;
    }

    /**
     * Returns the tables of that name, in any schema or in the one that stands before its dot, which are histories by
     * their columns alone: many tools let their users choose the name.
     */
    public static SortedMap<ObjectKey, HistoryTable> tables(Connection connection, String name) throws SQLException {
        SortedMap<ObjectKey, HistoryTable> found = new TreeMap<>();
        String last = name.substring(name.lastIndexOf('.') + 1);
        for (String pattern : new TreeSet<>(List.of(name, last))) {
            for (ObjectKey table : tablesLike(connection, pattern)) {
                if (table.name().equals(name) || table.qualifiedName().equals(name)) {
                    HistoryTable.recognise(columns(connection, table)).ifPresent(history -> found.put(table, history));
                }
            }
        }
        return found;
    }

    private static List<ObjectKey> tablesLike(Connection connection, String pattern) throws SQLException {
        List<ObjectKey> tables = new ArrayList<>();
        try (ResultSet row =
                connection.getMetaData().getTables(null, null, pattern, new String[] {"TABLE", "PARTITIONED TABLE"})) {
            while (row.next()) {
                tables.add(ObjectKey.of(ObjectKind.TABLE, schema(row), row.getString("TABLE_NAME")));
            }
        }
        return tables;
    }

    private static Set<String> columns(Connection connection, ObjectKey table) throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (ResultSet row = connection.getMetaData().getColumns(null, null, table.name(), "%")) {
            while (row.next()) {
                if (schema(row).equals(table.schema())
                        && row.getString("TABLE_NAME").equals(table.name())) {
                    columns.add(row.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }

    private static String schema(ResultSet row) throws SQLException {
        String schema = row.getString("TABLE_SCHEM");
        return schema == null ? "main" : schema;
    }

    /**
     * Returns the catalog without the histories that the other one lacks, and without the settings of a SQLite file that
     * it does not mention: many tools keep their own number in {@code user_version}.
     */
    public static Catalog leaveOut(Catalog catalog, Catalog other) {
        return without(
                catalog,
                Stream.concat(tables(catalog).keySet().stream(), settings(catalog).stream())
                        .filter(key -> !other.contains(key))
                        .toList());
    }

    private static List<ObjectKey> settings(Catalog catalog) {
        return catalog.objects(DatabaseSetting.class).map(DatabaseSetting::key).toList();
    }

    /** Returns the forms that a plan may have been made from: with and without the histories, and each of the settings. */
    public static Stream<Catalog> forms(Catalog catalog) {
        List<Catalog> forms = new ArrayList<>(List.of(catalog, leaveOut(catalog)));
        for (ObjectKey setting : settings(catalog)) {
            for (Catalog form : List.copyOf(forms)) {
                forms.add(form.without(List.of(setting)));
            }
        }
        return forms.stream();
    }

    /** Returns the catalog without any history. */
    public static Catalog leaveOut(Catalog catalog) {
        return without(catalog, tables(catalog).keySet());
    }

    private static Catalog without(Catalog catalog, Collection<ObjectKey> tables) {
        if (tables.isEmpty()) {
            return catalog;
        }
        Set<ObjectKey> gone = new TreeSet<>(tables);
        tables.forEach(table -> gone.addAll(catalog.descendants(table)));
        catalog.objects(Sequence.class)
                .filter(sequence -> sequence.ownedBy().map(gone::contains).orElse(false))
                .map(Sequence::key)
                .forEach(gone::add);
        gone.addAll(schemasOfNothingElse(catalog, gone));
        return catalog.without(gone);
    }

    /** Some tools make a schema of their own for their table. PostgreSQL's public schema is everyone's. */
    private static List<ObjectKey> schemasOfNothingElse(Catalog catalog, Set<ObjectKey> gone) {
        return catalog.objects(NamedSchema.class)
                .map(NamedSchema::key)
                .filter(schema -> gone.stream().anyMatch(key -> isIn(schema, key)))
                .filter(schema ->
                        !schema.name().equals("public") && !schema.name().equals("main"))
                .filter(schema -> catalog.objects().stream()
                        .map(SchemaObject::key)
                        .noneMatch(key -> isIn(schema, key) && !gone.contains(key)))
                .toList();
    }

    private static boolean isIn(ObjectKey schema, ObjectKey key) {
        return key.path().size() > 1
                && key.kind() != ObjectKind.COMMENT
                && key.kind() != ObjectKind.GRANT
                && key.schema().equals(schema.name());
    }

    /** Returns the histories of a database with what they say. Their tables are only read. */
    public static List<Found> read(Connection connection, Catalog catalog) throws SQLException {
        List<Found> all = new ArrayList<>();
        for (var entry : tables(catalog).entrySet()) {
            ObjectKey table = entry.getKey();
            String quoted = quote(table.schema()) + "." + quote(table.name());
            HistoryTable history = entry.getValue();
            if (!history.isHistory()) {
                continue;
            }
            long rows = Long.parseLong(
                    first(connection, "SELECT count(*) FROM " + quoted).orElse("0"));
            String state = first(
                            connection, history.stateQuery().replace("{table}", inLowerCase(connection, table, quoted)))
                    .orElse("empty");
            all.add(new Found(history.tool(), table, rows, state));
        }
        return all;
    }

    /** Columns that were created in capitals and quoted are not found by their plain names. */
    private static String inLowerCase(Connection connection, ObjectKey table, String quoted) throws SQLException {
        Set<String> columns = columns(connection, table);
        if (columns.stream().allMatch(column -> column.equals(column.toLowerCase(Locale.ROOT)))) {
            return quoted;
        }
        return columns.stream()
                .map(column -> quote(column) + " AS " + quote(column.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", ", "(SELECT ", " FROM " + quoted + ") AS history"));
    }

    private static Optional<String> first(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
        }
    }

    private static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
