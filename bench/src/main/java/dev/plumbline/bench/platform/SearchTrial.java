// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The pack's search, as the application: by words, by a vector, by both, for tenants in turn and for the largest. */
final class SearchTrial {
    /** A tenth of a tenant's embeddings. */
    private static final String OF_AGENT = ", of_agent => mcp.current_tenant_id()";

    private final DatabaseUrl after;
    private final Sample sample;
    private final int rows;
    private final int calls;
    private final int rounds;

    SearchTrial(DatabaseUrl after, Sample sample, int rows, int calls, int rounds) {
        this.after = after;
        this.sample = sample;
        this.rows = rows;
        this.calls = calls;
        this.rounds = rounds;
    }

    void run(JobFigures figures) throws SQLException {
        for (boolean largest : new boolean[] {false, true}) {
            String whose = largest
                    ? "the largest, " + JobFigures.count(rows / 5)
                    : "all in turn, " + JobFigures.count(rows * 4 / 5 / (Sample.TENANTS - 1));
            Caller.Tenant tenant = largest ? number -> 0 : number -> 1 + number % (Sample.TENANTS - 1);
            search(figures, "both", whose, tenant, "?, ?::public.vector", "50");
            search(figures, "vector", whose, tenant, "NULL, ?::public.vector", "25");
            search(figures, "vector, an agent's", whose, tenant, "NULL, ?::public.vector" + OF_AGENT, "25");
            search(figures, "words", whose, tenant, "?", "");
        }
    }

    private void search(
            JobFigures figures, String by, String whose, Caller.Tenant tenant, String arguments, String target)
            throws SQLException {
        System.err.println("bench: " + by + ", " + whose);
        boolean hasVector = arguments.contains("vector");
        Caller.Parameters parameters = number -> {
            String text = sample.question(sample.question(number), new Random(number));
            return !hasVector
                    ? List.of(text)
                    : arguments.startsWith("NULL") ? List.of(vector(number)) : List.of(text, vector(number));
        };
        Connection connection = after.open();
        String query = "SELECT embedding_id FROM mcp.search_embeddings(" + arguments + ")";
        try (Caller caller = new Caller(connection, query, tenant, parameters)) {
            Rounds times = new Rounds();
            for (int i = 0; i < rounds; i++) {
                times.add(calls, caller);
            }
            String recall = arguments.startsWith("NULL") ? recall(caller, tenant, arguments.endsWith(OF_AGENT)) : "";
            String met = target.isEmpty() ? "" : Cells.against(times.percentile(95), Double.parseDouble(target));
            figures.row(
                    PlatformPage.SEARCHES,
                    by,
                    JobFigures.count(rows),
                    whose,
                    times.cell(50),
                    times.cell(95),
                    recall,
                    target,
                    met);
        }
    }

    /** How many of the ten nearest a search finds, on average; they are known by reading every row. */
    private String recall(Caller caller, Caller.Tenant tenant, boolean ofAgent) throws SQLException {
        int asked = Math.min(calls, 100);
        int found = 0;
        try (Connection owner = after.open()) {
            PlatformServer.run(owner, "SET enable_indexscan = off");
            for (int i = 0; i < asked; i++) {
                caller.prepare(i);
                caller.run();
                String nearest = PlatformServer.one(
                        owner,
                        "SELECT string_agg(id::text, ',') FROM (SELECT id FROM mcp.embeddings WHERE tenant_id = '"
                                + Sample.id(tenant.of(i)) + "'" + (ofAgent ? " AND agent_id = tenant_id" : "")
                                + " ORDER BY normalized_embedding OPERATOR(public.<=>) '"
                                + vector(i) + "' LIMIT 10) n");
                found += (int) List.of(nearest.split(",", -1)).stream()
                        .filter(caller.found()::contains)
                        .count();
            }
        }
        return String.format(Locale.ROOT, "%.3f", found / 10.0 / asked);
    }

    private String vector(int number) {
        return Sample.literal(sample.vector(sample.question(number)));
    }
}
