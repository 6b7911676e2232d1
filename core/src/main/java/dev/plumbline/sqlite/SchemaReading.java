// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.UnmodelledObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What SQLite answers about its schema, as rows. Shadow tables and SQLite's own tables are left out, but not the indexes
 * and triggers that somebody put on shadow tables of SQLite's own modules: those modules make none themselves.
 *
 * @param entries what {@code sqlite_schema} keeps, in order of creation
 * @param relations what {@code PRAGMA table_list} says of each table, by name
 * @param columns what {@code PRAGMA table_xinfo} says, by table name; nothing for views that do not resolve
 * @param indexColumns what {@code PRAGMA index_xinfo} says, by index name
 * @param primaryKeyIndexes tables whose primary key has an index of its own ({@code PRAGMA index_list})
 * @param parents tables to which foreign keys refer ({@code PRAGMA foreign_key_list}), by table name
 * @param shadows the tables that SQLite's own modules keep, by folded name
 * @param unreadable virtual tables whose module is not loaded, and what may belong to them
 */
record SchemaReading(
        List<Entry> entries,
        Map<String, Relation> relations,
        Map<String, List<ColumnRow>> columns,
        Map<String, List<IndexColumnRow>> indexColumns,
        Set<String> primaryKeyIndexes,
        Map<String, Set<String>> parents,
        Map<String, Shadow> shadows,
        List<UnmodelledObject> unreadable) {

    private static final String ENTRIES = """
            SELECT type, name, tbl_name, sql FROM main.sqlite_schema
            WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            ORDER BY rowid
            """;
    private static final String RELATIONS =
            "SELECT name, type, wr, strict FROM pragma_table_list WHERE schema = 'main'";
    private static final String COLUMNS = """
            SELECT cid, name, type, "notnull" AS not_null, dflt_value, pk, hidden
            FROM pragma_table_xinfo(?, 'main') ORDER BY cid
            """;
    private static final String INDEX_COLUMNS = """
            SELECT name, "desc" AS descending, coll FROM pragma_index_xinfo(?, 'main') WHERE key = 1 ORDER BY seqno
            """;
    private static final String PRIMARY_KEY_INDEXES =
            "SELECT count(*) FROM pragma_index_list(?, 'main') WHERE origin = 'pk'";
    private static final String PARENTS = "SELECT DISTINCT \"table\" FROM pragma_foreign_key_list(?, 'main')";

    /** A row of {@code sqlite_schema}. */
    record Entry(String type, String name, String table, String sql) {}

    /** A row of {@code PRAGMA table_list}; the type is {@code table}, {@code view}, {@code virtual} or {@code shadow}. */
    record Relation(String type, boolean withoutRowid, boolean strict) {}

    /** A row of {@code PRAGMA table_xinfo}; hidden is 1 in virtual tables, 2 and 3 for generated columns. */
    record ColumnRow(
            int position,
            String name,
            String type,
            boolean notNull,
            Optional<String> defaultValue,
            int primaryKey,
            int hidden) {}

    /**
     * A table that a module keeps beside a virtual table.
     *
     * @param owner the virtual table's name, as it was written
     * @param columns the names of its columns; read only where something stands on it, else empty
     */
    record Shadow(String owner, Set<String> columns) {}

    /** A row of {@code PRAGMA index_xinfo}; the name is absent for an expression. */
    record IndexColumnRow(Optional<String> name, boolean descending, String collation) {}

    static SchemaReading of(Connection connection) throws SQLException {
        Map<String, Relation> relations = new TreeMap<>();
        Queries.list(
                connection,
                RELATIONS,
                row -> relations.put(
                        row.getString("name"),
                        new Relation(row.getString("type"), row.getBoolean("wr"), row.getBoolean("strict"))));
        List<Entry> all = Queries.list(
                connection,
                ENTRIES,
                row -> new Entry(
                        row.getString("type"), row.getString("name"), row.getString("tbl_name"), row.getString("sql")));
        List<VirtualDeclaration> virtual = new ArrayList<>();
        Set<String> absent = new TreeSet<>();
        List<UnmodelledObject> unreadable = new ArrayList<>();
        for (Entry entry : all) {
            if (isVirtual(entry)) {
                VirtualDeclaration declared = VirtualDeclaration.of(entry.sql());
                virtual.add(declared);
                if (columns(connection, entry).isEmpty()) {
                    absent.add(declared.name());
                    unreadable.add(new UnmodelledObject(
                            "virtual table (its module " + declared.module() + " is not loaded)",
                            "main." + entry.name()));
                }
            }
        }
        Set<String> vectors = VectorIndexes.shadows(all);
        Map<String, Shadow> shadows = shadows(connection, all, relations, virtual);
        List<Entry> entries = all.stream()
                .filter(entry -> !vectors.contains(entry.table()) && !absent.contains(entry.table()))
                .filter(entry -> !isShadow(relations, virtual, absent, entry.table())
                        || (!entry.type().equals("table") && shadows.containsKey(SqliteNames.fold(entry.table()))))
                .toList();
        for (Entry entry : all) {
            virtual.stream()
                    .filter(table -> absent.contains(table.name()) && !table.isVector())
                    .filter(table ->
                            entry.type().equals("table") && isShadow(relations, List.of(table), absent, entry.name()))
                    .forEach(table -> unreadable.add(new UnmodelledObject(
                            "table (perhaps of main." + table.name() + ")", "main." + entry.name())));
        }
        SchemaReading reading = new SchemaReading(
                entries,
                relations,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                shadows,
                unreadable);
        for (Entry entry : entries) {
            reading.readParts(connection, entry);
        }
        return reading;
    }

    private static Map<String, Shadow> shadows(
            Connection connection, List<Entry> all, Map<String, Relation> relations, List<VirtualDeclaration> virtual)
            throws SQLException {
        Map<String, Shadow> shadows = new TreeMap<>();
        for (Entry entry : all) {
            Optional<VirtualDeclaration> owner = virtual.stream()
                    .filter(table -> table.shadows().isPresent() && table.keeps(entry.name()))
                    .findFirst();
            if (entry.type().equals("table")
                    && owner.isPresent()
                    && isShadow(relations, virtual, Set.of(), entry.name())) {
                boolean carries = all.stream()
                        .anyMatch(other ->
                                !other.type().equals("table") && other.table().equalsIgnoreCase(entry.name()));
                List<String> columns = carries
                        ? Queries.list(
                                connection, COLUMNS, row -> SqliteNames.fold(row.getString("name")), entry.name())
                        : List.of();
                shadows.put(
                        SqliteNames.fold(entry.name()), new Shadow(owner.get().name(), new TreeSet<>(columns)));
            }
        }
        return shadows;
    }

    /**
     * SQLite goes by the name alone: it takes a user's table {@code notes_content} beside a full-text index
     * {@code notes} for a shadow table too, even where that index has external content and makes none. Where a module is
     * not loaded, or does not tell, as sqlite-vec's of its chunks, SQLite says nothing: whatever may be the module's is
     * taken for it then, because to drop it would break the virtual table.
     */
    private static boolean isShadow(
            Map<String, Relation> relations, List<VirtualDeclaration> virtual, Set<String> absent, String name) {
        Relation relation = relations.get(name);
        return relation != null
                && virtual.stream()
                        .filter(table -> relation.type().equals("shadow")
                                || (relation.type().equals("table")
                                        && (table.isVector() || absent.contains(table.name()))))
                        .anyMatch(table -> table.keeps(name));
    }

    private void readParts(Connection connection, Entry entry) throws SQLException {
        switch (entry.type()) {
            case "table" -> {
                columns.put(entry.name(), columns(connection, entry));
                if (!isVirtual(entry)) {
                    parents.put(
                            entry.name(),
                            new TreeSet<>(Queries.list(connection, PARENTS, row -> row.getString(1), entry.name())));
                    if (Queries.list(connection, PRIMARY_KEY_INDEXES, row -> row.getInt(1), entry.name())
                                    .get(0)
                            > 0) {
                        primaryKeyIndexes.add(entry.name());
                    }
                }
            }
            case "view" -> columns.put(entry.name(), columns(connection, entry));
            case "index" ->
                indexColumns.put(
                        entry.name(),
                        Queries.list(
                                connection,
                                INDEX_COLUMNS,
                                row -> new IndexColumnRow(
                                        Optional.ofNullable(row.getString("name")),
                                        row.getBoolean("descending"),
                                        Queries.text(row, "coll")),
                                entry.name()));
            default -> {
                // A trigger has no parts.
            }
        }
    }

    private static List<ColumnRow> columns(Connection connection, Entry entry) throws SQLException {
        try {
            return Queries.list(
                    connection,
                    COLUMNS,
                    row -> new ColumnRow(
                            row.getInt("cid"),
                            row.getString("name"),
                            Queries.text(row, "type"),
                            row.getBoolean("not_null"),
                            Optional.ofNullable(row.getString("dflt_value")),
                            row.getInt("pk"),
                            row.getInt("hidden")),
                    entry.name());
        } catch (SQLException e) {
            // A view over something that is gone, or a virtual table whose module is not loaded: SQLite allows both.
            if (entry.type().equals("view") || isVirtual(entry)) {
                return new ArrayList<>();
            }
            throw e;
        }
    }

    /** Returns whether the entry is a virtual table. */
    static boolean isVirtual(Entry entry) {
        return entry.type().equals("table")
                && entry.sql().regionMatches(true, 0, "CREATE VIRTUAL", 0, "CREATE VIRTUAL".length());
    }

    /** Returns every name that is in use, folded: tables, views, indexes, triggers, columns, and the rowid's names. */
    Set<String> names() {
        Set<String> names = new TreeSet<>(Set.of("rowid", "oid", "_rowid_", "new", "old", "excluded", "main"));
        entries.forEach(entry -> names.add(SqliteNames.fold(entry.name())));
        relations.keySet().forEach(name -> names.add(SqliteNames.fold(name)));
        columns.values().forEach(rows -> rows.forEach(row -> names.add(SqliteNames.fold(row.name()))));
        return names;
    }
}
