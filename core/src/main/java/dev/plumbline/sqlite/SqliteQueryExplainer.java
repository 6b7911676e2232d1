// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import dev.plumbline.workload.Conditions;
import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.QueryExplainer;
import dev.plumbline.workload.QueryPlan;
import dev.plumbline.workload.WorkloadQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Explains with {@code EXPLAIN QUERY PLAN}. SQLite's planner goes by the schema and by what ANALYZE wrote (SQLite
 * documentation, "The SQLite Query Optimizer Overview"), so a copy of both plans as the file does; but where two indexes are
 * equal to it, it takes the one that was made last, and a copy makes them in the order of their names.
 */
final class SqliteQueryExplainer implements QueryExplainer {
    /** The tables of ANALYZE with their columns; the second is there only where SQLite is built for it. */
    private static final Map<String, Integer> STATISTICS = Map.of("sqlite_stat1", 3, "sqlite_stat4", 6);

    @Override
    public Conditions prepareLive(Connection live) throws SQLException {
        Queries.run(live, "PRAGMA query_only = ON");
        return Conditions.LIVE;
    }

    @Override
    public Conditions prepareScratch(Connection scratch, Optional<Connection> live, List<String> searchPath)
            throws SQLException {
        if (live.isEmpty() || !hasRows(live.get())) {
            return Conditions.NO_STATISTICS;
        }
        // It makes the tables of statistics, empty as the database is.
        Queries.run(scratch, "ANALYZE");
        for (Map.Entry<String, Integer> table : STATISTICS.entrySet()) {
            if (exists(live.get(), table.getKey()) && exists(scratch, table.getKey())) {
                copy(live.get(), scratch, table.getKey(), table.getValue());
            }
        }
        // "The ANALYZE command ... on the sqlite_schema table ... reloads" them (SQLite documentation, "ANALYZE",
        // section 6).
        Queries.run(scratch, "ANALYZE sqlite_schema");
        return Conditions.STATISTICS;
    }

    private static boolean hasRows(Connection live) throws SQLException {
        return exists(live, "sqlite_stat1")
                && Queries.number(live, "SELECT EXISTS (SELECT 1 FROM main.sqlite_stat1)") != 0;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return Queries.number(
                        connection,
                        "SELECT EXISTS (SELECT 1 FROM main.sqlite_schema WHERE type = 'table' AND name = '" + table
                                + "')")
                != 0;
    }

    private static void copy(Connection live, Connection scratch, String table, int columns) throws SQLException {
        Queries.run(scratch, "DELETE FROM main." + table);
        String insert = "INSERT INTO main." + table + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
        try (Statement statement = live.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM main." + table);
                PreparedStatement into = scratch.prepareStatement(insert)) {
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    into.setObject(i, rows.getObject(i));
                }
                into.executeUpdate();
            }
        }
    }

    @Override
    public QueryPlan explain(Connection connection, WorkloadQuery query) throws SQLException {
        PlanLines lines = new PlanLines(query.sql(), indexes(connection));
        Map<Integer, Integer> depths = new HashMap<>();
        List<PlanNode> nodes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + query.sql())) {
            while (rows.next()) {
                int depth = depths.getOrDefault(rows.getInt("parent"), -1) + 1;
                depths.put(rows.getInt("id"), depth);
                nodes.add(lines.read(depth, rows.getString("detail")));
            }
        }
        return new QueryPlan(nodes);
    }

    private static List<String> indexes(Connection connection) throws SQLException {
        return Queries.list(
                connection,
                "SELECT name FROM main.sqlite_schema WHERE type = 'index' ORDER BY length(name) DESC",
                row -> row.getString(1));
    }
}
