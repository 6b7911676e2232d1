// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What keeps the platform running: limits, partitions, retention, statistics of calls. */
interface OperationScenarios {
    Platform platform();

    @Test
    default void aLimitHoldsHoweverManyAskAtOnce() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection application = platform().application(tenant)) {
            Rows.of(
                    application,
                    "INSERT INTO mcp.tenant_config (tenant_id, rate_limit_config) VALUES (?, '{\"default\": {\"size\": 40,"
                            + " \"per_second\": 0}, \"tokens\": {\"size\": 100, \"per_second\": 50}}')",
                    tenant);
            List<Integer> allowed = Storm.of(16, number -> {
                int count = 0;
                try (Connection connection = platform().application(tenant)) {
                    for (int i = 0; i < 10; i++) {
                        count += Rows.one(connection, "SELECT allowed FROM mcp.take_rate_limit_tokens('requests', 'k')")
                                        .equals("t")
                                ? 1
                                : 0;
                    }
                }
                return count;
            });
            assertThat(allowed.stream().mapToInt(Integer::intValue).sum()).isEqualTo(40);
            assertThat(Rows.one(application, "SELECT allowed FROM mcp.take_rate_limit_tokens('requests', 'another')"))
                    .isEqualTo("t");
            long started = System.nanoTime();
            double taken = 0;
            for (int i = 0; i < 60; i++) {
                taken += Rows.one(application, "SELECT allowed FROM mcp.take_rate_limit_tokens('tokens', '', 5)")
                                .equals("t")
                        ? 5
                        : 0;
            }
            double seconds = (System.nanoTime() - started) / 1e9;
            assertThat(taken).isBetween(100.0, 100 + 50 * seconds + 5);
            assertThat(Rows.one(
                            application,
                            "SELECT allowed, retry_after IS NULL FROM mcp.take_rate_limit_tokens('tokens', '', 101)"))
                    .as("more than there can ever be")
                    .isEqualTo("f|t");
            for (String cost : List.of("0", "-5", "'NaN'", "'Infinity'")) {
                assertThat(Rows.failure(
                                application, "SELECT mcp.take_rate_limit_tokens('requests', 'k', " + cost + ")"))
                        .isEqualTo("22023");
            }
            assertThat(Rows.failure(application, "UPDATE mcp.rate_limit_buckets SET tokens = 1000"))
                    .isEqualTo("42501");
        }
    }

    @Test
    default void partitionsAreMadeAheadAlsoOverTheEndOfAYear() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                Connection scheduler = platform().as("mcp_maintenance")) {
            Rows.run(scheduler, "SET timezone = 'Pacific/Auckland'");
            for (String moment : List.of("2031-11-30 23:59:59.999999+00", "2031-12-31 23:59:59+00", "2032-01-01+00")) {
                Rows.of(
                        application,
                        "INSERT INTO mcp.endpoint_metrics (tenant_id, endpoint, status_code, duration_ms, measured_at)"
                                + " VALUES (?, ?, 200, 1, ?::timestamptz)",
                        tenant,
                        moment,
                        moment);
            }
            List<String> made = Storm.of(4, number -> {
                try (Connection connection = platform().as("mcp_maintenance")) {
                    return Rows.one(
                            connection,
                            "SELECT mcp.create_monthly_partitions('mcp.endpoint_metrics', '2031-11-17', 4)");
                }
            });
            assertThat(made).containsExactlyInAnyOrder("4", "0", "0", "0");
            assertThat(Rows.of(
                            owner,
                            "SELECT tableoid::regclass, endpoint FROM mcp.endpoint_metrics WHERE tenant_id = ? ORDER BY"
                                    + " measured_at",
                            tenant))
                    .containsExactly(
                            "mcp.endpoint_metrics_y2031m11|2031-11-30 23:59:59.999999+00",
                            "mcp.endpoint_metrics_y2031m12|2031-12-31 23:59:59+00",
                            "mcp.endpoint_metrics_y2032m01|2032-01-01+00");
            assertThat(Rows.of(application, "SELECT FROM mcp.endpoint_metrics")).hasSize(3);
            assertThat(Rows.failure(application, "SELECT FROM mcp.endpoint_metrics_y2032m01"))
                    .isEqualTo("42501");
            assertThat(Rows.of(
                            owner,
                            "SELECT p.relname FROM pg_partitioned_table t JOIN pg_class p ON p.oid = t.partrelid WHERE"
                                    + " p.relnamespace = 'mcp'::regnamespace"))
                    .allSatisfy(table -> assertThat(Rows.one(
                                    scheduler,
                                    "SELECT mcp.create_monthly_partitions(?::regclass, '2040-12-31', 2)",
                                    "mcp." + table))
                            .isEqualTo("2"))
                    .hasSizeGreaterThan(6);
            for (String table : List.of("mcp.users", "pg_catalog.pg_class")) {
                assertThat(Rows.failure(scheduler, "SELECT mcp.create_monthly_partitions(?::regclass)", table))
                        .isEqualTo("42809");
            }
        }
    }

    @Test
    default void callsMoveToTheArchiveWithoutLoss() throws Exception {
        UUID tenant = platform().tenant();
        UUID patient = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            for (UUID one : List.of(tenant, patient)) {
                Rows.of(
                        owner,
                        "INSERT INTO mcp.tool_configurations (id, tenant_id, name, tool_type, base_url) VALUES (?, ?, 't',"
                                + " 'rest', 'u')",
                        one,
                        one);
                Rows.of(
                        owner,
                        "INSERT INTO mcp.tenant_config (tenant_id, features) VALUES (?, ?::jsonb)",
                        one,
                        one.equals(patient) ? "{\"execution_retention_days\": 400}" : "{}");
                Rows.of(
                        owner,
                        "INSERT INTO mcp.tool_executions (tenant_id, tool_id, duration_ms, succeeded, request, executed_at)"
                                + " SELECT ?, ?, i, i % 10 > 0, jsonb_build_object('i', i), now() - make_interval(days => i)"
                                + " FROM generate_series(1, 200) i",
                        one,
                        one);
            }
            String everything =
                    "SELECT md5(string_agg(t::text, ',' ORDER BY t::text)) FROM (SELECT * FROM mcp.tool_executions"
                            + " UNION ALL SELECT * FROM mcp.tool_executions_archive) t";
            String before = Rows.one(owner, everything);
            List<Integer> moved = Storm.of(4, number -> {
                int sum = 0;
                try (Connection scheduler = platform().as("mcp_maintenance")) {
                    for (int i = 0; i < 10; i++) {
                        sum += Integer.parseInt(Rows.one(scheduler, "SELECT mcp.archive_tool_executions(7)"));
                    }
                }
                return sum;
            });
            // Calls of other scenarios may be over too.
            assertThat(moved.stream().mapToInt(Integer::intValue).sum()).isGreaterThanOrEqualTo(111);
            assertThat(Rows.one(owner, everything)).isEqualTo(before);
            assertThat(Rows.one(application, "SELECT count(*) FROM mcp.tool_executions"))
                    .isEqualTo("89");
            assertThat(Rows.one(application, "SELECT count(*) FROM mcp.tool_executions_archive"))
                    .isEqualTo("111");
            assertThat(Rows.failure(application, "DELETE FROM mcp.tool_executions_archive"))
                    .isEqualTo("42501");

            try (Connection scheduler = platform().as("mcp_maintenance")) {
                Rows.one(scheduler, "SELECT mcp.refresh_tool_execution_stats()");
            }
            assertThat(
                            Rows.one(
                                    application,
                                    "SELECT sum(calls), sum(failures), max(p99_ms), count(*) FROM mcp.tool_execution_stats_of_tenant"))
                    .isEqualTo("89|8|89|89");
        }
    }

    @Test
    default void whatIsOverIsPurgedAndWhatIsNotStays() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                Connection scheduler = platform().as("mcp_maintenance")) {
            Rows.one(application, "SELECT is_new FROM mcp.create_task('old', 't')");
            Rows.one(application, "SELECT is_new FROM mcp.create_task('new', 't')");
            Rows.run(
                    application,
                    "UPDATE mcp.task_idempotency_keys SET created_at = now() - interval '2 days', expires_at = now() -"
                            + " interval '1 day' WHERE idempotency_key = 'old'");
            Rows.one(application, "SELECT allowed FROM mcp.take_rate_limit_tokens('requests')");
            Rows.of(
                    owner,
                    "INSERT INTO mcp.rate_limit_buckets VALUES (?, 'old', '', 0, now() - interval '2 days')",
                    tenant);
            Rows.one(scheduler, "SELECT mcp.purge_expired()");
            assertThat(Rows.of(application, "SELECT idempotency_key FROM mcp.task_idempotency_keys"))
                    .containsExactly("new");
            assertThat(Rows.of(application, "SELECT bucket FROM mcp.rate_limit_buckets"))
                    .containsExactly("requests");
            assertThat(Rows.one(application, "SELECT count(*) FROM mcp.tasks")).isEqualTo("2");
        }
    }

    @Test
    default void usageAddsUpAndDocumentsMergeAndValidate() throws Exception {
        UUID tenant = platform().tenant();
        Storm.of(8, number -> {
            try (Connection connection = platform().application(tenant)) {
                for (int i = 0; i < 5; i++) {
                    Rows.one(connection, "SELECT mcp.record_usage('tokens', 2.5)");
                }
            }
            return number;
        });
        try (Connection application = platform().application(tenant)) {
            assertThat(Rows.one(application, "SELECT quantity FROM mcp.usage_metrics"))
                    .isEqualTo("100.000000");
            assertThat(Rows.failure(application, "SELECT mcp.record_usage('tokens', -101)"))
                    .isEqualTo("23514");
            assertThat(Rows.one(
                            application,
                            "SELECT mcp.jsonb_merge_recursive('{\"a\": {\"b\": 1, \"c\": [1]}, \"d\": 1}', '{\"a\": {\"c\":"
                                    + " [2], \"e\": null}, \"d\": {\"f\": 1}}')"))
                    .isEqualTo("{\"a\": {\"b\": 1, \"c\": [2], \"e\": null}, \"d\": {\"f\": 1}}");
            for (List<String> config : List.of(
                    List.of("basic", "{\"username\": \"u\"}", "none"),
                    List.of("basic", "{\"username\": \"u\", \"password\": \"p\"}", "23514"),
                    List.of("api_key", "{\"in\": \"body\", \"name\": \"k\"}", "23514"),
                    List.of("oauth2", "{\"client_id\": \"c\"}", "23514"),
                    List.of("none", "[]", "23514"),
                    List.of("telepathy", "{}", "23514"))) {
                assertThat(Rows.failure(
                                application,
                                "INSERT INTO mcp.tool_configurations (tenant_id, name, tool_type, base_url, auth_type,"
                                        + " auth_config) VALUES (mcp.current_tenant_id(), gen_random_uuid(), 'rest', 'u', ?,"
                                        + " ?::jsonb)",
                                config.get(0),
                                config.get(1)))
                        .as(config.toString())
                        .isEqualTo(config.get(2));
            }
        }
    }
}
