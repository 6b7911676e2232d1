// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.postgres.trash.TrashStatements;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One reading of a catalog: the connection, what was found so far, and which key stands behind each of the server's own
 * addresses. The readers of the single kinds share it.
 */
public final class CatalogReading implements AutoCloseable {
    /** The condition on {@code pg_namespace n} for schemas that belong to users. */
    public static final String USER_SCHEMA =
            "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema' AND n.nspname !~ '" + TrashStatements.SCHEMAS
                    + "'";

    private final Connection connection;
    private final QueriesAhead ahead;
    private final Catalog.Builder builder;
    private final int majorVersion;
    private final Map<ObjectAddress, ObjectKey> keys = new HashMap<>();
    private final Map<ObjectAddress, ObjectKey> owners = new HashMap<>();
    private final Set<ObjectAddress> implied = new HashSet<>();
    private final Set<ObjectKey> first = new HashSet<>();
    private final Map<String, String> texts = new HashMap<>();
    private final InhabitedCatalogs inhabited;

    /** Begins one in the transaction that is open, which has an empty search path. */
    CatalogReading(Connection connection, Catalog.Builder builder, int majorVersion) throws SQLException {
        this.inhabited = InhabitedCatalogs.read(connection);
        this.connection = connection;
        this.ahead = new QueriesAhead(connection);
        this.builder = builder;
        this.majorVersion = majorVersion;
    }

    Catalog.Builder builder() {
        return builder;
    }

    boolean atLeast(int version) {
        return majorVersion >= version;
    }

    /** The condition that an object of a catalog belongs to no extension. */
    static String notOfExtension(String catalog, String oidColumn) {
        return "NOT EXISTS (SELECT 1 FROM pg_depend member WHERE member.classid = '" + catalog
                + "'::regclass AND member.objid = " + oidColumn + " AND member.deptype = 'e')";
    }

    /** Returns that text, the same instance for the same text: a schema has few types and few defaults, in many places. */
    String shared(String text) {
        return texts.computeIfAbsent(text, same -> same);
    }

    void add(ObjectAddress address, SchemaObject object) {
        builder.add(object);
        keys.put(address, object.key());
    }

    /** Says that an address means an object that is found under another one, such as the row type of a table. */
    void alias(ObjectAddress address, ObjectKey key) {
        keys.put(address, key);
    }

    /** Says that an address is a part of an object without being one itself, such as the column of a view. */
    void part(ObjectAddress address, ObjectKey name, ObjectKey owner) {
        keys.putIfAbsent(address, name);
        owners.put(address, owner);
    }

    /**
     * Says that an address is what a child has only because of a parent's object: who needs it needs that object, which
     * itself needs nothing that the child has.
     */
    void implied(ObjectAddress address, ObjectKey name, ObjectKey owner) {
        part(address, name, owner);
        implied.add(address);
    }

    /** Says that an object is a part of another one which finds it there when it is made. */
    void comesFirst(ObjectKey part) {
        first.add(part);
    }

    /** Returns whether an object is a part of another one which finds it there when it is made. */
    boolean isFirst(ObjectKey part) {
        return first.contains(part);
    }

    /** Returns whether an address is what a child has only because of a parent's object. */
    boolean isImplied(ObjectAddress address) {
        return implied.contains(address);
    }

    /** Returns the key behind an address, also when it is only a part of an object. */
    Optional<ObjectKey> key(ObjectAddress address) {
        return Optional.ofNullable(keys.get(address));
    }

    /** Returns the object that an address is, or is part of. */
    Optional<ObjectKey> owner(ObjectAddress address) {
        ObjectKey owner = owners.get(address);
        return owner == null ? key(address) : Optional.of(owner);
    }

    /** Has queries run one ahead of the rows that are read; they are to come by {@link #rows} in this order. */
    void announce(List<String> queries) {
        ahead.announce(queries);
    }

    /** Runs a query and hands every row to the reader. It is prepared: where a catalog is read again and again, it is planned once. */
    void rows(String sql, RowReader reader) throws SQLException {
        Optional<ResultSet> fetched = ahead.take(sql);
        if (fetched.isPresent()) {
            try (ResultSet rows = fetched.get()) {
                read(rows, reader);
            }
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(5_000);
            try (ResultSet rows = statement.executeQuery()) {
                read(rows, reader);
            }
        }
    }

    /** Runs a query whose rows all come from one of the catalogs that most databases have nothing in; not where it is so. */
    void rowsOf(String catalog, String sql, RowReader reader) throws SQLException {
        if (isInhabited(catalog)) {
            rows(sql, reader);
        }
    }

    /** Returns whether one of the catalogs that most databases have nothing in has something here. */
    boolean isInhabited(String catalog) {
        return inhabited.contains(catalog);
    }

    private static void read(ResultSet rows, RowReader reader) throws SQLException {
        while (rows.next()) {
            reader.read(rows);
        }
    }

    @Override
    public void close() {
        ahead.close();
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    static Optional<String> optional(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    static Optional<Integer> optionalInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    static List<String> strings(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        Object[] items = (Object[]) array.getArray();
        String[] strings = new String[items.length];
        for (int i = 0; i < items.length; i++) {
            // An element that is null (an unnamed argument among named ones) reads as empty.
            strings[i] = items[i] == null ? "" : items[i].toString();
        }
        return List.of(strings);
    }

    /** Reads {@code name=value} items such as {@code reloptions}. */
    static SortedMap<String, String> options(ResultSet row, String column) throws SQLException {
        List<String> items = strings(row, column);
        if (items.isEmpty()) {
            return none();
        }
        SortedMap<String, String> options = new TreeMap<>();
        for (String item : items) {
            int equals = item.indexOf('=');
            options.put(item.substring(0, equals), item.substring(equals + 1));
        }
        return options;
    }

    static <V> SortedMap<String, V> none() {
        return Collections.emptySortedMap();
    }
}
