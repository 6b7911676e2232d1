// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.seed;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.NeededFirst;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.ReadRelations;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.catalog.Table;
import dev.plumbline.execute.RowSeeder;
import dev.plumbline.plan.Step;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.postgres.trash.PostgresTrash;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts a few rows into every table that holds rows itself, partitions among them. Parents come first; each row is a
 * statement of its own, so that one that is refused spoils no other. Triggers fire as they would for an application.
 */
public final class PostgresRowSeeder implements RowSeeder {
    private static final int ROWS = 3;

    /**
     * How types tell that they cannot read a text: a tsquery, and an hstore since 16, as a syntax error, an hstore before as an internal
     * one ({@code hstore_io.c}). A statement that is wrong itself fails without rows too.
     */
    private static final Set<String> UNREADABLE = Set.of("42601", "XX000");

    @Override
    public Seeding seed(Connection connection, Catalog catalog) throws SQLException {
        Map<ObjectKey, List<SeedReference>> references = SeedReference.read(connection);
        SeedTypes types = new SeedTypes(catalog);
        SortedMap<ObjectKey, String> refused = new TreeMap<>();
        List<ObjectKey> tables = parentsFirst(catalog, references);
        for (ObjectKey table : tables) {
            String reason =
                    fill(connection, new SeedTable(catalog, table, types, references.getOrDefault(table, List.of())));
            if (!reason.isEmpty()) {
                refused.put(table, reason);
            }
        }
        SortedMap<ObjectKey, Long> rows = new TreeMap<>();
        for (ObjectKey table : tables) {
            // Triggers may have put rows where none could be put directly.
            long count = count(connection, table);
            if (count > 0) {
                rows.put(table, count);
                refused.remove(table);
            }
        }
        return new Seeding(rows, refused);
    }

    @Override
    public long count(Connection connection, ObjectKey table) throws SQLException {
        // The rows of tables that inherit from this one are counted there; a partitioned table has none but its
        // partitions'.
        String only = isPartitioned(connection, table) ? "" : "ONLY ";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + only + Sql.of(table))) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public OptionalLong countInTrash(Connection connection, ObjectKey table) throws SQLException {
        return PostgresTrash.rows(connection, table);
    }

    private static boolean isPartitioned(Connection connection, ObjectKey table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT 1 FROM pg_catalog.pg_partitioned_table WHERE partrelid = "
                                + Sql.literal(Sql.of(table)) + "::pg_catalog.regclass")) {
            return row.next();
        }
    }

    /** First nulls stand in for values that do not fit; then the rows go, and those that refer to them. */
    @Override
    public boolean makeFit(Connection connection, Step step, SQLException error, Catalog desired, int attempt)
            throws SQLException {
        boolean aboutRows = isAboutRows(error.getSQLState(), step);
        // A check of a domain is about the values of its columns, as the domain itself is.
        ObjectKey changed = desired.find(step.object())
                .flatMap(SchemaObject::parent)
                .filter(parent -> parent.kind() == ObjectKind.DOMAIN)
                .orElse(step.object());
        // What depends on a table or a column has no values of it, but those of tables that inherit from it.
        boolean isType = changed.kind() != ObjectKind.TABLE && changed.kind() != ObjectKind.COLUMN;
        List<Column> ofType = isType ? columnsOfType(changed, desired) : List.of();
        if (aboutRows
                && attempt <= 2
                && !ofType.isEmpty()
                && desired.find(changed).isPresent()) {
            return makeFit(connection, ofType, attempt);
        }
        Optional<ObjectKey> view = meant(step.object(), desired)
                .flatMap(SchemaObject::parent)
                .filter(parent -> parent.kind() == ObjectKind.MATERIALIZED_VIEW);
        if (aboutRows && view.isPresent()) {
            return isFilledAnew(connection, view.get(), desired);
        }
        Optional<ObjectKey> table = Optional.of(step.object())
                .filter(object -> object.kind() == ObjectKind.TABLE)
                .or(() -> meant(step.object(), desired).flatMap(SchemaObject::parent))
                .filter(parent -> parent.kind() == ObjectKind.TABLE);
        if (!aboutRows || table.isEmpty()) {
            return false;
        }
        List<String> columns =
                meant(step.object(), desired).map(PostgresRowSeeder::columns).orElse(List.of());
        try (Statement statement = connection.createStatement()) {
            boolean nulled = false;
            for (String column : columns) {
                nulled |= run(
                                        statement,
                                        "UPDATE " + Sql.of(table.get()) + " SET " + Sql.name(column) + " = NULL WHERE "
                                                + Sql.name(column) + " IS NOT NULL")
                                .isEmpty()
                        && statement.getUpdateCount() > 0;
            }
            return nulled || isEmptied(statement, table.get());
        }
    }

    /**
     * Returns whether there was a row in what a materialized view reads: its own rows follow from those. What the plan makes is not
     * there at the time, and has no rows of ours.
     */
    private static boolean isFilledAnew(Connection connection, ObjectKey view, Catalog catalog) throws SQLException {
        boolean any = false;
        try (Statement statement = connection.createStatement()) {
            for (ObjectKey read : ReadRelations.of(view, catalog)) {
                if (read.kind() == ObjectKind.TABLE && isThere(statement, read)) {
                    any |= isEmptied(statement, read);
                } else if (any && read.kind() == ObjectKind.MATERIALIZED_VIEW && isThere(statement, read)) {
                    statement.execute("REFRESH MATERIALIZED VIEW " + Sql.of(read));
                }
            }
        }
        return any;
    }

    private static boolean isThere(Statement statement, ObjectKey relation) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "SELECT pg_catalog.to_regclass(" + Sql.literal(Sql.of(relation)) + ") IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static boolean isAboutRows(@Nullable String state, Step step) {
        // Class 22 is "data exception", 23 "integrity constraint violation" (PostgreSQL documentation, appendix A).
        return state != null
                && (state.startsWith("22")
                        || state.startsWith("23")
                        || (step.object().kind() == ObjectKind.COLUMN && UNREADABLE.contains(state)));
    }

    /** Returns the columns of a type, and of domains over it. */
    private static List<Column> columnsOfType(ObjectKey type, Catalog catalog) {
        List<Column> columns = new ArrayList<>();
        for (ObjectKey dependent : catalog.dependents(type)) {
            catalog.find(dependent, Column.class).ifPresent(columns::add);
            if (dependent.kind() == ObjectKind.DOMAIN) {
                columns.addAll(columnsOfType(dependent, catalog));
            }
        }
        return columns;
    }

    /** The part that a partition has of its parent's key or index is made by a step of its own. */
    private static Optional<SchemaObject> meant(ObjectKey key, Catalog desired) {
        return desired.find(key)
                .or(() -> desired.objects(Table.class)
                        .flatMap(table -> table.implied().stream())
                        .filter(implied -> implied.key().equals(key))
                        .findFirst());
    }

    /** A type that loses values, or takes others: all columns of that type are meant. */
    private static boolean makeFit(Connection connection, List<Column> columns, int attempt) throws SQLException {
        boolean changed = false;
        try (Statement statement = connection.createStatement()) {
            for (Column column : columns) {
                String table = Sql.of(column.table());
                String name = Sql.name(column.key().name());
                changed |= attempt == 1
                        ? run(statement, "UPDATE " + table + " SET " + name + " = NULL")
                                .isEmpty()
                        : isEmptied(statement, column.table());
            }
        }
        // Where no column takes nulls, the rows go at once.
        return changed || (attempt == 1 && makeFit(connection, columns, 2));
    }

    /** Returns whether there was a row, those of tables that inherit from it included: a step demands the same of them. */
    private static boolean isEmptied(Statement statement, ObjectKey table) throws SQLException {
        boolean any;
        try (ResultSet row = statement.executeQuery("SELECT EXISTS (SELECT FROM " + Sql.of(table) + ")")) {
            any = row.next() && row.getBoolean(1);
        }
        statement.execute("TRUNCATE " + Sql.of(table) + " CASCADE");
        return any;
    }

    private static List<String> columns(SchemaObject object) {
        return switch (object) {
            case Constraint constraint -> constraint.columns();
            case Column column -> List.of(column.key().name());
            default -> List.of();
        };
    }

    private static List<ObjectKey> parentsFirst(Catalog catalog, Map<ObjectKey, List<SeedReference>> references) {
        List<ObjectKey> order = NeededFirst.order(
                catalog.objects(Table.class).map(Table::key).toList(),
                table -> references.getOrDefault(table, List.of()).stream()
                        .map(SeedReference::parent)
                        .toList());
        order.removeIf(key -> catalog.find(key, Table.class)
                .map(table -> table.partitioning().isPresent())
                .orElse(true));
        return order;
    }

    /** Returns why no row could be put in, empty when one was. */
    private static String fill(Connection connection, SeedTable table) {
        String refusal = "";
        int done = 0;
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (int row = 1; row <= ROWS; row++) {
                for (String insert : table.inserts(row)) {
                    refusal = run(statement, insert);
                    if (refusal.isEmpty()) {
                        done++;
                        break;
                    }
                }
            }
        } catch (SQLException e) {
            refusal = ServerMessage.of(e).text();
        }
        return done > 0 ? "" : refusal;
    }

    private static String run(Statement statement, String insert) {
        try {
            statement.execute(insert);
            return "";
        } catch (SQLException e) {
            return ServerMessage.of(e).text();
        }
    }
}
