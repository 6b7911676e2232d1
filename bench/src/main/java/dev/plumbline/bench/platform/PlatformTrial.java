// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** One size: both databases are made and filled, the indexes over vectors built, and everything asked. */
final class PlatformTrial {
    private static final String HNSW =
            "CREATE INDEX idx_embeddings_normalized_hnsw ON mcp.embeddings USING hnsw (normalized_embedding public.vector_cosine_ops)";
    private static final String IVFFLAT =
            "CREATE INDEX idx_embeddings_normalized_ivfflat ON mcp.embeddings USING ivfflat (normalized_embedding public.vector_cosine_ops)"
                    + " WITH (lists = 100)";

    private final PlatformServer server;
    private final Path pack;
    private final int rows;
    private final int calls;
    private final int rounds;

    PlatformTrial(PlatformServer server, Path pack, int rows, int calls, int rounds) {
        this.server = server;
        this.pack = pack;
        this.rows = rows;
        this.calls = calls;
        this.rounds = rounds;
    }

    void run(JobFigures figures) throws SQLException, IOException {
        Sample sample = new Sample(rows);
        Path roles = pack.resolve("roles.sql");
        DatabaseUrl before = server.database(
                "plumbline_bench_before", List.of(roles, pack.resolve("initial/000001_initial_schema.up.sql")));
        DatabaseUrl after = server.database(
                "plumbline_bench_after", List.of(roles, pack.resolve("schema/core"), pack.resolve("schema/vector")));
        System.err.println("bench: filling");
        try (Connection owner = before.open()) {
            new Filling(owner, sample, rows).before();
        }
        try (Connection owner = after.open()) {
            new Filling(owner, sample, rows).after();
            // One process each, and enough memory for the graph.
            PlatformServer.run(owner, "SET maintenance_work_mem = '2GB'; SET max_parallel_maintenance_workers = 0");
            String hnsw = build(owner, HNSW);
            String ivfflat = build(owner, IVFFLAT);
            PlatformServer.run(owner, "VACUUM ANALYZE");
            PlatformServer.run(owner, "CHECKPOINT");
            figures.row(
                    PlatformPage.SIZES,
                    JobFigures.count(rows),
                    Cells.megabytes(PlatformServer.one(owner, "SELECT pg_table_size('mcp.embeddings')")),
                    hnsw,
                    size(owner, "hnsw"),
                    ivfflat,
                    size(owner, "ivfflat"),
                    server.description());
        }
        new SearchTrial(after, sample, rows, calls, rounds).run(figures);
        new QueryTrial(before, after, sample, rows, calls, rounds).run(figures);
    }

    private static String build(Connection owner, String index) throws SQLException {
        System.err.println("bench: " + index);
        long began = System.nanoTime();
        PlatformServer.run(owner, index);
        return String.format(Locale.ROOT, "%.0f s", (System.nanoTime() - began) / 1e9);
    }

    private static String size(Connection owner, String index) throws SQLException {
        return Cells.megabytes(
                PlatformServer.one(owner, "SELECT pg_relation_size('mcp.idx_embeddings_normalized_" + index + "')"));
    }
}
