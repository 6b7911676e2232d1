// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SqliteColumn;
import dev.plumbline.catalog.SqliteTable;
import dev.plumbline.catalog.Trigger;
import dev.plumbline.catalog.TypedName;
import dev.plumbline.catalog.View;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.sqlite.SchemaReading.ColumnRow;
import dev.plumbline.sqlite.SchemaReading.Entry;
import dev.plumbline.sqlite.SchemaReading.IndexColumnRow;
import dev.plumbline.sqlite.SchemaReading.Relation;
import dev.plumbline.sqlite.SchemaReading.Shadow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes schema objects of what SQLite answered. */
final class CatalogReader {
    private static final int HIDDEN_IN_VIRTUAL_TABLE = 1;
    private static final int GENERATED = 2;

    private final SchemaReading reading;
    private final Catalog.Builder catalog;
    private final NormalForm form;
    private final Map<String, ObjectKey> relations = new TreeMap<>();

    CatalogReader(SchemaReading reading, Catalog.Builder catalog) {
        this.reading = reading;
        this.catalog = catalog;
        this.form = new NormalForm(reading.names());
    }

    /** Adds every object and every edge to the catalog. */
    void read() {
        for (Entry entry : reading.entries()) {
            relationKind(entry)
                    .ifPresent(
                            kind -> relations.put(SqliteNames.fold(entry.name()), SqliteNames.key(kind, entry.name())));
        }
        // What stands on a shadow table, or names it, goes and comes with the virtual table.
        reading.shadows()
                .forEach((name, shadow) ->
                        relations.put(name, SqliteNames.key(ObjectKind.VIRTUAL_TABLE, shadow.owner())));
        for (Entry entry : reading.entries()) {
            switch (entry.type()) {
                case "table" -> {
                    if (SchemaReading.isVirtual(entry)) {
                        virtualTable(entry);
                    } else {
                        table(entry);
                    }
                }
                case "view" -> view(entry);
                case "index" -> index(entry);
                case "trigger" -> trigger(entry);
                default -> throw new IllegalStateException("sqlite_schema knows no type " + entry.type());
            }
        }
        new SqliteDependencies(reading, relations, catalog).add();
    }

    private Optional<ObjectKind> relationKind(Entry entry) {
        return switch (entry.type()) {
            case "table" -> Optional.of(SchemaReading.isVirtual(entry) ? ObjectKind.VIRTUAL_TABLE : ObjectKind.TABLE);
            case "view" -> Optional.of(ObjectKind.VIEW);
            default -> Optional.empty();
        };
    }

    private NormalForm within(String table) {
        Set<String> own = reading.columns().getOrDefault(table, List.of()).stream()
                .map(column -> SqliteNames.fold(column.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        Shadow shadow = reading.shadows().get(SqliteNames.fold(table));
        if (shadow != null) {
            own.addAll(shadow.columns());
        }
        own.add(SqliteNames.fold(table));
        return form.within(own);
    }

    private ObjectKey relation(String name) {
        return relations.getOrDefault(SqliteNames.fold(name), SqliteNames.key(ObjectKind.TABLE, name));
    }

    private void table(Entry entry) {
        ObjectKey key = relation(entry.name());
        TableStatement statement = TableStatement.of(entry.sql());
        List<ColumnRow> rows = reading.columns().getOrDefault(entry.name(), List.of());
        if (rows.size() != statement.columns().size()) {
            throw new PlumblineException(
                    ErrorCode.INTERNAL_ERROR,
                    "The statement of " + key + " has " + statement.columns().size()
                            + " columns as Plumbline reads it, and " + rows.size() + " as SQLite does.",
                    "This is a defect of Plumbline. Please report it with the CREATE TABLE statement.");
        }
        Relation relation = reading.relations().getOrDefault(entry.name(), new Relation("table", false, false));
        catalog.add(new SqliteTable(
                key,
                entry.name(),
                relation.strict(),
                relation.withoutRowid(),
                statement.has("autoincrement"),
                constraints(statement, entry.name()),
                rowidAlias(key, entry.name(), relation, rows),
                entry.sql()));
        for (int i = 0; i < rows.size(); i++) {
            column(key, statement, statement.columns().get(i), rows.get(i));
        }
    }

    /** libSQL's option RANDOM ROWID is one more condition on the table's rows, and stands among the constraints. */
    private List<String> constraints(TableStatement statement, String table) {
        Stream<String> written = statement.constraints().stream()
                .map(part -> ColumnDefinition.constraint(statement.unqualified(part), within(table)));
        Stream<String> option = statement.hasOption("random") ? Stream.of("random rowid") : Stream.of();
        return Stream.concat(written, option).sorted().toList();
    }

    /** SQLite makes no index for a primary key that is the rowid itself; that tells it from one that only looks so. */
    private Optional<ObjectKey> rowidAlias(ObjectKey table, String name, Relation relation, List<ColumnRow> rows) {
        List<ColumnRow> primaryKey =
                rows.stream().filter(row -> row.primaryKey() > 0).toList();
        if (relation.withoutRowid()
                || primaryKey.size() != 1
                || reading.primaryKeyIndexes().contains(name)) {
            return Optional.empty();
        }
        return Optional.of(table.child(
                ObjectKind.COLUMN, SqliteNames.fold(primaryKey.get(0).name())));
    }

    private void column(ObjectKey table, TableStatement statement, List<Token> tokens, ColumnRow row) {
        catalog.add(new SqliteColumn(
                table.child(ObjectKind.COLUMN, SqliteNames.fold(row.name())),
                row.name(),
                row.position(),
                table,
                form.of(row.type()),
                row.notNull(),
                row.defaultValue().map(form::of),
                row.primaryKey(),
                row.hidden() >= GENERATED,
                ColumnDefinition.normal(statement.unqualified(tokens), within(statement.name())),
                statement.text(tokens)));
    }

    private void virtualTable(Entry entry) {
        catalog.add(new VirtualTable(
                relation(entry.name()),
                VirtualDeclaration.of(entry.sql()).module(),
                form.of(SqliteLexer.tokens(entry.sql())),
                reading.columns().getOrDefault(entry.name(), List.of()).stream()
                        .filter(row -> row.hidden() != HIDDEN_IN_VIRTUAL_TABLE)
                        .map(ColumnRow::name)
                        .toList(),
                entry.sql()));
    }

    private void view(Entry entry) {
        // Its columns follow from its query and from the tables below it, so they are not compared.
        catalog.add(new View(
                relation(entry.name()), normal(entry), List.of(), new TreeMap<>(), new TreeMap<>(), entry.sql()));
        catalog.viewColumns(
                relation(entry.name()),
                reading.columns().getOrDefault(entry.name(), List.of()).stream()
                        .map(row -> new TypedName(row.name(), form.of(row.type()), Optional.empty()))
                        .toList());
    }

    private void index(Entry entry) {
        IndexStatement statement = IndexStatement.of(entry.sql());
        NormalForm own = within(entry.table());
        List<IndexColumnRow> rows = reading.indexColumns().getOrDefault(entry.name(), List.of());
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.size() && i < statement.columns().size(); i++) {
            columns.add(indexColumn(rows.get(i), statement.columns().get(i), own));
        }
        Optional<String> predicate =
                statement.predicate().isEmpty() ? Optional.empty() : Optional.of(own.of(statement.predicate()));
        ObjectKey on = relation(entry.table());
        ObjectKey key = SqliteNames.key(ObjectKind.INDEX, entry.name());
        String definition = "create " + (statement.unique() ? "unique " : "") + "index " + plain(key.name()) + " on "
                + plain(SqliteNames.fold(entry.table())) + " (" + String.join(", ", columns) + ")"
                + predicate.map(condition -> " where " + condition).orElse("");
        catalog.add(new Index(
                key,
                on,
                definition,
                "btree",
                statement.unique(),
                columns,
                predicate,
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                entry.sql()));
    }

    /** The collation is what SQLite resolved it to: the column's own needs no words. */
    private static String indexColumn(IndexColumnRow row, List<Token> tokens, NormalForm own) {
        List<Token> expression = IndexStatement.withoutOrder(tokens);
        String text = row.name().map(name -> plain(SqliteNames.fold(name))).orElseGet(() -> own.of(expression));
        String collation = row.name().isPresent() && !row.collation().equalsIgnoreCase("binary")
                ? " collate " + SqliteNames.fold(row.collation())
                : "";
        return text + collation + (row.descending() ? " desc" : "");
    }

    private static String plain(String folded) {
        return SqliteNames.isPlain(folded) ? folded : SqliteNames.quote(folded);
    }

    private void trigger(Entry entry) {
        ObjectKey on = relation(entry.table());
        // FOR EACH ROW is the only way that SQLite knows.
        String text = normal(entry);
        int body = text.indexOf(" begin ");
        String header = text.substring(0, Math.max(body, 0)).replace(" for each row", "");
        catalog.add(new Trigger(
                on.child(ObjectKind.TRIGGER, SqliteNames.fold(entry.name())),
                on,
                header + text.substring(Math.max(body, 0)),
                "O",
                Collections.emptySortedMap(),
                entry.sql()));
    }

    /** The name stands third, whatever its quotes: after a rename SQLite quotes it, as it does the table's. */
    private String normal(Entry entry) {
        List<Token> tokens = SqliteLexer.tokens(entry.sql());
        return form.of(tokens.subList(0, 2)) + " " + NormalForm.name(tokens.get(2)) + " "
                + form.of(tokens.subList(3, tokens.size()));
    }
}
