// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** One size: both databases are made and filled, the indexes over vectors built, and everything asked. */
final class PlatformTrial {
    private final PlatformServer server;
    private final Path pack;
    private final List<String> leftOut;
    private final int rows;
    private final int calls;
    private final int rounds;

    /**
     * Creates it.
     *
     * @param leftOut what is not made: indexes, as {@link VectorIndexes} calls them, or {@code before}, the database as it stood
     */
    PlatformTrial(PlatformServer server, Path pack, List<String> leftOut, int rows, int calls, int rounds) {
        this.server = server;
        this.pack = pack;
        this.leftOut = List.copyOf(leftOut);
        this.rows = rows;
        this.calls = calls;
        this.rounds = rounds;
    }

    void run(JobFigures figures) throws SQLException, IOException {
        Sample sample = new Sample(rows);
        Path roles = pack.resolve("roles.sql");
        DatabaseUrl after = server.url("plumbline_bench_after");
        if (!server.keeps("plumbline_bench_after", rows)) {
            server.make(
                    "plumbline_bench_after",
                    List.of(roles, pack.resolve("schema/core"), pack.resolve("schema/vector")));
            fill(after, sample);
        }
        try (Connection owner = after.open()) {
            List<String> built = new VectorIndexes(owner).build(leftOut);
            PlatformServer.run(owner, "VACUUM ANALYZE; CHECKPOINT");
            List<String> cells = new ArrayList<>();
            cells.add(JobFigures.count(rows));
            cells.add(Cells.megabytes(PlatformServer.one(owner, "SELECT pg_table_size('mcp.embeddings')")));
            cells.addAll(built);
            cells.add(server.description());
            figures.row(PlatformPage.SIZES, cells.toArray(String[]::new));
        }
        new SearchTrial(after, sample, rows, calls, rounds).run(figures);
        if (!leftOut.contains("before")) {
            DatabaseUrl before = server.url("plumbline_bench_before");
            if (!server.keeps("plumbline_bench_before", rows)) {
                server.make(
                        "plumbline_bench_before", List.of(roles, pack.resolve("initial/000001_initial_schema.up.sql")));
                try (Connection owner = before.open()) {
                    new Filling(owner, sample, rows).before();
                    PlatformServer.filled(owner, rows);
                }
            }
            new QueryTrial(before, after, sample, rows, calls, rounds).run(figures);
        }
    }

    private void fill(DatabaseUrl after, Sample sample) throws SQLException {
        System.err.println("bench: filling");
        try (Connection owner = after.open()) {
            new VectorIndexes(owner).drop();
            new Filling(owner, sample, rows).after();
            PlatformServer.filled(owner, rows);
        }
    }
}
