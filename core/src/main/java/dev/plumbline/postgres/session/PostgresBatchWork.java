// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.session;

import dev.plumbline.execute.BatchWork;
import dev.plumbline.execute.Pace;
import dev.plumbline.plan.Batch;
import dev.plumbline.postgres.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Batches over a table by a unique key whose index the server follows: first the next row that is still to be changed, then the
 * last one of the batch, then all between them. Values of the key are handed over as the texts that the server wrote, with
 * their types; under the settings of a plan's session every type reads what it wrote.
 */
public final class PostgresBatchWork implements BatchWork {
    /**
     * Statistics lag behind while a table is filled: the server is not to read the whole table for one batch, and rows that a
     * policy hides are an error rather than left out.
     */
    private static final String SETTINGS = "SET LOCAL enable_seqscan = off; SET LOCAL row_security = off";

    private final ReplicaLag replicas = new ReplicaLag();

    @Override
    public long estimate(Connection connection, Batch batch) throws SQLException {
        String sql = "WITH RECURSIVE part AS (SELECT " + Sql.literal(Sql.of(batch.table()))
                + "::pg_catalog.regclass::pg_catalog.oid AS oid UNION SELECT i.inhrelid FROM part JOIN"
                + " pg_catalog.pg_inherits i ON i.inhparent = part.oid)"
                + " SELECT pg_catalog.sum(GREATEST(c.reltuples, 0))::bigint FROM part"
                + " JOIN pg_catalog.pg_class c ON c.oid = part.oid WHERE c.relkind = 'r'";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    @Override
    public Portion next(Connection connection, Batch batch, List<String> after, long size, long stride)
            throws SQLException {
        Walk walk = new Walk(batch);
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(SETTINGS);
            List<String> first = row(statement, walk.firstPending(after, stride), batch);
            if (first.isEmpty()) {
                List<String> passed = row(statement, walk.last(after, ">", stride), batch);
                if (!passed.isEmpty()) {
                    return new Portion(passed.subList(1, passed.size()), stride, 0);
                }
                // What is left is less than a stride and done, but for rows that have come in the meantime.
                return new Portion(List.of(), 0, statement.executeUpdate(walk.change(after, ">", List.of())));
            }
            List<String> from = first.subList(1, first.size());
            List<String> end = row(statement, walk.last(from, ">=", size), batch);
            List<String> last = end.isEmpty() ? List.of() : end.subList(1, end.size());
            long changed = statement.executeUpdate(walk.change(from, ">=", last));
            long passed = Long.parseLong(first.getFirst()) - 1;
            return new Portion(last, passed + (last.isEmpty() ? changed : size), changed);
        }
    }

    /** Returns a number and the values of the key; empty when there is no such row. */
    private static List<String> row(Statement statement, String query, Batch batch) throws SQLException {
        List<String> values = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(query)) {
            if (row.next()) {
                for (int column = 1; column <= batch.key().size() + 1; column++) {
                    values.add(row.getString(column));
                }
            }
        }
        return values;
    }

    @Override
    public Optional<String> strained(Connection connection, Pace pace) throws SQLException {
        Optional<String> replica = replicas.behind(connection, pace.lag());
        return replica.isPresent() ? replica : waiting(connection, pace.waiting());
    }

    private static Optional<String> waiting(Connection connection, int most) throws SQLException {
        String sql = "SELECT pg_catalog.count(*) || ' sessions wait for locks' FROM pg_catalog.pg_stat_activity"
                + " WHERE datname = pg_catalog.current_database() AND wait_event_type = 'Lock'"
                + " HAVING pg_catalog.count(*) > " + most;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    /** The statements of one walk. */
    private record Walk(Batch batch) {
        private String names() {
            return batch.key().stream().map(Batch.Column::name).collect(Collectors.joining(", "));
        }

        /** Without names of their own they would have the columns' names, and ORDER BY would mean the texts. */
        private String texts() {
            return IntStream.range(0, batch.key().size())
                    .mapToObj(i -> batch.key().get(i).name() + "::text AS \"~" + i + "\"")
                    .collect(Collectors.joining(", "));
        }

        private String beyond(List<String> key, String comparison) {
            if (key.isEmpty()) {
                return "true";
            }
            String values = IntStream.range(0, key.size())
                    .mapToObj(i ->
                            Sql.literal(key.get(i)) + "::" + batch.key().get(i).type())
                    .collect(Collectors.joining(", "));
            return "(" + names() + ") " + comparison + " (" + values + ")";
        }

        private String table() {
            return Sql.of(batch.table());
        }

        /** The window over the rows in their order needs no sorting, and stops where the first row is found. */
        String firstPending(List<String> after, long stride) {
            return "SELECT \"~number\", " + texts() + " FROM (SELECT " + names() + ", (" + batch.pending()
                    + ") AS \"~pending\", pg_catalog.row_number() OVER (ORDER BY " + names() + ") AS \"~number\" FROM "
                    + table()
                    + " WHERE " + beyond(after, ">") + " ORDER BY " + names() + " LIMIT " + stride
                    + ") \"~rows\" WHERE \"~pending\" ORDER BY \"~number\" LIMIT 1";
        }

        String last(List<String> from, String comparison, long count) {
            return "SELECT 0, " + texts() + " FROM " + table() + " WHERE " + beyond(from, comparison) + " ORDER BY "
                    + names() + " LIMIT 1 OFFSET " + (count - 1);
        }

        String change(List<String> from, String comparison, List<String> last) {
            return batch.where(" AND " + beyond(from, comparison) + " AND " + beyond(last, "<="));
        }
    }
}
