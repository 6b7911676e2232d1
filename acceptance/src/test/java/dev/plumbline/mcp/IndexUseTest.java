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
            DROP INDEX mcp.idx_embeddings_normalized_hnsw, mcp.idx_embeddings_normalized_ivfflat;
            CREATE TEMP TABLE directions AS
            SELECT i, (SELECT array_agg(random() - 0.5) FROM generate_series(i, i + 1535))::public.vector AS v FROM generate_series(0, 99) i;
            INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, normalized_embedding, content_tsvector, term_frequencies, document_length)
            SELECT md5('t' || CASE WHEN n.i <= 4000 THEN n.i % 40 + 1 ELSE 50 END)::uuid, md5('m')::uuid, n.i, 'word' || n.i % 301, d.v,
              to_tsvector('english', 'word' || n.i % 301), jsonb_build_object('word' || n.i % 301, 1), 1
            FROM generate_series(1, 6000) AS n(i) JOIN directions d ON d.i = n.i % 100;
            CREATE INDEX idx_embeddings_normalized_hnsw ON mcp.embeddings USING hnsw (normalized_embedding public.vector_cosine_ops);
            CREATE INDEX idx_embeddings_normalized_ivfflat ON mcp.embeddings USING ivfflat (normalized_embedding public.vector_cosine_ops) WITH (lists = 100);
            INSERT INTO mcp.embedding_statistics (tenant_id, total_documents, total_length)
            SELECT tenant_id, count(*), sum(document_length) FROM mcp.embeddings GROUP BY 1;
            INSERT INTO mcp.embedding_term_counts (tenant_id, term, document_count)
            SELECT tenant_id, t.term, count(*) FROM mcp.embeddings, jsonb_object_keys(term_frequencies) t(term) GROUP BY 1, 2;
            RESET session_replication_role;
            ANALYZE;
            """;

    private static @Nullable Platform platform;

    @BeforeAll
    static void fill() throws Exception {
        platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_indexes").with(McpPack.ALL);
        try (Connection owner = platform.owner()) {
            Rows.run(owner, ROWS);
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

    /** PostgreSQL plans a statement inside a function for any parameters after five calls, where that looks as cheap: this one it must not. */
    @Test
    void aSearchIsAsGoodTheSeventhTimeAsTheFirst() throws Exception {
        String vector = "(SELECT normalized_embedding FROM mcp.embeddings LIMIT 1)";
        for (int calls : new int[] {1, 7}) {
            assertThat(plans("SELECT * FROM mcp.search_embeddings('word7', " + vector + ")", calls))
                    .as("call %d", calls)
                    .containsPattern(" on idx_embeddings_(created|task_type) ")
                    .contains(" idx_embeddings_tsvector ")
                    .doesNotContain("One-Time Filter: ($");
        }
    }

    /** Which of its two indexes it is depends on how many rows are the tenant's; with so few the planner rightly takes neither. */
    @Test
    void theIndexesOverVectorsAnswerTheSearch() throws Exception {
        String vector = "(SELECT normalized_embedding FROM mcp.embeddings LIMIT 1)";
        String search = "SELECT * FROM mcp.search_embeddings(NULL, " + vector + ")";
        String only = "SET enable_sort = off; SET enable_bitmapscan = off; SET enable_seqscan = off";
        assertThat(plans(search, 1, only)).contains("Index Scan using idx_embeddings_normalized_hnsw ");
    }

    /** A tenant with 2,000 of them, where the planner, were it not told what a distance costs, would read all. */
    @Test
    void aLargeTenantsVectorsAreFoundByTheirIndex() throws Exception {
        String vector = "(SELECT normalized_embedding FROM mcp.embeddings LIMIT 1)";
        assertThat(plans(
                        "SELECT * FROM mcp.search_embeddings(NULL, " + vector + ")",
                        1,
                        "SELECT set_config('app.tenant_id', md5('t50')::uuid::text, false)"))
                .contains("Index Scan using idx_embeddings_normalized_hnsw ");
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
