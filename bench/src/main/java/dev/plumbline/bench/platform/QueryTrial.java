// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFigures;
import dev.plumbline.source.DatabaseUrl;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** What the platform asks all day: of the database as it stood, of its tables with the tenant in the query, and of the complete one, behind its policies. */
final class QueryTrial {
    private static final int KEYS = 20_000;

    private final DatabaseUrl before;
    private final DatabaseUrl after;
    private final Sample sample;
    private final int rows;
    private final int calls;
    private final int rounds;

    QueryTrial(DatabaseUrl before, DatabaseUrl after, Sample sample, int rows, int calls, int rounds) {
        this.before = before;
        this.after = after;
        this.sample = sample;
        this.rows = rows;
        this.calls = calls;
        this.rounds = rounds;
    }

    /**
     * A question, in the words of either.
     *
     * @param old what is asked of the one before, which is told the tenant
     * @param complete what is asked of the complete one, whose connection has the tenant set
     */
    private record Question(
            String name, String old, Caller.Parameters oldParameters, String complete, Caller.Parameters parameters) {}

    void run(JobFigures figures) throws SQLException {
        for (Question each : questions()) {
            System.err.println("bench: " + each.name());
            Rounds old = new Rounds();
            Rounds complete = new Rounds();
            try (Caller one = new Caller(before.open(), each.old(), this::tenant, each.oldParameters());
                    Caller other = new Caller(after.open(), each.complete(), this::tenant, each.parameters())) {
                for (int i = 0; i < rounds; i++) {
                    old.add(calls, one);
                    complete.add(calls, other);
                }
            }
            figures.row(
                    PlatformPage.QUERIES,
                    each.name(),
                    JobFigures.count(rows),
                    old.cell(50),
                    complete.cell(50),
                    Cells.less(old.percentile(50), complete.percentile(50)));
        }
        authentication(figures);
    }

    private void authentication(JobFigures figures) throws SQLException {
        Rounds times = new Rounds();
        try (Caller caller = new Caller(
                after.open(),
                "SELECT outcome FROM mcp.authenticate_api_key(?, encode(sha256(convert_to(?, 'UTF8')), 'hex'))",
                this::tenant,
                number -> List.of(key(number), key(number)))) {
            for (int i = 0; i < rounds; i++) {
                times.add(10 * calls, caller);
            }
            if (!caller.found().equals(List.of("ok"))) {
                throw new IllegalStateException("a key was refused: " + caller.found());
            }
        }
        figures.row(
                PlatformPage.AUTHENTICATION,
                JobFigures.count(KEYS),
                Integer.toString(10 * calls),
                times.cell(50),
                times.cell(99),
                "2",
                Cells.against(times.percentile(99), 2));
    }

    private int tenant(int number) {
        return 1 + number % (Sample.TENANTS - 1);
    }

    private List<Question> questions() {
        return List.of(
                new Question(
                        "whose key is it",
                        "SELECT tenant_id, type FROM mcp.api_keys WHERE key_hash = encode(sha256(convert_to(?, 'UTF8')), 'hex')"
                                + " AND is_active",
                        number -> List.of(key(number)),
                        "SELECT tenant_id, key_type FROM mcp.authenticate_api_key(?, encode(sha256(convert_to(?, 'UTF8')), 'hex'))",
                        number -> List.of(key(number), key(number))),
                new Question(
                        "agents' keys of a tenant",
                        "SELECT id FROM mcp.api_keys WHERE type = 'bot' AND tenant_id = ?",
                        this::alone,
                        "SELECT id FROM mcp.api_keys WHERE key_type = 'agent'",
                        number -> List.of()),
                new Question(
                        "a tenant's tasks that nobody has begun",
                        "SELECT id FROM mcp.tasks WHERE state = 'new' AND tenant_id = ?",
                        this::alone,
                        "SELECT id FROM mcp.tasks WHERE status = 'pending'",
                        number -> List.of()),
                new Question(
                        "tasks whose input names a ticket",
                        "SELECT id FROM mcp.tasks WHERE input_data @> jsonb_build_object('ticket', ?) AND tenant_id = ?",
                        number -> List.of(number % 50, Sample.id(tenant(number))),
                        "SELECT id FROM mcp.tasks WHERE input_data @> jsonb_build_object('ticket', ?)",
                        number -> List.of(number % 50)),
                new Question(
                        "texts of a tenant with any of three words, ten",
                        "SELECT id FROM mcp.embeddings WHERE content ~ replace(?, ' ', '|') AND tenant_id = ? LIMIT 10",
                        number -> List.of(words(number), Sample.id(tenant(number))),
                        "SELECT embedding_id FROM mcp.search_embeddings(?)",
                        number -> List.of(words(number))),
                new Question(
                        "ten nearest vectors of a tenant",
                        "SELECT id FROM mcp.embeddings WHERE tenant_id = ? ORDER BY vector OPERATOR(public.<=>) ?::public.vector"
                                + " LIMIT 10",
                        number -> List.of(Sample.id(tenant(number)), vector(number)),
                        "SELECT embedding_id FROM mcp.search_embeddings(NULL, ?::public.vector)",
                        number -> List.of(vector(number))));
    }

    private List<Object> alone(int number) {
        return List.of(Sample.id(tenant(number)));
    }

    private static String key(int number) {
        return "k" + (1 + number * 7 % KEYS);
    }

    private String words(int number) {
        return sample.question(sample.question(number), new Random(number));
    }

    private String vector(int number) {
        return Sample.literal(sample.vector(sample.question(number)));
    }
}
