// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

/** Rows of the database as it stands, in every old form, and what is to become of them. */
final class OldRows {
    static final String SQL = """
            INSERT INTO mcp.tenants (id, slug, name) VALUES ('00000000-0000-0000-0000-00000000000a', 'old', 'Old');
            INSERT INTO mcp.agents (id, tenant_id, name)
              VALUES ('00000000-0000-0000-0000-00000000000b', '00000000-0000-0000-0000-00000000000a', 'old agent');
            INSERT INTO mcp.api_keys (tenant_id, key_hash, key_prefix, name, type)
              SELECT '00000000-0000-0000-0000-00000000000a', encode(sha256(convert_to(t, 'UTF8')), 'hex'), 'old', t, t
              FROM unnest(ARRAY['standard', 'admin', 'bot', 'service', 'edge']) AS t;
            INSERT INTO mcp.tasks (id, tenant_id, title, state)
              SELECT md5(s)::uuid, '00000000-0000-0000-0000-00000000000a', s, s
              FROM unnest(ARRAY['new', 'queued', 'running', 'done', 'error', 'cancelled']) AS s;
            INSERT INTO mcp.task_delegations (tenant_id, task_id, to_agent_id)
              SELECT '00000000-0000-0000-0000-00000000000a', md5('queued')::uuid, '00000000-0000-0000-0000-00000000000b'
              FROM generate_series(1, 5);
            INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions)
              VALUES ('00000000-0000-0000-0000-00000000000c', 'p', 'm', 1536);
            INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector)
              SELECT '00000000-0000-0000-0000-00000000000a', '00000000-0000-0000-0000-00000000000c', i, 'old fox ' || i,
                array_fill(2, ARRAY[1536])::public.vector
              FROM generate_series(1, 450) AS i;
            """;

    private OldRows() {}

    static void assertCarriedOver(Connection owner) throws SQLException {
        assertThat(Rows.of(owner, "SELECT name, key_type FROM mcp.api_keys ORDER BY name"))
                .containsExactly("admin|admin", "bot|agent", "edge|gateway", "service|service", "standard|user");
        assertThat(Rows.of(owner, "SELECT title, status, delegation_count FROM mcp.tasks ORDER BY title"))
                .containsExactly(
                        "cancelled|cancelled|0",
                        "done|completed|0",
                        "error|failed|0",
                        "new|pending|0",
                        "queued|assigned|5",
                        "running|in_progress|0");
        assertThat(Rows.one(owner, "SELECT count(*) FROM mcp.task_delegation_history"))
                .isEqualTo("5");
        assertThat(Rows.one(
                        owner,
                        "SELECT count(*), min(document_length), count(normalized_embedding), round(max(public.vector_norm("
                                + "normalized_embedding))::numeric, 4) FROM mcp.embeddings"))
                .isEqualTo("450|3|450|1.0000");
        assertThat(Rows.one(owner, "SELECT total_documents, total_length FROM mcp.embedding_statistics"))
                .isEqualTo("450|1350");
    }

    static void assertAsTheyWere(Connection owner) throws SQLException {
        assertThat(Rows.of(owner, "SELECT name FROM mcp.api_keys WHERE name <> type"))
                .isEmpty();
        assertThat(Rows.of(owner, "SELECT title FROM mcp.tasks WHERE title <> state"))
                .isEmpty();
        assertThat(Rows.one(owner, "SELECT count(*) FROM mcp.embeddings")).isEqualTo("450");
    }
}
