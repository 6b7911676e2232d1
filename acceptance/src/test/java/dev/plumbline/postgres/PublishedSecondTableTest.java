// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.DatabaseUrl;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is partitioned while a subscriber follows it, which must get each change once and need not be told of anything. */
class PublishedSecondTableTest {
    private static final ScenarioServers SERVERS = new ScenarioServers();
    private static final String TABLE = "CREATE TABLE t (id int PRIMARY KEY, at int NOT NULL, n numeric);";
    private static final String PARTITIONED =
            "-- plumbline: keep rows\nCREATE TABLE t (id int, at int NOT NULL, n numeric, PRIMARY KEY (at, id))"
                    + " PARTITION BY RANGE (at); CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);"
                    + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);";
    private static final String OTHER = "CREATE TABLE u (id int PRIMARY KEY);";
    private static final String BY_ROOT = " WITH (publish_via_partition_root = true);";
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, true);
    private static final String ROWS = "SELECT count(*), sum(id::numeric * 31 + at * 7 + coalesce(n, 0)) FROM t";

    @AfterAll
    static void stop() {
        SERVERS.close();
    }

    private static Plan plan(TestServer server, DatabaseUrl live, String desired) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(desired), PlanOptions.DEFAULT);
        plan.proof()
                .ifPresent(proof ->
                        assertThat(proof.problems()).as(GoldenPlan.text(plan)).isEmpty());
        return plan;
    }

    private static void await(TestServer server, DatabaseUrl url, String query, List<String> expected) {
        List<String> found = List.of();
        for (int i = 0; i < 600 && !found.equals(expected); i++) {
            pause();
            found = server.rows(url, query);
        }
        assertThat(found).isEqualTo(expected);
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aSubscriberGoesOnAndMissesNothing(int version) throws Exception {
        ServerOptions options = ServerOptions.of(version)
                .with("wal_level", "logical")
                .with("max_wal_senders", "4")
                .with("max_replication_slots", "4");
        try (TestServer server = TestServer.start(options)) {
            String published = " CREATE PUBLICATION p FOR TABLE t, u" + BY_ROOT;
            DatabaseUrl live = server.database("published", TABLE + OTHER + published);
            DatabaseUrl subscriber = server.database("subscribed", TABLE + OTHER);
            server.run(live, "SELECT pg_create_logical_replication_slot('s', 'pgoutput')");
            String jdbc = server.embedded().url("published");
            server.run(
                    subscriber,
                    "CREATE SUBSCRIPTION s CONNECTION 'host=127.0.0.1 port="
                            + server.embedded().port() + " dbname=published user=postgres password="
                            + jdbc.replaceFirst(".*postgres:([^@]*)@.*", "$1")
                            + "' PUBLICATION p WITH (create_slot = false, copy_data = false)");
            server.run(live, "INSERT INTO t SELECT i, i % 20, i FROM generate_series(1, 5000) i");
            await(server, subscriber, "SELECT count(*) FROM t", List.of("5000"));

            List<String> statements = List.of(
                    "INSERT INTO t VALUES ($n, $n % 20, $n)",
                    "UPDATE t SET n = -n WHERE id = $n % 5000",
                    // Whoever else writes a row that moves between partitions is told to try again.
                    "UPDATE t SET at = (at + 7) % 20 WHERE id = $n - 4",
                    "DELETE FROM t WHERE id = $n % 5000 + 1");
            Plan plan = plan(server, live, PARTITIONED + OTHER + published);
            assertThat(plan.steps())
                    .as(GoldenPlan.text(plan))
                    .extracting(Step::mode)
                    .contains(TransactionMode.BATCHES);
            assertThat(plan.steps())
                    .flatExtracting(Step::statements)
                    .contains("ALTER PUBLICATION p ADD TABLE ONLY public.t")
                    .noneMatch(sql -> sql.startsWith("DROP PUBLICATION") || sql.startsWith("CREATE PUBLICATION"));
            try (Traffic traffic = Traffic.on(live, statements, "t", Duration.ofMillis(100))) {
                traffic.awaitStatements(30);
                assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                        .isTrue();
                traffic.awaitStatements(100);
                traffic.end();
                assertThat(traffic.failures()).isEmpty();
            }
            server.run(live, "INSERT INTO u VALUES (1)");
            await(server, subscriber, ROWS, server.rows(live, ROWS));
            await(server, subscriber, "SELECT id FROM u", List.of("1"));
            assertThat(plan(server, live, PARTITIONED + OTHER + published).isEmpty())
                    .isTrue();
            assertThat(server.plumbline().apply(plan.back(), live, EVERYTHING).reachedDesired())
                    .isTrue();
            server.run(subscriber, "ALTER SUBSCRIPTION s DISABLE");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "FOR ALL TABLES WITH (publish_via_partition_root = true)#would send the one that stands beside it",
                "FOR TABLES IN SCHEMA public WITH (publish_via_partition_root = true)#would send the one that stands beside it",
                "FOR TABLE t#set publish_via_partition_root first",
                "FOR TABLE t (id, n) WITH (publish_via_partition_root = true)#by a key that changes",
                "FOR TABLE t WHERE (id > 3) WITH (publish_via_partition_root = true)#by a key that changes",
                "FOR TABLE t (id, at) WITH (publish_via_partition_root = true)#NONE",
            })
    void wherePublicationsCannotStayItIsDoneInOneGoAndThePlanSaysWhy(String publication, String why) {
        SERVERS.on(18, server -> {
            String published = " CREATE PUBLICATION p " + publication + ";";
            DatabaseUrl live = server.database("published", TABLE + published);
            Plan plan = plan(server, live, PARTITIONED + published);
            if (why.equals("NONE")) {
                assertThat(plan.steps()).extracting(Step::mode).contains(TransactionMode.BATCHES);
            } else {
                assertThat(plan.steps())
                        .as(GoldenPlan.text(plan))
                        .extracting(Step::reason)
                        .anyMatch(reason -> reason.contains("in one go, because") && reason.contains(why));
            }
            assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                    .isTrue();
        });
    }
}
