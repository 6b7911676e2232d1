// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.StoredIndex;
import dev.plumbline.catalog.StoredIndex.Origin;
import dev.plumbline.catalog.StoredIndex.Part;
import dev.plumbline.catalog.StoredIndex.Uniqueness;
import dev.plumbline.sqlite.SchemaReading.ColumnRow;
import dev.plumbline.sqlite.SchemaReading.Entry;
import dev.plumbline.sqlite.SchemaReading.Relation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads every index of every table, those that SQLite makes for keys and unique rules by itself included, with the
 * columns that it appends to each: the rowid, or the primary key of a table without one ({@code PRAGMA index_xinfo}).
 */
final class StoredIndexReader {
    private static final String BTREE = "btree";
    private static final String INDEXES =
            "SELECT name, \"unique\" AS is_unique, origin FROM pragma_index_list(?, 'main')";
    private static final String COLUMNS = """
            SELECT cid, name, "desc" AS descending, coll, key FROM pragma_index_xinfo(?, 'main') ORDER BY seqno
            """;
    private static final int ROWID = -1;

    private final Connection connection;
    private final SchemaReading reading;
    private final Catalog.Builder catalog;
    private final NormalForm form;
    private final Map<String, Entry> statements = new HashMap<>();
    private final Map<String, List<String>> pins;

    StoredIndexReader(Connection connection, SchemaReading reading, Catalog.Builder catalog) {
        this.connection = connection;
        this.reading = reading;
        this.catalog = catalog;
        this.form = new NormalForm(reading.names());
        this.pins = namedInQueries(reading.entries());
        reading.entries().stream()
                .filter(entry -> entry.type().equals("index"))
                .forEach(entry -> statements.put(entry.name(), entry));
    }

    private record Found(String name, boolean unique, String origin) {}

    private record Column(int number, Optional<String> name, boolean descending, String collation, boolean key) {}

    void read() throws SQLException {
        for (Entry entry : reading.entries()) {
            if (entry.type().equals("table") && !reading.isVirtual(entry)) {
                table(entry);
            }
        }
    }

    private void table(Entry entry) throws SQLException {
        ObjectKey key = SqliteNames.key(ObjectKind.TABLE, entry.name());
        Relation relation = reading.relations().getOrDefault(entry.name(), new Relation("table", false, false));
        Optional<String> alias = rowidAlias(entry, relation);
        alias.ifPresent(column -> catalog.storedIndex(stored(
                key,
                "rowid",
                Origin.TABLE,
                true,
                List.of(new Part(plain(column), "binary", "", false, true)),
                List.of())));
        for (Found found : indexes(entry)) {
            Entry statement = statements.get(found.name());
            if (statement != null) {
                catalog.storedIndex(declared(key, found, statement, alias));
            } else {
                // The order of a table without rowid is its primary key's; SQLite lists it as an index.
                Origin origin = !found.origin().equals("pk")
                        ? Origin.UNIQUE
                        : relation.withoutRowid() ? Origin.TABLE : Origin.PRIMARY_KEY;
                List<Column> columns = columns(found.name());
                catalog.storedIndex(stored(
                        key,
                        found.name(),
                        origin,
                        true,
                        columns.stream()
                                .filter(Column::key)
                                .map(column -> part(column, alias))
                                .toList(),
                        origin == Origin.TABLE ? List.of() : tail(columns, alias)));
            }
        }
    }

    private Optional<String> rowidAlias(Entry entry, Relation relation) {
        List<ColumnRow> primaryKey = reading.columns().getOrDefault(entry.name(), List.of()).stream()
                .filter(row -> row.primaryKey() > 0)
                .toList();
        return relation.withoutRowid()
                        || primaryKey.size() != 1
                        || reading.primaryKeyIndexes().contains(entry.name())
                ? Optional.empty()
                : Optional.of(primaryKey.getFirst().name());
    }

    private List<Found> indexes(Entry entry) throws SQLException {
        return Queries.list(
                connection,
                INDEXES,
                row -> new Found(row.getString("name"), row.getBoolean("is_unique"), row.getString("origin")),
                entry.name());
    }

    private List<Column> columns(String index) throws SQLException {
        return Queries.list(
                connection,
                COLUMNS,
                row -> new Column(
                        row.getInt("cid"),
                        Optional.ofNullable(row.getString("name")),
                        row.getBoolean("descending"),
                        SqliteNames.fold(Queries.text(row, "coll")),
                        row.getBoolean("key")),
                index);
    }

    private StoredIndex declared(ObjectKey table, Found found, Entry entry, Optional<String> alias)
            throws SQLException {
        IndexStatement statement = IndexStatement.of(entry.sql());
        List<Column> columns = columns(found.name());
        List<Part> keys = new ArrayList<>();
        for (Column column : columns) {
            if (column.key()) {
                boolean expression = column.name().isEmpty() && column.number() != ROWID;
                keys.add(expression ? expression(column, statement.columns().get(keys.size())) : part(column, alias));
            }
        }
        return new StoredIndex(
                table,
                found.name(),
                Optional.of(SqliteNames.key(ObjectKind.INDEX, found.name())),
                Origin.INDEX,
                BTREE,
                uniqueness(found.unique()),
                keys,
                tail(columns, alias),
                List.of(),
                statement.predicate().isEmpty() ? Optional.empty() : Optional.of(form.of(statement.predicate())),
                "",
                true,
                pins.getOrDefault(SqliteNames.fold(found.name()), List.of()));
    }

    private static StoredIndex stored(
            ObjectKey table, String name, Origin origin, boolean unique, List<Part> columns, List<Part> tail) {
        return new StoredIndex(
                table,
                name,
                Optional.empty(),
                origin,
                BTREE,
                uniqueness(unique),
                columns,
                tail,
                List.of(),
                Optional.empty(),
                "",
                true,
                List.of("it comes with the " + origin.label()));
    }

    private static Optional<Uniqueness> uniqueness(boolean unique) {
        return unique ? Optional.of(new Uniqueness(true, true)) : Optional.empty();
    }

    /** NULL is smaller than everything in SQLite, so that it comes first in ascending order and last in the other. */
    private static Part part(Column column, Optional<String> alias) {
        String name =
                column.name().or(() -> alias).map(StoredIndexReader::plain).orElse("rowid");
        return new Part(name, column.collation(), "", column.descending(), !column.descending());
    }

    /** The collation may stand in the text of an expression as well; both are compared. */
    private Part expression(Column column, List<Token> tokens) {
        return new Part(
                form.of(IndexStatement.withoutOrder(tokens)),
                column.collation(),
                "",
                column.descending(),
                !column.descending());
    }

    private static List<Part> tail(List<Column> columns, Optional<String> alias) {
        return columns.stream()
                .filter(column -> !column.key())
                .map(column -> part(column, alias))
                .toList();
    }

    private static String plain(String name) {
        String folded = SqliteNames.fold(name);
        return SqliteNames.isPlain(folded) ? folded : SqliteNames.quote(folded);
    }

    /** A query may insist on an index by its name and fails without it (SQLite documentation, "INDEXED BY"). */
    private static Map<String, List<String>> namedInQueries(List<Entry> entries) {
        Map<String, List<String>> named = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.type().equals("view") || entry.type().equals("trigger")) {
                List<Token> tokens = SqliteLexer.tokens(entry.sql());
                for (int i = 2; i < tokens.size(); i++) {
                    if (tokens.get(i - 2).is("indexed") && tokens.get(i - 1).is("by")) {
                        named.computeIfAbsent(SqliteNames.fold(tokens.get(i).text()), k -> new ArrayList<>())
                                .add("the " + entry.type() + " " + entry.name() + " names it");
                    }
                }
            }
        }
        return named;
    }
}
