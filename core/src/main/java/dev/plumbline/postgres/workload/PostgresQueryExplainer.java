// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.workload;

import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.source.LoadSession;
import dev.plumbline.workload.Conditions;
import dev.plumbline.workload.PlanNode;
import dev.plumbline.workload.QueryExplainer;
import dev.plumbline.workload.QueryPlan;
import dev.plumbline.workload.WorkloadQuery;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Explains by preparing a statement and asking for its generic plan, which is the same for all values of its parameters
 * (PostgreSQL documentation, "PREPARE", and "Query Planning", plan_cache_mode). PREPARE takes queries alone and carries
 * none out; all happens in a read-only transaction, because the planner may call functions that are marked immutable or
 * stable.
 */
public final class PostgresQueryExplainer implements QueryExplainer {
    private static final String NAME = "plumbline_explained";

    @Override
    public Conditions prepareLive(Connection live) {
        return Conditions.LIVE;
    }

    @Override
    public Conditions prepareScratch(Connection scratch, Optional<Connection> live, List<String> searchPath)
            throws SQLException {
        // A table without rows has no pages, and statistics put in place of them change nothing about that
        // (table_block_relation_estimate_size in tableam.c), so the planner cannot be made to choose as it will.
        run(scratch, "SET search_path = " + searchPath(live, searchPath));
        run(scratch, "SET enable_seqscan = off");
        run(scratch, "SET enable_sort = off");
        return Conditions.SERVABLE;
    }

    private static String searchPath(Optional<Connection> live, List<String> searchPath) throws SQLException {
        if (!searchPath.isEmpty()) {
            return searchPath.stream().map(Sql::name).collect(Collectors.joining(", "));
        }
        String path = live.isPresent() ? LoadSession.searchPath(live.get()) : "public";
        return path.isBlank() ? "''" : path;
    }

    @Override
    public QueryPlan explain(Connection connection, WorkloadQuery query) throws SQLException {
        NumberedParameters numbered = NumberedParameters.of(query.statement());
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        try {
            // For the transaction alone, as a pooler may hand the session on. Strings end where the workload was split;
            // nothing waits long behind a lock, and no planning goes on for ever.
            run(connection, "SET LOCAL standard_conforming_strings = on");
            run(connection, "SET LOCAL plan_cache_mode = force_generic_plan");
            run(connection, "SET LOCAL lock_timeout = '3s'");
            run(connection, "SET LOCAL statement_timeout = '60s'");
            run(connection, "PREPARE " + NAME + " AS " + numbered.sql());
            return new QueryPlan(whole(connection, plan(connection, numbered.count())));
        } finally {
            if (!connection.isClosed()) {
                connection.rollback();
                connection.setReadOnly(false);
                connection.setAutoCommit(true);
            }
        }
    }

    /** A prepared statement outlives its transaction, so it is given up in it, on the same session. */
    private static List<PlanNode> plan(Connection connection, int parameters) throws SQLException {
        String nulls = parameters == 0 ? "" : "(" + String.join(", ", Collections.nCopies(parameters, "NULL")) + ")";
        Savepoint prepared = connection.setSavepoint();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("EXPLAIN (FORMAT XML) EXECUTE " + NAME + nulls)) {
            row.next();
            return PlanXml.read(row.getString(1));
        } catch (SQLException e) {
            connection.rollback(prepared);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                run(connection, "DEALLOCATE " + NAME);
            }
        }
    }

    /** Returns the nodes with the index of a partition under the name of the index that it is a part of. */
    private static List<PlanNode> whole(Connection connection, List<PlanNode> nodes) throws SQLException {
        Set<String> used = nodes.stream().flatMap(node -> node.index().stream()).collect(Collectors.toSet());
        if (used.isEmpty()) {
            return nodes;
        }
        Map<String, String> roots = new TreeMap<>();
        String sql = "SELECT c.relname, r.relname FROM pg_catalog.pg_class c JOIN pg_catalog.pg_class r"
                + " ON r.oid = pg_catalog.pg_partition_root(c.oid)"
                + " WHERE c.relkind IN ('i', 'I') AND c.relispartition AND c.relname = ANY (?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("name", used.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    roots.put(rows.getString(1), rows.getString(2));
                }
            }
        }
        return nodes.stream()
                .map(node -> new PlanNode(
                        node.depth(),
                        node.access(),
                        node.relation(),
                        node.index().map(index -> roots.getOrDefault(index, index)),
                        node.text()))
                .toList();
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }
}
