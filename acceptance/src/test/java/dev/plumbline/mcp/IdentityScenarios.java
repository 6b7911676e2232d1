// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may come in, with which key, and what is written down about it. */
interface IdentityScenarios {
    AtomicInteger KEYS = new AtomicInteger();

    Platform platform();

    /** A key that was handed out: its prefix, its hash, its identifier. */
    record Key(String prefix, String hash, UUID id) {
        static Key fresh() {
            String secret = "mcp_" + KEYS.incrementAndGet() + "_secret";
            return new Key(secret.substring(0, Math.min(8, secret.length())), Platform.hash(secret), UUID.randomUUID());
        }
    }

    private Key key(Connection owner, UUID tenant, @Nullable Key parent, String more, Object... values)
            throws SQLException {
        Key key = Key.fresh();
        Rows.of(
                owner,
                "INSERT INTO mcp.api_keys (id, tenant_id, key_prefix, key_hash, name, parent_key_id) VALUES (?, ?, ?, ?, 'k', ?)",
                key.id(),
                tenant,
                key.prefix(),
                key.hash(),
                parent == null ? null : parent.id());
        if (!more.isEmpty()) {
            Rows.of(owner, "UPDATE mcp.api_keys SET " + more + " WHERE id = '" + key.id() + "'", values);
        }
        return key;
    }

    private static String authenticate(Connection application, String prefix, String hash, @Nullable String service)
            throws SQLException {
        return Rows.one(
                application,
                "SELECT outcome, tenant_id, key_type FROM mcp.authenticate_api_key(?, ?, ?)",
                prefix,
                hash,
                service);
    }

    private static String outcome(Connection application, Key key) throws SQLException {
        return authenticate(application, key.prefix(), key.hash(), null);
    }

    @Test
    default void aKeyLetsInAndEveryReasonNotToIsToldApartAndTellsNothingElse() throws Exception {
        UUID tenant = platform().tenant();
        UUID closed = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().as("mcp_app")) {
            Key good = key(owner, tenant, null, "key_type = 'gateway'");
            assertThat(outcome(application, good)).isEqualTo("ok|" + tenant + "|gateway");
            assertThat(authenticate(application, good.prefix(), Platform.hash("another"), null))
                    .isEqualTo("unknown|null|null");
            assertThat(authenticate(application, "none", good.hash(), null)).isEqualTo("unknown|null|null");
            assertThat(authenticate(application, good.prefix(), "", null)).isEqualTo("unknown|null|null");
            assertThat(authenticate(application, "' OR true --", "' OR true --", null))
                    .isEqualTo("unknown|null|null");
            assertThat(outcome(application, key(owner, tenant, null, "is_active = false")))
                    .isEqualTo("revoked|null|null");
            assertThat(outcome(application, key(owner, tenant, null, "expires_at = now() - interval '1 second'")))
                    .isEqualTo("expired|null|null");
            Key revoked = key(owner, tenant, null, "is_active = false");
            Key child = key(owner, tenant, revoked, "");
            assertThat(outcome(application, child)).isEqualTo("parent_revoked|null|null");
            assertThat(outcome(application, key(owner, tenant, child, ""))).isEqualTo("parent_revoked|null|null");
            Key expired = key(owner, tenant, null, "expires_at = now() - interval '1 second'");
            assertThat(outcome(application, key(owner, tenant, expired, ""))).isEqualTo("parent_expired|null|null");
            Key service = key(owner, tenant, null, "allowed_services = '{search,tools}'");
            assertThat(authenticate(application, service.prefix(), service.hash(), "tools"))
                    .startsWith("ok|");
            assertThat(authenticate(application, service.prefix(), service.hash(), "billing"))
                    .isEqualTo("service_not_allowed|null|null");
            assertThat(outcome(application, service)).isEqualTo("service_not_allowed|null|null");
            // What the key above may not ask for, no key below it may.
            Key below = key(owner, tenant, key(owner, tenant, service, ""), "allowed_services = '{tools,billing}'");
            assertThat(authenticate(application, below.prefix(), below.hash(), "tools"))
                    .startsWith("ok|");
            for (String elsewhere : List.of("billing", "search")) {
                assertThat(authenticate(application, below.prefix(), below.hash(), elsewhere))
                        .as(elsewhere)
                        .isEqualTo("service_not_allowed|null|null");
            }
            Key ofClosed = key(owner, closed, null, "");
            Rows.of(owner, "UPDATE mcp.tenants SET is_active = false WHERE id = ?", closed);
            assertThat(outcome(application, ofClosed)).isEqualTo("tenant_inactive|null|null");
        }
    }

    @Test
    default void whoseUserMayNotComeInMayNotEitherNorWhatHangsOnThem() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().as("mcp_app")) {
            Rows.of(owner, "INSERT INTO mcp.users (id, tenant_id, email) VALUES (?, ?, 'u')", tenant, tenant);
            Key key = key(owner, tenant, null, "user_id = ?", tenant);
            Key below = key(owner, tenant, key, "");
            assertThat(outcome(application, key)).startsWith("ok|");
            assertThat(outcome(application, below)).startsWith("ok|");
            for (String status : List.of("suspended", "inactive")) {
                Rows.of(owner, "UPDATE mcp.users SET status = ? WHERE id = ?", status, tenant);
                assertThat(outcome(application, key)).isEqualTo("user_inactive|null|null");
                assertThat(outcome(application, below)).isEqualTo("parent_revoked|null|null");
            }
            Rows.of(owner, "UPDATE mcp.users SET status = 'active' WHERE id = ?", tenant);
            assertThat(outcome(application, below)).startsWith("ok|");
        }
    }

    @Test
    default void aCircleOfParentsEndsAndUseIsNotedWithoutWaiting() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection holder = platform().owner();
                Connection application = platform().as("mcp_app")) {
            Key first = key(owner, tenant, null, "");
            Key second = key(owner, tenant, first, "");
            Rows.of(owner, "UPDATE mcp.api_keys SET parent_key_id = ? WHERE id = ?", second.id(), first.id());
            assertThat(outcome(application, second)).startsWith("ok|");
            assertThat(Rows.one(owner, "SELECT last_used_at IS NOT NULL FROM mcp.api_keys WHERE id = ?", second.id()))
                    .isEqualTo("t");
            Rows.of(owner, "UPDATE mcp.api_keys SET last_used_at = NULL WHERE id = ?", first.id());
            holder.setAutoCommit(false);
            Rows.of(holder, "SELECT FROM mcp.api_keys WHERE id = ? FOR UPDATE", first.id());
            Rows.run(application, "SET statement_timeout = '5s'");
            assertThat(outcome(application, first)).startsWith("ok|");
            holder.rollback();
        }
    }

    @Test
    default void aKeyMayDoNoMoreThanTheKeysAboveIt() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            Key above = key(owner, tenant, null, "scopes = '{tasks:*,search:read}'");
            Key below = key(owner, tenant, above, "scopes = '{*}'");
            for (List<String> expected : List.of(
                    List.of("tasks:write", "t"),
                    List.of("search:read", "t"),
                    List.of("search:write", "f"),
                    List.of("tasksx:write", "f"),
                    List.of("keys:write", "f"))) {
                assertThat(Rows.one(
                                application,
                                "SELECT mcp.validate_api_key_scope(?, ?)",
                                below.id(),
                                expected.getFirst()))
                        .as(expected.getFirst())
                        .isEqualTo(expected.getLast());
            }
            assertThat(Rows.one(application, "SELECT mcp.validate_api_key_scope(gen_random_uuid(), 'tasks:read')"))
                    .isEqualTo("f");
        }
    }

    /** Rows of audited tables: how one comes and what is changed. Which tables are audited is asked of the database. */
    Map<String, List<String>> AUDITED = Map.of(
            "api_keys",
            List.of(
                    "(tenant_id, key_prefix, key_hash, name) VALUES (mcp.current_tenant_id(), 'a', repeat('5ec7e7', 10) || '0000', 'k')",
                    "key_hash = repeat('5ec7e7', 10) || '1111', is_active = false"),
            "users",
            List.of("(tenant_id, email) VALUES (mcp.current_tenant_id(), 'a@b')", "status = 'suspended'"),
            "tenant_config",
            List.of(
                    "(tenant_id, service_tokens) VALUES (mcp.current_tenant_id(), '{\"hub\": \"5ec7e7\"}')",
                    "service_tokens = '{\"hub\": \"5ec7e7-2\"}', features = '{\"f\": 1}'"),
            "workspace_members",
            List.of(
                    "(tenant_id, workspace_id, user_id) VALUES (mcp.current_tenant_id(), mcp.current_tenant_id(),"
                            + " mcp.current_tenant_id())",
                    "role = 'admin'"),
            "webhook_configs",
            List.of(
                    "(tenant_id, url, secret_encrypted) VALUES (mcp.current_tenant_id(),"
                            + " 'https://me:5ec7e7@hooks.example:8443/services/5ec7e7?token=5ec7e7#5ec7e7', '\\x5ec7e7')",
                    "url = 'https://5ec7e7@other.example/5ec7e7', secret_encrypted = '\\x5ec7e75ec7e7'"),
            "tool_configurations",
            List.of(
                    "(tenant_id, name, tool_type, base_url, auth_type, auth_config, credentials_encrypted, credentials_key_id)"
                            + " VALUES (mcp.current_tenant_id(), 't', 'rest', 'https://me:5ec7e7/5ec7e7@tools.example', 'bearer',"
                            + " '{\"prefix\": \"5ec7e7\"}', '\\x5ec7e7', 'k1')",
                    "base_url = 'https://tools.example:443/5ec7e7', auth_config = '{\"prefix\": \"5ec7e7-2\"}',"
                            + " credentials_encrypted = '\\x5ec7e75ec7e7'"));

    @Test
    default void everyChangeOfEveryAuditedTableIsWrittenDownOnceAndNoSecretWithIt() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            assertThat(
                            Rows.of(
                                    owner,
                                    "SELECT t.tgrelid::regclass::text FROM pg_trigger t WHERE t.tgfoid = 'mcp.audit_row_change'::regproc"))
                    .containsExactlyInAnyOrderElementsOf(AUDITED.keySet().stream()
                            .map(table -> "mcp." + table)
                            .toList());
            Rows.of(owner, "INSERT INTO mcp.users (id, tenant_id, email) VALUES (?, ?, 'u')", tenant, tenant);
            Rows.of(application, "INSERT INTO mcp.workspaces (id, tenant_id, name) VALUES (?, ?, 'w')", tenant, tenant);
            Rows.of(owner, "DELETE FROM mcp.audit_log WHERE tenant_id = ?", tenant);
            for (Map.Entry<String, List<String>> audited : AUDITED.entrySet()) {
                String table = "mcp." + audited.getKey();
                String others = audited.getKey().equals("users") ? " WHERE id <> tenant_id" : "";
                Rows.run(
                        application, "INSERT INTO " + table + audited.getValue().getFirst());
                Rows.run(
                        application,
                        "UPDATE " + table + " SET " + audited.getValue().getLast() + others);
                // What changes nothing is no change.
                Rows.run(application, "UPDATE " + table + " SET tenant_id = tenant_id" + others);
                Rows.run(application, "DELETE FROM " + table + others);
                assertThat(Rows.of(
                                application,
                                "SELECT action, row_id LIKE '%-%-%', changes <> '{}' FROM mcp.audit_log WHERE table_name = ?"
                                        + " ORDER BY created_at",
                                audited.getKey()))
                        .as(table)
                        .containsExactly("INSERT|t|t", "UPDATE|t|t", "DELETE|t|t");
            }
            List<String> all = Rows.of(owner, "SELECT a::text FROM mcp.audit_log a WHERE tenant_id = ?", tenant);
            assertThat(all).hasSize(3 * AUDITED.size());
            assertThat(String.join("\n", all)).doesNotContain("5ec7e7");
            assertThat(Rows.of(
                            application,
                            "SELECT changes -> 'url' ->> 'old', changes -> 'url' ->> 'new' FROM mcp.audit_log WHERE table_name ="
                                    + " 'webhook_configs' ORDER BY created_at"))
                    .as("where it went is told, and what it was let in with is not")
                    .containsExactly(
                            "null|https://hooks.example:8443",
                            "https://hooks.example:8443|https://other.example",
                            "https://other.example|null");
        }
    }

    @Test
    default void whatIsChangedIsWrittenDownWithoutASecret() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            Rows.one(application, "SELECT set_config('app.actor', 'mara', false)");
            Key key = Key.fresh();
            Rows.of(
                    application,
                    "INSERT INTO mcp.api_keys (id, tenant_id, key_prefix, key_hash, name) VALUES (?, ?, ?, ?, 'first')",
                    key.id(),
                    tenant,
                    key.prefix(),
                    key.hash());
            Rows.of(application, "UPDATE mcp.api_keys SET name = 'second' WHERE id = ?", key.id());
            Rows.of(application, "UPDATE mcp.api_keys SET key_hash = ? WHERE id = ?", Platform.hash("2"), key.id());
            Rows.of(application, "DELETE FROM mcp.api_keys WHERE id = ?", key.id());
            Rows.of(
                    application,
                    "INSERT INTO mcp.tenant_config (tenant_id, service_tokens) VALUES (?, '{\"hub\": \"tok-1234\"}')",
                    tenant);
            Rows.of(
                    application,
                    "INSERT INTO mcp.tool_configurations (tenant_id, name, tool_type, base_url) VALUES (?, 't', 'rest', 'u')",
                    tenant);
            assertThat(
                            Rows.one(
                                    application,
                                    "SELECT mcp.set_tool_credentials(id, 'hunter2-hunter2', 'k1', 'passphrase') FROM mcp.tool_configurations"))
                    .isEqualTo("t");
            assertThat(Rows.one(
                            application,
                            "SELECT mcp.read_tool_credentials(id, 'passphrase') FROM mcp.tool_configurations"))
                    .isEqualTo("hunter2-hunter2");
            assertThat(Rows.failure(
                            application, "SELECT mcp.read_tool_credentials(id, 'guess') FROM mcp.tool_configurations"))
                    .isEqualTo("39000");
            assertThat(Rows.of(
                            application,
                            "SELECT action, actor, changes -> 'name' ->> 'new' FROM mcp.audit_log WHERE table_name ="
                                    + " 'api_keys' ORDER BY created_at"))
                    .containsExactly("INSERT|mara|first", "UPDATE|mara|second", "UPDATE|mara|null", "DELETE|mara|null");
            assertThat(Rows.one(
                            application,
                            "SELECT changes ->> 'key_hash' FROM mcp.audit_log WHERE action = 'UPDATE' AND changes -> 'key_hash'"
                                    + " IS NOT NULL"))
                    .isEqualTo("changed");
            List<String> all = Rows.of(owner, "SELECT a::text FROM mcp.audit_log a WHERE tenant_id = ?", tenant);
            assertThat(all).hasSize(7);
            assertThat(String.join("\n", all))
                    .doesNotContain(key.hash(), Platform.hash("2"), "tok-1234", "hunter2", "passphrase");
            assertThat(Rows.failure(application, "DELETE FROM mcp.audit_log")).isEqualTo("42501");
            assertThat(Rows.failure(application, "UPDATE mcp.audit_log SET actor = 'x'"))
                    .isEqualTo("42501");
        }
    }
}
