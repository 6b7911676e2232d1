// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The indexes of the embeddings: dropped before these come in, and built one by one behind them, those over vectors by one process each and with enough memory for
 * the graph. What they were and how long they took stands in the database itself, so that a run that was stopped is taken up.
 */
final class VectorIndexes {
    /** Those whose figures stand on the page, by what they are called where one is left out. */
    private static final Map<String, String> NAMED = new LinkedHashMap<>();

    static {
        NAMED.put("tenant", "idx_embeddings_tenant_quantized");
        NAMED.put("signs", "idx_embeddings_quantized_hnsw");
        NAMED.put("hnsw", "idx_embeddings_normalized_hnsw");
        NAMED.put("ivfflat", "idx_embeddings_normalized_ivfflat");
    }

    private final Connection owner;

    VectorIndexes(Connection owner) {
        this.owner = owner;
    }

    /** Drops all that stand behind no constraint, and notes what they were. */
    void drop() throws SQLException {
        PlatformServer.run(owner, """
                CREATE TABLE plumbline_bench_indexes AS
                SELECT c.relname::text AS name, pg_get_indexdef(c.oid) AS definition, NULL::text AS built FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
                WHERE i.indrelid = 'mcp.embeddings'::regclass AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid)
                """);
        PlatformServer.run(
                owner,
                PlatformServer.one(
                        owner,
                        "SELECT 'DROP INDEX ' || string_agg(format('mcp.%I', name), ', ') FROM plumbline_bench_indexes"));
    }

    /** Builds those that are not there and not left out. Returns of each that the page names how long it took, and its size. */
    List<String> build(List<String> leftOut) throws SQLException {
        PlatformServer.run(owner, "SET maintenance_work_mem = '2GB'; SET max_parallel_maintenance_workers = 0");
        Map<String, String> missing = new LinkedHashMap<>();
        try (Statement statement = owner.createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT name, definition FROM plumbline_bench_indexes WHERE built IS NULL ORDER BY name")) {
            while (found.next()) {
                missing.put(found.getString(1), found.getString(2));
            }
        }
        for (String left : leftOut) {
            missing.remove(NAMED.getOrDefault(left, ""));
        }
        for (Map.Entry<String, String> index : missing.entrySet()) {
            build(index.getKey(), index.getValue());
        }
        List<String> cells = new ArrayList<>();
        for (String name : NAMED.values()) {
            cells.add(PlatformServer.one(
                    owner,
                    "SELECT COALESCE(built, 'left out') FROM plumbline_bench_indexes WHERE name = '" + name + "'"));
        }
        return cells;
    }

    private void build(String name, String definition) throws SQLException {
        System.err.println("bench: " + definition);
        long began = System.nanoTime();
        PlatformServer.run(owner, definition);
        String built = String.format(
                Locale.ROOT,
                "%.0f s, %s",
                (System.nanoTime() - began) / 1e9,
                Cells.megabytes(PlatformServer.one(owner, "SELECT pg_relation_size('mcp." + name + "')")));
        try (PreparedStatement note =
                owner.prepareStatement("UPDATE plumbline_bench_indexes SET built = ? WHERE name = ?")) {
            note.setString(1, built);
            note.setString(2, name);
            note.executeUpdate();
        }
    }
}
