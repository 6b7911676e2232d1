// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * From dirty to complete while applications are at work: yesterday's up to 000010, yesterday's and tomorrow's beside each
 * other, then tomorrow's alone. {@code -Dmcp.rows} says how many tasks there are before; 10,000 by default.
 */
class LiveMigrationTest {
    private static final int ROWS = Integer.getInteger("mcp.rows", 10_000);

    @Test
    void noRequestFailsOnTheWayFromDirtyToComplete() throws Exception {
        String server = VectorServer.url();
        try (Platform platform = new Platform(DatabaseUrl.parse(server), "mcp_live");
                Connection owner = platform.owner()) {
            String url = server.replaceFirst("(://[^/]+/)[^?]*", "$1mcp_live");
            McpPack.run(owner, McpPack.INITIAL.resolve("000001_initial_schema.up.sql"));
            McpPack.run(owner, McpPack.DIRTY);
            UUID tenant = platform.tenant();
            Forms.key(owner, tenant);
            fill(owner, tenant);
            Application yesterday = new Application(platform, new Forms.Yesterday(), tenant);
            try {
                yesterday.serve(30);
                McpPack.done(McpPack.command(url, "repair", "--finish", "--yes"));
                McpPack.done(McpPack.command(url, "to", "10"));
                Application tomorrow = new Application(platform, new Forms.Tomorrow(), tenant);
                try {
                    tomorrow.serve(100);
                    yesterday.serve(100);
                    assertBothAgree(owner);
                    yesterday.close();
                    assertThat(yesterday.failures()).isEmpty();
                    McpPack.done(McpPack.command(url, "up"));
                    tomorrow.serve(100);
                } finally {
                    tomorrow.close();
                }
                assertThat(tomorrow.failures()).isEmpty();
                System.Logger log = System.getLogger(LiveMigrationTest.class.getName());
                log.log(
                        System.Logger.Level.INFO,
                        "{0} tasks before; yesterday''s application: {1} requests, longest {2} ms; tomorrow''s: {3} requests,"
                                + " longest {4} ms; none failed",
                        ROWS,
                        yesterday.requests(),
                        yesterday.longestMillis(),
                        tomorrow.requests(),
                        tomorrow.longestMillis());
            } finally {
                yesterday.close();
            }
            McpPack.done(McpPack.command(url, "verify"));
            assertThat(Rows.one(owner, "SELECT count(*) FROM mcp.tasks WHERE title = 'before' AND status = 'pending'"))
                    .isEqualTo(String.valueOf(ROWS));
            assertThat(Rows.one(owner, "SELECT total_documents, total_length FROM mcp.embedding_statistics"))
                    .isEqualTo(Rows.one(owner, "SELECT count(*), sum(document_length) FROM mcp.embeddings"));
        }
    }

    private static void fill(Connection owner, UUID tenant) throws Exception {
        Rows.of(
                owner,
                "INSERT INTO mcp.tasks (tenant_id, title, agent_id) SELECT ?, 'before', ? FROM generate_series(1, ?)",
                tenant,
                tenant,
                ROWS);
        Rows.of(
                owner,
                "INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (?, 'p', 'm', 1536)",
                Forms.MODEL);
        Rows.of(
                owner,
                "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector) SELECT ?, ?, i, 'before ' || i,"
                        + " (SELECT array_agg(random()) FROM generate_series(i, i + 1535))::public.vector FROM"
                        + " generate_series(1, ?) i",
                tenant,
                Forms.MODEL,
                ROWS / 50);
        Rows.run(owner, "ANALYZE");
    }

    /** What the one wrote the other reads, in both directions. */
    private static void assertBothAgree(Connection owner) throws Exception {
        assertThat(Rows.of(owner, "SELECT DISTINCT type, key_type, name FROM mcp.api_keys ORDER BY name"))
                .containsExactly("bot|agent|load", "edge|gateway|new", "edge|gateway|old");
        assertThat(Rows.of(
                        owner,
                        "SELECT DISTINCT title, state, status FROM mcp.tasks WHERE state = 'done' OR status = 'completed'"
                                + " ORDER BY title"))
                .containsExactly("new|done|completed", "old|done|completed");
        assertThat(Rows.of(owner, "SELECT DISTINCT state, status FROM mcp.tasks WHERE title = 'before'"))
                .containsExactly("new|pending");
    }
}
