// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A curious tenant tries every table and every function. Which there are is asked of the database, so that whatever is added
 * without being closed fails here.
 */
interface IsolationScenarios {
    String DENIED = "42501";

    /** Tables that are the same for all tenants: the application reads them and no more. */
    List<String> COMMON = List.of("embedding_models", "projection_matrices");

    Platform platform();

    @Test
    default void everyTableIsClosedToOtherTenantsAndToNobody() throws Exception {
        Platform platform = platform();
        UUID victim = platform.tenant();
        UUID curious = platform.tenant();
        try (Connection owner = platform.owner();
                Connection attacker = platform.application(curious);
                Connection nobody = platform.as("mcp_app");
                Connection empty = platform.as("mcp_app")) {
            VictimRows.insert(owner, victim);
            SortedMap<String, String> before = VictimRows.digest(owner, victim);
            Rows.one(empty, "SELECT set_config('app.tenant_id', '', false)");
            List<String> tables = VictimRows.tables(owner);
            assertThat(tables).hasSizeGreaterThan(50);
            for (String table : tables) {
                if (COMMON.contains(table)) {
                    assertThat(Rows.failure(attacker, "DELETE FROM mcp." + table))
                            .isEqualTo(DENIED);
                    continue;
                }
                assertThat(before.get(table))
                        .as("the victim's row in %s", table)
                        .startsWith("1 ");
                String key = table.equals("tenants") ? "id" : "tenant_id";
                for (Connection connection : List.of(attacker, nobody, empty)) {
                    assertThat(seen(connection, table, key, victim)).as(table).isEqualTo("0");
                    assertThat(harm(connection, "DELETE FROM mcp." + table + " WHERE " + key + " = ?", victim))
                            .as("delete from %s", table)
                            .isIn("0", DENIED);
                    assertThat(harm(
                                    connection,
                                    "UPDATE mcp." + table + " SET " + key + " = " + key + " WHERE " + key + " = ?",
                                    victim))
                            .as("update %s", table)
                            .isIn("0", DENIED);
                    // The row of another, as far as a table without defaults lets it come to the policy.
                    assertThat(Rows.failure(
                                    connection,
                                    "INSERT INTO mcp." + table
                                            + " OVERRIDING SYSTEM VALUE SELECT (jsonb_populate_record(NULL::mcp."
                                            + table + ", jsonb_build_object('" + key + "', ?::text))).*",
                                    victim.toString()))
                            .as("insert into %s", table)
                            .isEqualTo(DENIED);
                }
                assertThat(Rows.of(nobody, "SELECT FROM mcp." + table))
                        .as(table)
                        .isEmpty();
            }
            assertThat(VictimRows.digest(owner, victim)).isEqualTo(before);
        }
    }

    private static String seen(Connection connection, String table, String key, UUID victim) throws SQLException {
        return Rows.one(connection, "SELECT count(*) FROM mcp." + table + " WHERE " + key + " = ?", victim);
    }

    private static String harm(Connection connection, String sql, UUID victim) {
        try {
            return Rows.one(connection, sql, victim);
        } catch (SQLException e) {
            return String.valueOf(e.getSQLState());
        }
    }

    @Test
    default void thereIsNoWayPastTheTables() throws Exception {
        try (Connection owner = platform().owner();
                Connection attacker = platform().application(UUID.randomUUID())) {
            for (String relation : Rows.of(
                    owner,
                    "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'mcp'::regnamespace AND (c.relispartition AND"
                            + " c.relkind = 'r' OR c.relkind = 'm')")) {
                assertThat(Rows.failure(attacker, "SELECT FROM mcp." + relation))
                        .as(relation)
                        .isEqualTo(DENIED);
            }
            for (String view : Rows.of(
                    owner,
                    "SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'mcp'::regnamespace AND c.relkind = 'v'")) {
                assertThat(Rows.of(attacker, "SELECT FROM mcp." + view))
                        .as(view)
                        .isEmpty();
            }
            assertThat(Rows.failure(attacker, "CREATE TABLE mcp.mine ()")).isEqualTo(DENIED);
            assertThat(Rows.failure(attacker, "TRUNCATE mcp.tasks")).isEqualTo(DENIED);
            assertThat(Rows.failure(attacker, "ALTER TABLE mcp.tasks DISABLE ROW LEVEL SECURITY"))
                    .isEqualTo(DENIED);
            assertThat(Rows.failure(attacker, "SET ROLE mcp_security")).isEqualTo(DENIED);
        }
    }

    @Test
    default void aTenantThatIsNoneOrNotEvenAnIdentifierIsRefused() throws Exception {
        try (Connection connection = platform().as("mcp_app")) {
            assertThat(Rows.one(connection, "SELECT mcp.current_tenant_id()")).isEqualTo("null");
            Rows.one(connection, "SELECT set_config('app.tenant_id', '', false)");
            assertThat(Rows.one(connection, "SELECT mcp.current_tenant_id()")).isEqualTo("null");
            assertThat(Rows.failure(connection, "SELECT mcp.create_task('k', 'none')"))
                    .isEqualTo(DENIED);
            assertThat(Rows.failure(connection, "SELECT mcp.take_rate_limit_tokens('requests')"))
                    .isEqualTo(DENIED);
            Rows.one(connection, "SELECT set_config('app.tenant_id', 'anybody', false)");
            assertThat(Rows.failure(connection, "SELECT FROM mcp.tasks")).isEqualTo("22P02");
        }
    }

    @Test
    default void theOwnerOfATableIsNoException() throws Exception {
        UUID victim = platform().tenant();
        try (Connection owner = platform().owner()) {
            owner.setAutoCommit(false);
            Rows.run(owner, "GRANT USAGE, CREATE ON SCHEMA mcp TO mcp_maintenance");
            for (String table : List.of("agents", "models", "workspaces")) {
                Rows.run(owner, "ALTER TABLE mcp." + table + " OWNER TO mcp_maintenance");
            }
            Rows.run(owner, "SET ROLE mcp_maintenance");
            assertThat(Rows.of(owner, "SELECT FROM mcp.agents WHERE tenant_id = ?", victim))
                    .isEmpty();
            Rows.one(owner, "SELECT set_config('app.tenant_id', ?, true)", victim.toString());
            assertThat(Rows.of(owner, "SELECT FROM mcp.agents WHERE tenant_id = ?", victim))
                    .hasSize(1);
            owner.rollback();
        }
    }

    @Test
    default void everyFunctionThatATenantMayCallIsTriedOnAnother() throws Exception {
        UUID victim = platform().tenant();
        UUID curious = platform().tenant();
        try (Connection owner = platform().owner();
                Connection attacker = platform().application(curious)) {
            VictimRows.insert(owner, victim);
            SortedMap<String, String> before = VictimRows.digest(owner, victim);
            String other = "'" + victim + "'";
            // The attack on each function, and what may come of it: a value, or the SQLSTATE of a refusal.
            Map<String, List<String>> attacks = new TreeMap<>(Map.ofEntries(
                    Map.entry("authenticate_api_key", List.of("('victim', 'x')", "(unknown,,,,,)")),
                    Map.entry("validate_api_key_scope", List.of("(" + other + ", 'x')", "f")),
                    Map.entry("delegate_task", List.of("(" + other + ", " + other + ")", "P0002")),
                    Map.entry("set_tool_credentials", List.of("(" + other + ", 's', 'k', 'p')", "f")),
                    Map.entry("read_tool_credentials", List.of("(" + other + ", 'p')", "null")),
                    Map.entry("record_usage", List.of("('victim', 7)", "7.000000")),
                    Map.entry("take_rate_limit_tokens", List.of("('victim')", "(t,59,00:00:00)")),
                    Map.entry("current_tenant_id", List.of("()", curious.toString())),
                    Map.entry("search_embeddings", List.of("('victim')", "")),
                    Map.entry("create_task", List.of("('victim', 't')", "new")),
                    Map.entry("jsonb_merge_recursive", List.of("('{}', '{}')", "{}")),
                    Map.entry("validate_jsonb_keys", List.of("('{}', '{}')", "t")),
                    Map.entry("validate_auth_config", List.of("('none', '{}')", "t")),
                    Map.entry("bm25_score", List.of("(0, 0, 0, 0, 0)", "0")),
                    Map.entry("reciprocal_rank_fusion", List.of("('{}')", "0"))));
            for (String function : Rows.of(
                    owner,
                    "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'mcp'::regnamespace AND p.prorettype <>"
                            + " 'trigger'::regtype AND has_function_privilege('mcp_app', p.oid, 'EXECUTE') ORDER BY 1")) {
                assertThat(attacks).as("a function that nobody has attacked").containsKey(function);
                List<String> attack = Objects.requireNonNull(attacks.get(function));
                String came;
                try {
                    List<String> rows = Rows.of(attacker, "SELECT mcp." + function + attack.getFirst());
                    came = String.join("", rows);
                } catch (SQLException e) {
                    came = String.valueOf(e.getSQLState());
                }
                if (attack.getLast().equals("new")) {
                    assertThat(came).endsWith(",t)").doesNotContain(victim.toString());
                } else {
                    assertThat(came).as(function).isEqualTo(attack.getLast());
                }
            }
            for (String function : Rows.of(
                    owner,
                    "SELECT format('mcp.%I(%s)', p.proname, (SELECT string_agg(format('NULL::%s', format_type(t.oid, NULL)),"
                            + " ', ' ORDER BY a.n) FROM unnest(p.proargtypes) WITH ORDINALITY a(type, n) JOIN pg_type t ON"
                            + " t.oid = a.type)) FROM pg_proc p WHERE p.pronamespace = 'mcp'::regnamespace AND p.prorettype <>"
                            + " 'trigger'::regtype AND NOT has_function_privilege('mcp_app', p.oid, 'EXECUTE')")) {
                assertThat(Rows.failure(attacker, "SELECT " + function))
                        .as(function)
                        .isEqualTo(DENIED);
            }
            assertThat(VictimRows.digest(owner, victim)).isEqualTo(before);
        }
    }

    @Test
    default void nothingOfOneTenantCanReferToAnother() throws Exception {
        UUID victim = platform().tenant();
        UUID curious = platform().tenant();
        try (Connection owner = platform().owner();
                Connection attacker = platform().application(curious)) {
            assertThat(Rows.of(
                            owner,
                            "SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k WHERE k.contype = 'f' AND"
                                    + " k.connamespace = 'mcp'::regnamespace AND k.confrelid <> 'mcp.tenants'::regclass AND"
                                    + " EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = k.confrelid AND a.attname ="
                                    + " 'tenant_id' AND NOT a.attnum = ANY (k.confkey))"))
                    .as("foreign keys that do not ask for the tenant")
                    .isEmpty();
            assertThat(Rows.failure(
                            attacker, "SELECT mcp.create_task('r', 'theirs', for_agent => ?::uuid)", victim.toString()))
                    .isEqualTo("23503");
            assertThat(Rows.failure(
                            attacker, "UPDATE mcp.agents SET tenant_id = ? WHERE tenant_id = ?", victim, curious))
                    .isEqualTo(DENIED);
        }
    }

    @Test
    default void everyFunctionHasItsSearchPathAndEveryForeignKeyItsIndex() throws Exception {
        try (Connection owner = platform().owner()) {
            assertThat(
                            Rows.of(
                                    owner,
                                    "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'mcp'::regnamespace AND NOT EXISTS"
                                            + " (SELECT FROM unnest(p.proconfig) s WHERE s = 'search_path=pg_catalog, pg_temp')"))
                    .isEmpty();
            assertThat(Rows.of(
                            owner,
                            "SELECT p.proname || ' ' || p.proowner::regrole FROM pg_proc p WHERE p.pronamespace ="
                                    + " 'mcp'::regnamespace AND p.prosecdef ORDER BY 1"))
                    .contains(
                            "audit_row_change mcp_security",
                            "authenticate_api_key mcp_security",
                            "take_rate_limit_tokens mcp_security")
                    .hasSizeLessThanOrEqualTo(6);
            // The tenant alone leads nowhere near a row, so what comes besides it is to stand first, or the pair of
            // them.
            assertThat(Rows.of(
                            owner,
                            "SELECT k.conrelid::regclass || '.' || k.conname FROM pg_constraint k WHERE k.contype = 'f' AND"
                                    + " k.connamespace = 'mcp'::regnamespace AND NOT EXISTS (SELECT FROM pg_index i WHERE"
                                    + " i.indrelid = k.conrelid AND i.indisvalid AND (i.indkey[0] ="
                                    + " k.conkey[cardinality(k.conkey)] OR i.indkey[0] = k.conkey[1] AND i.indkey[1] ="
                                    + " k.conkey[2]))"))
                    .as("foreign keys without an index")
                    .isEmpty();
        }
    }
}
