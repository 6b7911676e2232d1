// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import dev.plumbline.acceptance.NewDatabase;
import dev.plumbline.generated.Element;
import dev.plumbline.generated.Row;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The databases of one server that hold the sides of a pair, one pair after another. A new database and a new session
 * cost more than all the rest, so both are used many times: everything belongs to one role, and goes with it.
 */
final class PairDatabases implements AutoCloseable {
    private static final String OWNER = "pair_owner";
    private static final String OTHER = "pair_other";
    /** The catalogs grow with every object that was ever made. */
    private static final int USES = 60;
    /** Drops what has no owner. */
    private static final String EMPTY = """
            DO $$ DECLARE gone text; BEGIN
              FOR gone IN
                SELECT format('CAST (%s AS %s)', castsource::regtype, casttarget::regtype) FROM pg_cast WHERE oid >= 16384 UNION ALL
                SELECT format('ACCESS METHOD %I', amname) FROM pg_am WHERE oid >= 16384 UNION ALL
                SELECT format('TEXT SEARCH PARSER %I.%I', nspname, prsname)
                  FROM pg_ts_parser p JOIN pg_namespace n ON n.oid = prsnamespace WHERE p.oid >= 16384 UNION ALL
                SELECT format('TEXT SEARCH TEMPLATE %I.%I', nspname, tmplname)
                  FROM pg_ts_template t JOIN pg_namespace n ON n.oid = tmplnamespace WHERE t.oid >= 16384
              LOOP
                EXECUTE 'DROP ' || gone || ' CASCADE';
              END LOOP;
            END $$""";

    private final TestServer server;
    private final Map<String, Connection> open = new TreeMap<>();
    private final Map<String, Integer> uses = new TreeMap<>();

    PairDatabases(TestServer server) throws SQLException {
        this.server = server;
        try (Connection admin = server.url("template1").open()) {
            String password = server.embedded().url("x").replaceAll(".*://postgres:([^@]*)@.*", "$1");
            run(admin, "CREATE ROLE " + OWNER + " SUPERUSER LOGIN PASSWORD '" + password + "'");
            run(admin, "CREATE ROLE " + OTHER + " SUPERUSER");
        }
    }

    /** Returns the URL of a database as text. */
    String text(String name) {
        return server.embedded().url(name).replace("://postgres:", "://" + OWNER + ":");
    }

    DatabaseUrl url(String name) {
        return DatabaseUrl.parse(text(name));
    }

    /** Returns the only session on an empty database of this name. */
    Connection empty(String name) throws SQLException {
        Connection connection = open.get(name);
        if (connection == null
                || connection.isClosed()
                || uses.merge(name, 1, Integer::sum) > USES
                || !cleared(connection)) {
            if (connection != null) {
                connection.close();
            }
            connection = create(name);
            open.put(name, connection);
            uses.put(name, 1);
        }
        return connection;
    }

    /** Gives everything in a database to a role that runs no plan. */
    static void giveAway(Connection connection) throws SQLException {
        run(connection, "REASSIGN OWNED BY " + OWNER + " TO " + OTHER);
    }

    /** Empties the database; false where the server fails at it, as it does at some default privileges. */
    private static boolean cleared(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        return refusal(connection, "RESET ALL; DROP OWNED BY app_reader, app_writer, " + OTHER + " CASCADE")
                        .isEmpty()
                && refusal(connection, "DROP OWNED BY app_owner CASCADE").isEmpty()
                && refusal(connection, "DROP OWNED BY " + OWNER + " CASCADE").isEmpty()
                && refusal(connection, EMPTY).isEmpty();
    }

    private Connection create(String name) throws SQLException {
        try (Connection admin = server.url("template1").open()) {
            run(admin, "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            run(admin, NewDatabase.named(name, server.embedded().majorVersion()));
        }
        return url(name).open();
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : open.values()) {
            connection.close();
        }
    }

    /**
     * Runs the statements, those once more that something was not there for, and leaves out what the server refuses.
     *
     * @return what the server took, in that order, by the id of the object
     */
    static SequencedMap<String, String> load(Connection connection, List<Element> elements) throws SQLException {
        SequencedMap<String, String> taken = new LinkedHashMap<>();
        List<Element> left = elements;
        for (int pass = 0; pass < 2; pass++) {
            List<Element> refused = new ArrayList<>();
            for (Element element : left) {
                if (refusal(connection, element.sql()).isEmpty()) {
                    taken.put(element.id(), element.sql());
                } else {
                    refused.add(element);
                }
            }
            left = refused;
        }
        return taken;
    }

    /** Puts the rows in that fit; where some values do not, the row without those that are no numbers or texts. */
    static List<Row> fill(Connection connection, List<Row> rows) {
        List<Row> filled = new ArrayList<>();
        for (Row row : rows) {
            if (insert(connection, row.table(), row.values()).isEmpty()) {
                filled.add(row);
            } else {
                SequencedMap<String, String> plain = new LinkedHashMap<>(row.values());
                plain.values().removeIf(value -> value.matches("'[({].*|'(one|empty)'"));
                if (insert(connection, row.table(), plain).isEmpty()) {
                    filled.add(new Row(row.table(), plain));
                }
            }
        }
        return filled;
    }

    /** Returns the names of all parts that partitions have of indexes. */
    static Set<String> parts(Connection connection) {
        Set<String> parts = new TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT h.inhrelid::regclass::text FROM pg_inherits h"
                        + " JOIN pg_index x ON x.indexrelid = h.inhrelid")) {
            while (row.next()) {
                parts.add(row.getString(1));
            }
            return parts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns whether all rows go in; those that others must be there for are tried once more. */
    static boolean fits(Connection connection, List<Row> rows) {
        List<Row> left = new ArrayList<>(rows);
        left.removeIf(row -> insert(connection, row.table(), row.values()).isEmpty());
        left.removeIf(row -> insert(connection, row.table(), row.values()).isEmpty());
        return left.isEmpty();
    }

    /** Returns the rows with the values that the casts of one side give them for the other's types; as they are where there is none. */
    static List<Row> converted(Connection from, Connection to, List<Row> rows) throws SQLException {
        List<Row> converted = new ArrayList<>();
        for (Row row : rows) {
            SequencedMap<String, String> values = new LinkedHashMap<>(row.values());
            for (Map.Entry<String, String> value : values.entrySet()) {
                Optional<String> before = type(from, row.table(), value.getKey());
                Optional<String> after = type(to, row.table(), value.getKey());
                if (before.isPresent() && after.isPresent() && !before.equals(after)) {
                    converted(
                                    from,
                                    "CAST(CAST(" + value.getValue() + " AS " + before.get() + ") AS " + after.get()
                                            + ")")
                            .ifPresent(value::setValue);
                }
            }
            converted.add(new Row(row.table(), values));
        }
        return converted;
    }

    private static Optional<String> converted(Connection connection, String expression) {
        try {
            return Optional.of(value(connection, "SELECT quote_nullable((" + expression + ")::text)"));
        } catch (SQLException e) {
            // No cast leads there, or it leads to a type that this side does not have.
            return Optional.empty();
        }
    }

    private static Optional<String> type(Connection connection, String table, String column) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT format_type(atttypid, atttypmod) FROM pg_attribute"
                        + " WHERE attrelid = to_regclass(?) AND attname = (parse_ident(?))[1] AND NOT attisdropped")) {
            statement.setString(1, table);
            statement.setString(2, column);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static String insert(Connection connection, String table, Map<String, String> values) {
        return values.isEmpty()
                ? ""
                : refusal(
                        connection,
                        "INSERT INTO " + table + " (" + String.join(", ", values.keySet()) + ") VALUES ("
                                + String.join(", ", values.values()) + ")");
    }

    /** Runs a statement and returns why the server refused it, empty where it did not. */
    static String refusal(Connection connection, String sql) {
        try {
            run(connection, sql);
            return "";
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** Returns the only value of a query. */
    static String value(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
