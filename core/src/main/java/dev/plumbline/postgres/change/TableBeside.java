// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnDefault;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.Index;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The desired form of a table as it stands beside the table that is there, under a name that follows from its own. What shares its
 * name space with other relations has such a name too; constraints without an index and the partitions have their later names.
 */
public final class TableBeside {
    private final Table table;
    private final Catalog desired;
    private final ObjectKey key;

    /** Looks at a table and its parts in the desired catalog. */
    public TableBeside(Table table, Catalog desired) {
        this.table = table;
        this.desired = desired;
        this.key = key(table.key());
    }

    /** Returns the key of the second table beside a table. */
    public static ObjectKey key(ObjectKey table) {
        return ObjectKey.of(ObjectKind.TABLE, table.schema(), Scaffold.beside(table.name()));
    }

    /** Returns its own key while it stands beside the other. */
    public ObjectKey key() {
        return key;
    }

    /** Returns the columns, in order. */
    List<Column> columns() {
        return parts(Column.class)
                .sorted(Comparator.comparingInt(Column::position))
                .toList();
    }

    private <T extends SchemaObject> Stream<T> parts(Class<T> type) {
        return desired.children(table.key()).stream().flatMap(part -> desired.find(part, type).stream());
    }

    /** Returns the columns that take values, in order. */
    public List<Column> given() {
        return columns().stream()
                .filter(column -> !(column.value() instanceof ColumnValue.Generated))
                .toList();
    }

    /** Returns its indexes that stand behind no constraint. */
    public List<Index> indexes() {
        return parts(Index.class).toList();
    }

    /** Returns its foreign keys, or its other constraints. */
    public List<Constraint> constraints(boolean foreign) {
        return parts(Constraint.class)
                .filter(constraint -> (constraint.type() == ConstraintType.FOREIGN_KEY) == foreign)
                .sorted(Comparator.comparing(Constraint::type).thenComparing(Constraint::key))
                .toList();
    }

    /** Returns the defaults of its columns. */
    public List<ColumnDefault> defaults() {
        return columns().stream()
                .flatMap(column -> desired.children(column.key()).stream())
                .flatMap(part -> desired.find(part, ColumnDefault.class).stream())
                .toList();
    }

    /** Returns all partitions of it, those above before those below. */
    List<Table> partitions() {
        return Partitions.all(table.key(), desired);
    }

    /** Returns the keys of the table and its partitions. */
    public SortedSet<ObjectKey> tree() {
        SortedSet<ObjectKey> tree =
                partitions().stream().map(Table::key).collect(Collectors.toCollection(TreeSet::new));
        tree.add(table.key());
        return tree;
    }

    /** Returns what makes the table with all that needs no other. */
    public List<String> create() {
        List<Column> columns = columns().stream().map(this::beside).toList();
        TreeMap<ObjectKey, ColumnDefault> values = new TreeMap<>();
        defaults()
                .forEach(value ->
                        values.put(key.child(ObjectKind.COLUMN, value.column().name()), value));
        List<Constraint> held = constraints(false).stream()
                .map(constraint -> constraint.of(key, name(constraint)))
                .toList();
        List<String> sql = new ArrayList<>(TableStatements.create(table.named(key), columns, values, held, List.of()));
        columns.forEach(column -> sql.addAll(ColumnStatements.attributes(column)));
        desired.ownership()
                .given(table.key())
                .ifPresent(role -> sql.add("ALTER TABLE " + Sql.of(key) + " OWNER TO " + Sql.name(role)));
        return sql;
    }

    /** A name that the server would choose it would choose after the name that the table has for a while. */
    private Column beside(Column column) {
        boolean named = NotNull.isNamed(desired.product().majorVersion()) && column.notNull();
        Column own = named
                ? column.withNotNull(true, Optional.of(NotNull.plainName(column)), column.notNullOptions())
                : column;
        return (own.value() instanceof ColumnValue.Identity identity ? own.withValue(beside(identity, column)) : own)
                .of(key);
    }

    private static ColumnValue.Identity beside(ColumnValue.Identity identity, Column column) {
        return new ColumnValue.Identity(
                identity.always(), identity.sequence(), Optional.of(Scaffold.sequence(column)), identity.unlogged());
    }

    private static String name(Constraint constraint) {
        String name = constraint.key().name();
        return constraint.type() == ConstraintType.CHECK ? name : Scaffold.beside(name);
    }

    /** Returns what adds the foreign keys. */
    public List<String> refer() {
        return constraints(true).stream()
                .flatMap(foreign ->
                        ConstraintStatements.add(foreign.of(key, foreign.key().name())).stream())
                .toList();
    }

    /** Returns what makes an index of it; absent where its definition is not known well enough. */
    public Optional<List<String>> build(Index index) {
        String head = head(index.unique(), index.key().name(), index.on());
        if (!index.definition().startsWith(head)) {
            return Optional.empty();
        }
        String name = Scaffold.beside(index.key().name());
        return Optional.of(ConstraintStatements.create(new Index(
                ObjectKey.of(ObjectKind.INDEX, index.key().schema(), name),
                key,
                head(index.unique(), name, key) + index.definition().substring(head.length()),
                index.method(),
                index.unique(),
                index.columns(),
                index.predicate(),
                Optional.empty(),
                Optional.empty(),
                true,
                false,
                index.statistics(),
                index.options(),
                index.tablespace(),
                "")));
    }

    private static String head(boolean unique, String name, ObjectKey on) {
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX " + Sql.name(name) + " ON " + Sql.of(on) + " ";
    }

    /** Returns a statement that makes a partition of the table, as one that makes a partition of what stands beside it. */
    public String partitioned(String statement, Table partition) {
        String head = "TABLE " + Sql.of(partition.key()) + " PARTITION OF ";
        return partition.isPartitionOf(table.key())
                ? statement.replaceFirst(
                        Pattern.quote(head + Sql.of(table.key())), Matcher.quoteReplacement(head + Sql.of(key)))
                : statement;
    }

    /** Returns what gives all of it the names that it is to have; those are free by then. */
    public List<String> rename() {
        List<String> sql = new ArrayList<>();
        sql.add("ALTER TABLE " + Sql.of(key) + " RENAME TO "
                + Sql.name(table.key().name()));
        constraints(false).stream()
                .filter(constraint -> constraint.type() != ConstraintType.CHECK)
                .map(constraint -> constraint.key().name())
                .forEach(name -> sql.add("ALTER TABLE " + Sql.of(table.key()) + " RENAME CONSTRAINT "
                        + Sql.name(Scaffold.beside(name)) + " TO " + Sql.name(name)));
        indexes()
                .forEach(index -> sql.add(renamed(
                        "INDEX",
                        Scaffold.beside(index.key().name()),
                        index.key().name())));
        for (Column column : columns()) {
            if (column.value() instanceof ColumnValue.Identity identity) {
                sql.add(renamed(
                        "SEQUENCE", Scaffold.sequence(column), ColumnStatements.sequenceName(identity, column.key())));
            }
        }
        return sql;
    }

    private String renamed(String what, String from, String to) {
        return "ALTER " + what + " " + Sql.name(table.key().schema()) + "." + Sql.name(from) + " RENAME TO "
                + Sql.name(to);
    }

    /** Returns what makes the sequences of its identities go on where those of the table that is there have got to. */
    public List<String> count(Catalog actual) {
        List<String> sql = new ArrayList<>();
        for (Column column : columns()) {
            actual.find(column.key(), Column.class).ifPresent(before -> {
                if (column.value() instanceof ColumnValue.Identity identity
                        && before.value() instanceof ColumnValue.Identity from) {
                    sql.add("SELECT pg_catalog.setval("
                            + Sql.literal(ColumnStatements.sequence(beside(identity, column), column.key()))
                            + ", last_value, is_called) FROM " + ColumnStatements.sequence(from, column.key()));
                }
            });
        }
        return sql;
    }
}
