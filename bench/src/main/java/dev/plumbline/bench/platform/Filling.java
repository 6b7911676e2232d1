// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/** Puts rows into a database of the platform: the same into the one before and the one after, as far as their columns go. */
final class Filling {
    /** Rows that no trigger has a part in, but those that keep what is searched. */
    private static final String OTHERS = """
            SET session_replication_role = replica;
            INSERT INTO mcp.tenants (id, slug, name) SELECT id, 'tenant-' || n, 'A tenant' FROM tenants_of_sample;
            INSERT INTO mcp.agents (id, tenant_id, name) SELECT id, id, 'An agent' FROM tenants_of_sample;
            INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (md5('m')::uuid, 'p', 'm', 1536);
            INSERT INTO mcp.api_keys (tenant_id, key_prefix, key_hash, name, %1$s)
            SELECT t.id, 'k' || i, encode(sha256(convert_to('k' || i, 'UTF8')), 'hex'), 'A key', CASE i %% 20 WHEN 0 THEN '%2$s' ELSE '%3$s' END
            FROM generate_series(1, 20000) i JOIN tenants_of_sample t ON t.n = i %% 100;
            INSERT INTO mcp.tasks (tenant_id, agent_id, title, %4$s, input_data, created_at)
            SELECT t.id, t.id, 'A task', CASE i %% 50 WHEN 0 THEN '%5$s' ELSE '%6$s' END%7$s, jsonb_build_object('ticket', i / 100 %% 1000, 'text', repeat('x', 100)),
              now() - i * interval '1 minute'
            FROM generate_series(1, %8$d) i JOIN tenants_of_sample t ON t.n = i %% 100;
            RESET session_replication_role;
            """;

    private static final int BATCH = 100;

    private final Connection owner;
    private final Sample sample;
    private final int rows;

    Filling(Connection owner, Sample sample, int rows) {
        this.owner = owner;
        this.sample = sample;
        this.rows = rows;
    }

    /** Fills the database as it stood. */
    void before() throws SQLException {
        tenants();
        PlatformServer.run(
                owner, String.format(Locale.ROOT, OTHERS, "type", "bot", "standard", "state", "new", "done", "", rows));
        embeddings();
        PlatformServer.run(owner, "VACUUM ANALYZE");
    }

    /** Fills the complete one; its indexes over vectors are for whoever calls to build. */
    void after() throws SQLException {
        tenants();
        PlatformServer.run(
                owner,
                String.format(
                        Locale.ROOT,
                        OTHERS,
                        "key_type",
                        "agent",
                        "user",
                        "status",
                        "pending",
                        "completed",
                        "::mcp.task_status",
                        rows));
        PlatformServer.run(
                owner, "DROP INDEX mcp.idx_embeddings_normalized_hnsw, mcp.idx_embeddings_normalized_ivfflat");
        embeddings();
    }

    private void tenants() throws SQLException {
        PlatformServer.run(owner, "CREATE TEMP TABLE tenants_of_sample (n integer, id uuid)");
        for (int i = 0; i < Sample.TENANTS; i++) {
            PlatformServer.run(owner, "INSERT INTO tenants_of_sample VALUES (" + i + ", '" + Sample.id(i) + "')");
        }
    }

    private void embeddings() throws SQLException {
        PlatformServer.run(
                owner, "CREATE TEMP TABLE sample (n integer, tenant integer, content text, v public.vector(1536))");
        for (int from = 0; from < rows; from += 5_000) {
            copy(from, Math.min(rows, from + 5_000));
            PlatformServer.run(owner, """
                    INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector)
                    SELECT t.id, md5('m')::uuid, s.n, s.content, s.v FROM sample s JOIN tenants_of_sample t ON t.n = s.tenant;
                    TRUNCATE sample
                    """);
        }
        PlatformServer.run(owner, "DROP TABLE sample");
    }

    private void copy(int from, int to) throws SQLException {
        try (PreparedStatement row =
                owner.prepareStatement("INSERT INTO sample VALUES (?, ?, ?, (?::float4[])::public.vector)")) {
            for (int number = from; number < to; number++) {
                row.setInt(1, number);
                row.setInt(2, sample.tenant(number));
                row.setString(3, sample.text(number));
                row.setArray(4, owner.createArrayOf("float4", floats(sample.vector(number))));
                row.addBatch();
                if (number % BATCH == BATCH - 1) {
                    row.executeBatch();
                }
            }
            row.executeBatch();
        }
    }

    private static Object[] floats(float[] vector) {
        Object[] floats = new Object[vector.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = vector[i];
        }
        return floats;
    }
}
