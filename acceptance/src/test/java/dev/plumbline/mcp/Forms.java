// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/** The application of yesterday, which knows the database as it stands, and that of tomorrow, which knows the complete one. */
final class Forms {
    static final UUID MODEL = UUID.fromString("00000000-0000-0000-0000-00000000000c");

    private Forms() {}

    /** Makes the key by which both find their tenant. */
    static void key(Connection owner, UUID tenant) throws SQLException {
        Rows.of(
                owner,
                "INSERT INTO mcp.api_keys (tenant_id, key_prefix, key_hash, name, type) VALUES (?, ?, ?, 'load', 'bot')",
                tenant,
                prefix(tenant),
                hash(tenant));
    }

    private static String prefix(UUID tenant) {
        return tenant.toString().substring(0, 8);
    }

    private static String hash(UUID tenant) {
        return Platform.hash(tenant.toString());
    }

    /** A direction of its own for every word: two of them are almost at right angles, as random directions are. */
    private static String vector(String word) {
        return new Random(word.hashCode())
                .doubles(1536, -1, 1)
                .mapToObj(Double::toString)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static void expect(String expected, String came) {
        if (!expected.equals(came)) {
            throw new IllegalStateException(came + " where " + expected + " was expected");
        }
    }

    /** Sets no tenant, names type and state, and asks the tables themselves. */
    static final class Yesterday implements Application.Form {
        @Override
        public void begin(Connection connection, UUID tenant) {}

        @Override
        public void authenticate(Connection connection, UUID tenant) throws SQLException {
            expect(
                    tenant + "|bot",
                    Rows.one(
                            connection,
                            "SELECT tenant_id, type FROM mcp.api_keys WHERE key_hash = ? AND is_active",
                            hash(tenant)));
            Rows.of(
                    connection,
                    "UPDATE mcp.api_keys SET last_used_at = now() WHERE key_hash = ? RETURNING type",
                    hash(tenant));
        }

        @Override
        public void work(Connection connection, UUID tenant, UUID task) throws SQLException {
            expect(
                    "1",
                    Rows.one(
                            connection,
                            "INSERT INTO mcp.tasks (id, tenant_id, title, agent_id) VALUES (?, ?, 'old', ?)",
                            task,
                            tenant,
                            tenant));
            for (String state : List.of("queued", "running", "done")) {
                expect(
                        "1",
                        Rows.one(
                                connection,
                                "UPDATE mcp.tasks SET state = ? WHERE id = ? AND state <> 'x'",
                                state,
                                task));
            }
            expect("done", Rows.one(connection, "SELECT state FROM mcp.tasks WHERE id = ?", task));
            expect(
                    "1",
                    Rows.one(
                            connection,
                            "INSERT INTO mcp.api_keys (id, tenant_id, key_prefix, key_hash, name, type) VALUES (?, ?, 'old', ?,"
                                    + " 'old', 'edge')",
                            task,
                            tenant,
                            Platform.hash("old" + task)));
        }

        @Override
        public void search(Connection connection, UUID tenant, String word) throws SQLException {
            Rows.of(
                    connection,
                    "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector) VALUES (?, ?, ?, ?,"
                            + " ?::public.vector)",
                    tenant,
                    MODEL,
                    Platform.hash("old" + word),
                    "old " + word,
                    vector("old" + word));
            expect(
                    "old " + word,
                    Rows.one(
                            connection,
                            "SELECT content FROM mcp.embeddings WHERE tenant_id = ? AND content LIKE ?",
                            tenant,
                            "old " + word));
        }
    }

    /** Sets its tenant and goes through the platform's functions. */
    static final class Tomorrow implements Application.Form {
        @Override
        public void begin(Connection connection, UUID tenant) throws SQLException {
            Rows.one(connection, "SELECT set_config('app.tenant_id', ?, false)", tenant.toString());
        }

        @Override
        public void authenticate(Connection connection, UUID tenant) throws SQLException {
            expect(
                    "ok|" + tenant + "|agent",
                    Rows.one(
                            connection,
                            "SELECT outcome, tenant_id, key_type FROM mcp.authenticate_api_key(?, ?)",
                            prefix(tenant),
                            hash(tenant)));
        }

        @Override
        public void work(Connection connection, UUID tenant, UUID task) throws SQLException {
            String made = Rows.one(
                    connection,
                    "SELECT task_id FROM mcp.create_task(?, 'new', for_agent => ?)",
                    task.toString(),
                    tenant);
            expect(
                    made + "|false",
                    Rows.one(
                            connection,
                            "SELECT task_id, is_new::text FROM mcp.create_task(?, 'new')",
                            task.toString()));
            for (String status : List.of("assigned", "in_progress", "completed")) {
                expect(
                        "1",
                        Rows.one(
                                connection,
                                "UPDATE mcp.tasks SET status = '" + status + "' WHERE id = ?",
                                UUID.fromString(made)));
            }
            expect(
                    "completed",
                    Rows.one(connection, "SELECT status FROM mcp.tasks WHERE id = ?", UUID.fromString(made)));
            expect(
                    "1",
                    Rows.one(
                            connection,
                            "INSERT INTO mcp.api_keys (tenant_id, key_prefix, key_hash, name, key_type) VALUES (?, 'new', ?,"
                                    + " 'new', 'gateway')",
                            tenant,
                            Platform.hash("new" + task)));
        }

        @Override
        public void search(Connection connection, UUID tenant, String word) throws SQLException {
            String vector = vector(word);
            Rows.of(
                    connection,
                    "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector) VALUES (?, ?, ?, ?,"
                            + " ?::public.vector)",
                    tenant,
                    MODEL,
                    Platform.hash("new" + word),
                    "new tomorrow" + word,
                    vector);
            // The first by its words. The index over vectors may miss it, and then another one's vector is as good.
            expect(
                    "1",
                    Rows.one(
                            connection,
                            "SELECT count(*) FROM mcp.search_embeddings(?, ?::public.vector, 2) s JOIN mcp.embeddings e ON"
                                    + " e.id = s.embedding_id WHERE e.content = ?",
                            "tomorrow" + word,
                            vector,
                            "new tomorrow" + word));
        }
    }
}
