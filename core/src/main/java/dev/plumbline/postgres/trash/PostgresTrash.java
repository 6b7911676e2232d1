// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.trash;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.execute.Trash;
import dev.plumbline.execute.TrashEntry;
import dev.plumbline.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The trash of a PostgreSQL database, through the functions that stand in it. */
public final class PostgresTrash implements Trash {
    private static final String LIST = """
            SELECT * FROM (
            SELECT t.place, t.put_at, t.keep_until, t.keep_until < pg_catalog.now() AS due, t.home, t.name, NULL AS part
                 , COALESCE(pg_catalog.pg_total_relation_size(c.oid), 0) AS bytes
            FROM plumbline_trash.tables t
            LEFT JOIN pg_catalog.pg_namespace n ON n.nspname = t.place
            LEFT JOIN pg_catalog.pg_class c ON c.relnamespace = n.oid AND c.relname = t.name AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT k.place, k.put_at, k.keep_until, k.keep_until < pg_catalog.now(), n.nspname, c.relname, k.name, 0
            FROM plumbline_trash.columns k
            JOIN pg_catalog.pg_attribute a ON a.attrelid = k.relation AND a.attname = k.place AND NOT a.attisdropped
            JOIN pg_catalog.pg_class c ON c.oid = a.attrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            ) AS entries ORDER BY put_at, pg_catalog.length(place), place, home, name""";

    private static final String PLACE = "SELECT t.place FROM " + TrashStatements.SCHEMA
            + ".tables t WHERE t.home = ? AND t.name = ? ORDER BY t.put_at DESC LIMIT 1";

    @Override
    public List<TrashEntry> list(Connection connection) throws SQLException {
        List<TrashEntry> entries = new ArrayList<>();
        if (!isThere(connection)) {
            return entries;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(LIST)) {
            while (rows.next()) {
                ObjectKey table = ObjectKey.of(ObjectKind.TABLE, rows.getString("home"), rows.getString("name"));
                TrashEntry entry = new TrashEntry(
                        rows.getString("place"),
                        List.of(Optional.ofNullable(rows.getString("part"))
                                .map(column -> table.child(ObjectKind.COLUMN, column))
                                .orElse(table)),
                        instant(rows.getTimestamp("put_at")),
                        instant(rows.getTimestamp("keep_until")),
                        rows.getLong("bytes"),
                        rows.getBoolean("due"));
                if (!entries.isEmpty() && entries.getLast().place().equals(entry.place())) {
                    entries.add(merged(entries.removeLast(), entry));
                } else {
                    entries.add(entry);
                }
            }
        }
        return entries;
    }

    private static Instant instant(Timestamp time) {
        return Objects.requireNonNull(time).toInstant();
    }

    private static TrashEntry merged(TrashEntry one, TrashEntry other) {
        List<ObjectKey> tables = new ArrayList<>(one.objects());
        tables.addAll(other.objects());
        return new TrashEntry(one.place(), tables, one.since(), one.until(), one.bytes() + other.bytes(), one.due());
    }

    /** Looks whether there is one that can be trusted. Another role's could make even the list run what it wants. */
    private static boolean isThere(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TrashStatements.guard());
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_catalog.to_regclass('" + TrashStatements.SCHEMA + ".tables') IS NOT NULL")) {
            return row.next() && row.getBoolean(1);
        }
    }

    @Override
    public List<String> restore(Connection connection, TrashEntry entry) throws SQLException {
        return call(connection, "SELECT * FROM ", entry.isColumn() ? "restore_column" : "restore", entry);
    }

    @Override
    public void purge(Connection connection, TrashEntry entry) throws SQLException {
        call(connection, "SELECT NULL FROM ", entry.isColumn() ? "purge_column" : "purge", entry);
    }

    private static List<String> call(Connection connection, String select, String called, TrashEntry entry)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET lock_timeout = '3s'");
            for (String function : TrashStatements.back()) {
                statement.execute(function);
            }
        }
        String sql = select + TrashStatements.SCHEMA + "." + called + "(?)";
        List<String> found = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, entry.place());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Optional.ofNullable(rows.getString(1)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    /** Returns how many rows a table has that is in the trash; empty where it is not there. */
    public static OptionalLong rows(Connection connection, ObjectKey table) throws SQLException {
        Optional<String> place = isThere(connection) ? place(connection, table) : Optional.empty();
        if (place.isEmpty()) {
            return OptionalLong.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM " + Sql.name(place.get()) + "." + Sql.name(table.name()))) {
            return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
        }
    }

    private static Optional<String> place(Connection connection, ObjectKey table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(PLACE)) {
            statement.setString(1, table.schema());
            statement.setString(2, table.name());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
            }
        }
    }
}
