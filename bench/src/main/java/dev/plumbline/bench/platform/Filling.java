// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Puts rows into a database of the platform: the same into the one before and the one after, as far as their columns go. */
final class Filling {
    /** Rows that no trigger has a part in, but those that keep what is searched. */
    private static final String OTHERS = """
            SET session_replication_role = replica;
            INSERT INTO mcp.tenants (id, slug, name) SELECT id, 'tenant-' || n, 'A tenant' FROM tenants_of_sample;
            INSERT INTO mcp.agents (id, tenant_id, name) SELECT id, id, 'An agent' FROM tenants_of_sample;
            INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES ('%9$s', 'p', 'm', 1536);
            INSERT INTO mcp.api_keys (tenant_id, key_prefix, key_hash, name, %1$s)
            SELECT t.id, 'k' || i, encode(sha256(convert_to('k' || i, 'UTF8')), 'hex'), 'A key', CASE i %% 20 WHEN 0 THEN '%2$s' ELSE '%3$s' END
            FROM generate_series(1, 20000) i JOIN tenants_of_sample t ON t.n = i %% 100;
            INSERT INTO mcp.tasks (tenant_id, agent_id, title, %4$s, input_data, created_at)
            SELECT t.id, t.id, 'A task', CASE i %% 50 WHEN 0 THEN '%5$s' ELSE '%6$s' END%7$s, jsonb_build_object('ticket', i / 100 %% 1000, 'text', repeat('x', 100)),
              now() - i * interval '1 minute'
            FROM generate_series(1, %8$d) i JOIN tenants_of_sample t ON t.n = i %% 100;
            RESET session_replication_role;
            """;

    /** What the triggers would have counted, had they been there. */
    private static final String STATISTICS = """
            INSERT INTO mcp.embedding_statistics (tenant_id, total_documents, total_length)
            SELECT tenant_id, count(*), sum(document_length) FROM mcp.embeddings GROUP BY 1;
            INSERT INTO mcp.embedding_term_counts (tenant_id, term, document_count)
            SELECT tenant_id, w.term, count(*) FROM mcp.embeddings, jsonb_object_keys(term_frequencies) AS w(term) GROUP BY 1, 2;
            """;

    private static final UUID MODEL = new UUID(0x8000L, 0x9000000000000000L);
    private static final int BATCH = 1_000;

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
                owner,
                String.format(Locale.ROOT, OTHERS, "type", "bot", "standard", "state", "new", "done", "", rows, MODEL));
        embeddings(false);
        PlatformServer.run(owner, "VACUUM ANALYZE");
    }

    /** Fills the complete one; its indexes over vectors are for whoever calls to drop before and to build after. */
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
                        rows,
                        MODEL));
        PlatformServer.run(owner, "ALTER TABLE mcp.embeddings DISABLE TRIGGER count_inserted_embeddings");
        embeddings(true);
        PlatformServer.run(owner, "ALTER TABLE mcp.embeddings ENABLE TRIGGER count_inserted_embeddings");
        PlatformServer.run(owner, STATISTICS);
    }

    private void tenants() throws SQLException {
        PlatformServer.run(owner, "CREATE TEMP TABLE tenants_of_sample (n integer, id uuid)");
        for (int i = 0; i < Sample.TENANTS; i++) {
            PlatformServer.run(owner, "INSERT INTO tenants_of_sample VALUES (" + i + ", '" + Sample.id(i) + "')");
        }
    }

    /** As COPY reads them in its binary form, which takes a tenth of the time that texts of numbers take. */
    private void embeddings(boolean withAgents) throws SQLException {
        CopyManager copying = owner.unwrap(PGConnection.class).getCopyAPI();
        try {
            for (int from = 0; from < rows; from += BATCH) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream(BATCH * 4 * (Sample.DIMENSIONS + 200));
                try (DataOutputStream out = new DataOutputStream(bytes)) {
                    write(out, from, Math.min(rows, from + BATCH), withAgents);
                }
                copying.copyIn(
                        "COPY mcp.embeddings (" + (withAgents ? "agent_id, " : "")
                                + "tenant_id, model_id, content_hash, content, vector) FROM STDIN (FORMAT binary)",
                        new ByteArrayInputStream(bytes.toByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The layout is that of PostgreSQL's documentation of COPY, "Binary Format"; that of a vector is pgvector's vector_recv. */
    private void write(DataOutputStream out, int from, int to, boolean withAgents) throws IOException {
        out.write("PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeInt(0);
        out.writeInt(0);
        for (int number = from; number < to; number++) {
            out.writeShort(withAgents ? 6 : 5);
            if (withAgents && Sample.isOfAgent(number)) {
                write(out, Sample.id(sample.tenant(number)));
            } else if (withAgents) {
                out.writeInt(-1);
            }
            write(out, Sample.id(sample.tenant(number)));
            write(out, MODEL);
            write(out, Integer.toString(number));
            write(out, sample.text(number));
            out.writeInt(4 + 4 * Sample.DIMENSIONS);
            out.writeShort(Sample.DIMENSIONS);
            out.writeShort(0);
            for (float value : sample.vector(number)) {
                out.writeFloat(value);
            }
        }
        out.writeShort(-1);
    }

    private static void write(DataOutputStream out, UUID id) throws IOException {
        out.writeInt(16);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
