// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    default void aLimitThatFillsWhileManyAskIsNeverExceeded() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection application = platform().application(tenant)) {
            Rows.of(
                    application,
                    "INSERT INTO mcp.tenant_config (tenant_id, rate_limit_config) VALUES (?, '{\"requests\": {\"size\": 20,"
                            + " \"per_second\": 100}}')",
                    tenant);
        }
        long started = System.nanoTime();
        List<Integer> allowed = Storm.of(8, number -> {
            int count = 0;
            try (Connection connection = platform().application(tenant)) {
                for (int i = 0; i < 60; i++) {
                    count += Rows.one(connection, "SELECT allowed FROM mcp.take_rate_limit_tokens('requests', 'k')")
                                    .equals("t")
                            ? 1
                            : 0;
                }
            }
            return count;
        });
        double seconds = (System.nanoTime() - started) / 1e9;
        assertThat((double) allowed.stream().mapToInt(Integer::intValue).sum()).isBetween(20.0, 20 + 100 * seconds);
    }

    /** A thousand in a month is a limit too: a bucket that nobody has touched for a day is not full for that. */
    @Test
    default void purgingGivesNothingBackThatIsNotThereAgain() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                Connection scheduler = platform().as("mcp_maintenance")) {
            Rows.of(
                    application,
                    "INSERT INTO mcp.tenant_config (tenant_id, rate_limit_config) VALUES (?, '{\"tokens\": {\"size\": 1000,"
                            + " \"per_second\": 0.0004}, \"searches\": {\"size\": 5, \"per_second\": 0}}')",
                    tenant);
            for (List<String> bucket :
                    List.of(List.of("tokens", "1000"), List.of("searches", "5"), List.of("tools", "60"))) {
                String take = "SELECT allowed FROM mcp.take_rate_limit_tokens(?, '', ?::float8)";
                assertThat(Rows.one(application, take, bucket.getFirst(), bucket.getLast()))
                        .isEqualTo("t");
            }
            UUID confused = platform().tenant();
            Rows.of(
                    owner,
                    "INSERT INTO mcp.tenant_config (tenant_id, rate_limit_config) VALUES (?, '{\"default\": {\"size\": \"many\"},"
                            + " \"tools\": {\"per_second\": [1]}, \"searches\": 7, \"requests\": {\"per_second\": 1e999}}')",
                    confused);
            Rows.of(
                    owner,
                    "INSERT INTO mcp.rate_limit_buckets (tenant_id, bucket, tokens, refilled_at) SELECT ?, b, 0, now() FROM"
                            + " unnest('{tokens,tools,searches,requests}'::text[]) b",
                    confused);
            Rows.of(
                    owner,
                    "UPDATE mcp.rate_limit_buckets SET refilled_at = now() - interval '2 days' WHERE tenant_id IN (?, ?)",
                    tenant,
                    confused);
            Rows.one(scheduler, "SELECT mcp.purge_expired()");
            assertThat(Rows.of(
                            owner,
                            "SELECT bucket FROM mcp.rate_limit_buckets WHERE tenant_id = ? ORDER BY 1",
                            confused))
                    .as("settings that are no numbers keep their buckets, and nobody else's")
                    .containsExactly("tokens", "tools");
            assertThat(Rows.of(application, "SELECT bucket FROM mcp.rate_limit_buckets ORDER BY 1"))
                    .as("all but the one that is full again")
                    .containsExactly("searches", "tokens");
            assertThat(Rows.one(
                            application,
                            "SELECT allowed, round(remaining) FROM mcp.take_rate_limit_tokens('tokens', '', 1000)"))
                    .isEqualTo("f|69");
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

    /** Making a partition takes the whole table for a moment; who is in the middle of a transaction on it ends that first. */
    @Test
    default void aPartitionIsMadeBesideATransactionThatReadsAndThenWrites() throws Exception {
        UUID tenant = platform().tenant();
        String write = "INSERT INTO mcp.query_metrics (tenant_id, query_name, duration_ms) VALUES (?, 'q', 1)";
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                ExecutorService background = Executors.newSingleThreadExecutor()) {
            application.setAutoCommit(false);
            Rows.of(application, "SELECT FROM mcp.query_metrics");
            Future<String> made = background.submit(() -> {
                try (Connection scheduler = platform().as("mcp_maintenance")) {
                    return Rows.one(
                            scheduler, "SELECT mcp.create_monthly_partitions('mcp.query_metrics', '2033-01-01', 2)");
                }
            });
            while (Rows.of(
                            owner,
                            "SELECT FROM pg_locks WHERE NOT granted AND relation = 'mcp.query_metrics_default'::regclass")
                    .isEmpty()) {
                assertThat(made.isDone()).isFalse();
                Thread.sleep(10);
            }
            assertThat(Rows.failure(application, write, tenant)).isEqualTo("none");
            application.commit();
            assertThat(made.get()).isEqualTo("2");
        }
    }

    @Test
    default void aNewPartitionHasTheSettingsOfTheOneBeside() throws Exception {
        try (Connection owner = platform().owner();
                Connection scheduler = platform().as("mcp_maintenance")) {
            for (String table : List.of("tasks", "tool_executions", "audit_log")) {
                Rows.one(
                        scheduler,
                        "SELECT mcp.create_monthly_partitions(?::regclass, '2034-05-01', 1)",
                        "mcp." + table);
                String settings = "SELECT reloptions FROM pg_class WHERE oid = ?::regclass";
                assertThat(Rows.one(owner, settings, "mcp." + table + "_y2034m05"))
                        .isEqualTo(Rows.one(owner, settings, "mcp." + table + "_default"));
            }
            assertThat(Rows.one(
                            owner,
                            "SELECT count(*) FROM pg_class WHERE relname IN ('tasks_y2034m05', 'tool_executions_y2034m05') AND"
                                    + " reloptions::text LIKE '%autovacuum_vacuum_scale_factor=0.02%'"))
                    .isEqualTo("2");
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
    default void callsOfAnHourAreSummedUpWithTheirSlowest() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                Connection scheduler = platform().as("mcp_maintenance")) {
            Rows.of(
                    owner,
                    "INSERT INTO mcp.tool_configurations (id, tenant_id, name, tool_type, base_url) VALUES (?, ?, 't', 'rest',"
                            + " 'u')",
                    tenant,
                    tenant);
            Rows.of(
                    application,
                    "INSERT INTO mcp.tool_executions (tenant_id, tool_id, duration_ms, succeeded, executed_at) SELECT"
                            + " mcp.current_tenant_id(), mcp.current_tenant_id(), i, i > 7, '2026-03-01 10:59:59.999999+00'::timestamptz"
                            + " + i / 201 * interval '1 microsecond' FROM generate_series(0, 201) i");
            // Whoever reads it goes on while it is refreshed.
            application.setAutoCommit(false);
            String read =
                    "SELECT hour AT TIME ZONE 'UTC', calls, failures, p95_ms, p99_ms FROM mcp.tool_execution_stats_of_tenant ORDER"
                            + " BY hour";
            assertThat(Rows.of(application, read)).isEmpty();
            Rows.run(scheduler, "SET lock_timeout = '5s'");
            Rows.one(scheduler, "SELECT mcp.refresh_tool_execution_stats()");
            assertThat(Rows.of(application, read))
                    .containsExactly("2026-03-01 10:00:00|201|8|190|198", "2026-03-01 11:00:00|1|0|201|201");
            application.rollback();
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
