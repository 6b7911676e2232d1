// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which indexes the application's queries use, as the application, behind its policies: the plans of the statements themselves and of those inside
 * functions, as auto_explain writes them down.
 */
class IndexUseTest {
    private static final String TENANT = "md5('t1')::uuid";
    private static final Pattern WHOLE_TABLE = Pattern.compile(
            "Seq Scan on (api_keys|tasks_default|tool_executions_default|audit_log_default|embeddings|embedding_term_counts) ");

    /** Forty tenants have rows, 2,000 are there. No trigger runs, so that it takes seconds. */
    private static final String ROWS = """
            SET session_replication_role = replica;
            SET maintenance_work_mem = '256MB';
            INSERT INTO mcp.tenants (id, slug, name) SELECT md5('t' || i)::uuid, 't' || i, 'T' FROM generate_series(1, 2000) i;
            INSERT INTO mcp.agents (id, tenant_id, name) SELECT md5('a' || i)::uuid, md5('t' || i)::uuid, 'A' FROM generate_series(1, 40) i;
            INSERT INTO mcp.api_keys (id, tenant_id, key_prefix, key_hash, name)
            SELECT md5('k' || i)::uuid, md5('t' || i % 40 + 1)::uuid, 'k' || i, encode(sha256(convert_to('k' || i, 'UTF8')), 'hex'), 'k' FROM generate_series(1, 4000) i;
            INSERT INTO mcp.tasks (tenant_id, agent_id, title, created_at)
            SELECT md5('t' || i % 40 + 1)::uuid, md5('a' || i % 40 + 1)::uuid, 'x', now() - i * interval '1 minute' FROM generate_series(1, 40000) i;
            INSERT INTO mcp.tool_executions (tenant_id, tool_id, succeeded, duration_ms, executed_at, retain_until)
            SELECT md5('t' || i % 40 + 1)::uuid, md5('a' || i % 7)::uuid, true, 1, now() - i * interval '1 minute', now() FROM generate_series(1, 40000) i;
            INSERT INTO mcp.audit_log (tenant_id, table_name, row_id, action, created_at)
            SELECT md5('t' || i % 40 + 1)::uuid, 'x', i::text, 'insert', now() - i * interval '1 minute' FROM generate_series(1, 20000) i;
            INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (md5('m')::uuid, 'p', 'm', 1536);
            DROP INDEX mcp.idx_embeddings_normalized_hnsw, mcp.idx_embeddings_normalized_ivfflat, mcp.idx_embeddings_quantized_hnsw;
            CREATE TEMP TABLE directions AS
            SELECT i, (SELECT array_agg(random() - 0.5) FROM generate_series(i, i + 1535))::public.vector AS v FROM generate_series(0, 99) i;
            INSERT INTO mcp.embeddings (tenant_id, agent_id, model_id, content_hash, content, normalized_embedding, quantized_embedding, content_tsvector, term_frequencies, document_length)
            SELECT md5('t' || CASE WHEN n.i <= 4000 THEN n.i % 40 + 1 ELSE 50 END)::uuid, CASE WHEN n.i <= 4000 AND n.i / 40 % 10 = 0 THEN md5('a' || n.i % 40 + 1)::uuid END, md5('m')::uuid, n.i, 'word' || n.i % 301, d.v, public.binary_quantize(d.v),
              to_tsvector('english', 'word' || n.i % 301), jsonb_build_object('word' || n.i % 301, 1), 1
            FROM generate_series(1, 6000) AS n(i) JOIN directions d ON d.i = n.i % 100;
            CREATE INDEX idx_embeddings_normalized_hnsw ON mcp.embeddings USING hnsw (normalized_embedding public.vector_cosine_ops);
            CREATE INDEX idx_embeddings_normalized_ivfflat ON mcp.embeddings USING ivfflat (normalized_embedding public.vector_cosine_ops) WITH (lists = 100);
            CREATE INDEX idx_embeddings_quantized_hnsw ON mcp.embeddings USING hnsw (quantized_embedding public.bit_hamming_ops);
            INSERT INTO mcp.embedding_statistics (tenant_id, total_documents, total_length)
            SELECT tenant_id, count(*), sum(document_length) FROM mcp.embeddings GROUP BY 1;
            INSERT INTO mcp.embedding_term_counts (tenant_id, term, document_count)
            SELECT tenant_id, t.term, count(*) FROM mcp.embeddings, jsonb_object_keys(term_frequencies) t(term) GROUP BY 1, 2;
            RESET session_replication_role;
            """;

    private static final String VECTOR = "(SELECT normalized_embedding FROM mcp.embeddings LIMIT 1)";
    private static final String BY_VECTOR = "SELECT * FROM mcp.search_embeddings(NULL, " + VECTOR + ")";

    private static @Nullable Platform platform;

    @BeforeAll
    static void fill() throws Exception {
        platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_indexes").with(McpPack.ALL);
        try (Connection owner = platform.owner()) {
            Rows.run(owner, ROWS);
            Rows.run(owner, "VACUUM ANALYZE");
        }
    }

    @AfterAll
    static void drop() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "idx_api_keys_authentication | SELECT * FROM mcp.authenticate_api_key('k77', encode(sha256('k77'), 'hex'))",
                "api_keys_pkey | SELECT mcp.validate_api_key_scope(md5('k40')::uuid, 'tasks:read')",
                "idx_api_keys_key_type | SELECT id FROM mcp.api_keys WHERE key_type = 'agent'",
                "task_idempotency_keys_pkey | SELECT * FROM mcp.create_task('a request', 'a task')",
                "tasks_default_tenant_id_created_at_idx | SELECT id FROM mcp.tasks ORDER BY created_at DESC LIMIT 20",
                "tasks_default_agent_id_idx | SELECT count(*) FROM mcp.tasks WHERE agent_id = md5('a2')::uuid",
                "tool_executions_default_tenant_id_executed_at_idx | SELECT id FROM mcp.tool_executions ORDER BY executed_at DESC LIMIT 20",
                "audit_log_default_tenant_id_created_at_idx | SELECT row_id FROM mcp.audit_log ORDER BY created_at DESC LIMIT 20",
                "idx_embeddings_tsvector | SELECT * FROM mcp.search_embeddings('word7')",
                "embedding_term_counts_pkey | SELECT * FROM mcp.search_embeddings('word7')",
            })
    void aQueryOfATenantUsesItsIndex(String index, String query) throws Exception {
        assertThat(plans(query, 1)).containsPattern(" " + index + "\\b").doesNotContainPattern(WHOLE_TABLE);
    }

    /** PostgreSQL plans a statement inside a function for any parameters after five calls, where that looks as cheap: these it must not. */
    @Test
    void aSearchIsAsGoodTheSeventhTimeAsTheFirst() throws Exception {
        for (int calls : new int[] {1, 7}) {
            assertThat(plans("SELECT * FROM mcp.search_embeddings('word7', " + VECTOR + ")", calls))
                    .as("call %d", calls)
                    .contains("Index Only Scan using idx_embeddings_tenant_quantized ", " idx_embeddings_tsvector ")
                    .doesNotContain("One-Time Filter: ($");
        }
    }

    /** Not a row of the table is read before few are left, by whatever else is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"", ", of_model => md5('m')::uuid"})
    void aTenantsSignsAreReadInTheirIndexAlone(String filter) throws Exception {
        assertThat(plans(BY_VECTOR.replace("))", ")" + filter + ")"), 1))
                .contains("Index Only Scan using idx_embeddings_tenant_quantized ")
                .doesNotContain("_hnsw ", "_ivfflat ");
    }

    @Test
    void ofAnAgentItsOwnSignsAreRead() throws Exception {
        assertThat(plans(BY_VECTOR.replace("))", "), of_agent => md5('a1')::uuid)"), 1))
                .containsPattern("Index Only Scan using idx_embeddings_tenant_quantized .*\\s+"
                        + "Index Cond: \\(\\(tenant_id = .*\\) AND \\(agent_id = ");
    }

    /** One whose signs would take longer to read than the index needs to meet enough of them; how many there are the statistics say. */
    @Test
    void aVeryLargeTenantsSignsAreFoundByHnsw() throws Exception {
        String large = "SELECT set_config('app.tenant_id', md5('t50')::uuid::text, false)";
        assertThat(plans(BY_VECTOR, 1, large)).doesNotContain("_hnsw ");
        try (Connection owner = Objects.requireNonNull(platform).owner()) {
            String count = "UPDATE mcp.embedding_statistics SET total_documents = ? WHERE tenant_id = md5('t50')::uuid";
            Rows.of(owner, count, 20_000L);
            assertThat(plans(BY_VECTOR, 1, large)).contains("Index Scan using idx_embeddings_quantized_hnsw ");
            assertThat(plans(BY_VECTOR.replace("))", "), of_agent => md5('a1')::uuid)"), 1, large))
                    .doesNotContain("_hnsw ");
            Rows.of(owner, count, 2_000L);
        }
    }

    /** A query of the application's own, by distance; which of the two is for the planner to say. */
    @Test
    void theIndexesOverWholeVectorsAnswerWhoAsksByDistance() throws Exception {
        assertThat(plans(
                        "SELECT id FROM mcp.embeddings ORDER BY normalized_embedding OPERATOR(public.<=>) " + VECTOR
                                + " LIMIT 10",
                        1,
                        "SET enable_sort = off"))
                .containsPattern("Index Scan using idx_embeddings_normalized_(hnsw|ivfflat) ");
    }

    private static String plans(String query, int calls, String... settings) throws SQLException {
        Platform filled = Objects.requireNonNull(platform);
        try (Connection connection = filled.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "LOAD 'auto_explain'; SET auto_explain.log_nested_statements = on; SET auto_explain.log_level ="
                            + " notice; SET app.tenant_id = '" + Rows.one(connection, "SELECT " + TENANT) + "'");
            for (String setting : settings) {
                statement.execute(setting);
            }
            for (int i = 1; i <= calls; i++) {
                if (i == calls) {
                    statement.execute("SET auto_explain.log_min_duration = 0");
                }
                statement.execute("SET SESSION AUTHORIZATION mcp_app");
                statement.execute(query);
                if (i < calls) {
                    statement.execute("RESET SESSION AUTHORIZATION");
                }
            }
            StringBuilder plans = new StringBuilder();
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                plans.append(warning.getMessage()).append('\n');
            }
            return plans.toString();
        }
    }
}
