// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A checkpoint is what the catalog is there, whether the proof has looked at it or has concluded it from what came after. */
class CheckpointTrailTest {
    private static final String TABLES = """
            CREATE TABLE a (id int PRIMARY KEY, x int, y int);
            CREATE TABLE b (id int PRIMARY KEY, x int, y int);
            CREATE TABLE p (id int NOT NULL, x int) PARTITION BY RANGE (id);
            CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE INDEX i1 ON a (x); CREATE INDEX i2 ON a (y); CREATE INDEX i3 ON b (x); COMMENT ON INDEX i2 IS 'two'",
                "ALTER TABLE a ADD CONSTRAINT c CHECK (x > 0); ALTER TABLE b ADD CONSTRAINT c CHECK (x > 0);"
                        + " CREATE INDEX i1 ON a (x)",
                "CREATE INDEX i ON p (x)",
                "CREATE INDEX i ON p (x); CREATE UNIQUE INDEX u ON b (x); ALTER TABLE a ALTER COLUMN x SET NOT NULL",
                "DROP TABLE b; CREATE TABLE b (id int PRIMARY KEY, x bigint); CREATE INDEX i1 ON a (x); CREATE INDEX i2 ON a (y)"
            })
    void everyCheckpointIsWhatTheCatalogIsThere(String changes) throws Exception {
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl live = server.database("trail", TABLES);
            Plan there =
                    server.plumbline().plan(server.live(live), server.declared(TABLES + changes), PlanOptions.DEFAULT);
            assertThat(there.proof().orElseThrow().problems()).isEmpty();
            assertThat(there.steps()).extracting(Step::mode).contains(TransactionMode.OUTSIDE);
            requireTrue(server, live, there);

            // The way back drops what was built, one by one.
            Plan back = server.plumbline().plan(server.live(live), server.declared(TABLES), PlanOptions.DEFAULT);
            assertThat(back.proof().orElseThrow().problems()).isEmpty();
            requireTrue(server, live, back);
        }
    }

    @Test
    void everyCheckpointOfATransactionThatWasCutIsToo() throws Exception {
        String from =
                each(i -> "CREATE TABLE t" + i + " (id int, x int); CREATE VIEW v" + i + " AS SELECT id FROM t" + i);
        String to = "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE RETURN $1 + 1;"
                + each(i -> "CREATE TABLE t" + i + " (id int, x int, y int DEFAULT f(" + i + ") CHECK (y > 0)); "
                        + "CREATE VIEW v" + i + " AS SELECT y, id FROM t" + i + "; CREATE INDEX ON t" + i + " (x)");
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl live = server.database("cut", from);
            for (String end : List.of(to, from)) {
                Plan plan = server.plumbline()
                        .plan(server.live(live), server.declared(end), PlanOptions.DEFAULT.tablesAtOnce(5));
                assertThat(plan.proof().orElseThrow().problems()).isEmpty();
                assertThat(plan.steps()).extracting(Step::mode).contains(TransactionMode.BEGINS);
                requireTrue(server, live, plan);
            }
        }
    }

    /** What a group changes below the object of another one is not laid to that one. */
    @Test
    void whatAPartitionHasFromItsParentIsLaidToTheParentsGroup() throws Exception {
        String to = "CREATE TABLE p (id int NOT NULL, x int NOT NULL) PARTITION BY RANGE (id);"
                + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10) WITH (fillfactor = 50);"
                + "CREATE TABLE a (id int PRIMARY KEY, x int, y int) WITH (fillfactor = 50);"
                + "CREATE TABLE b (id int PRIMARY KEY, x int, y int) WITH (fillfactor = 50);";
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl live = server.database("heirs", TABLES);
            for (boolean online : new boolean[] {true, false}) {
                for (String end : List.of(to, TABLES)) {
                    Plan plan = server.plumbline()
                            .plan(
                                    server.live(live),
                                    server.declared(end),
                                    (online ? PlanOptions.DEFAULT : PlanOptions.DEFAULT.offline()).tablesAtOnce(1));
                    assertThat(plan.proof().orElseThrow().problems()).isEmpty();
                    requireTrue(server, live, plan);
                }
            }
        }
    }

    /** Ten thousand tables stand in one schema, and to read them takes seconds. */
    @Test
    void commitsAboutDifferentTablesOfOneSchemaAreLookedAtOnce() throws Exception {
        String from = each(i -> "CREATE TABLE t" + i + " (id int, x int)");
        String to = each(i -> "CREATE TABLE t" + i + " (id int, x int, y int)");
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl live = server.database("seldom", from);
            Plan plan = server.plumbline()
                    .plan(server.live(live), server.declared(to), PlanOptions.DEFAULT.tablesAtOnce(3));
            List<List<Step>> groups = Plan.groups(plan.steps());
            assertThat(groups).hasSize(4);
            CheckpointTrail trail = new CheckpointTrail(
                    server.catalog(live), server.declared(to).catalog(), /* everyGroup= */ false);
            List<Boolean> passed = new ArrayList<>();
            for (int i = 0; i < groups.size(); i++) {
                passed.add(trail.passes(groups.get(i), groups.subList(i + 1, groups.size())));
            }
            assertThat(passed).containsExactly(true, true, true, false);
        }
    }

    /** Steps that change more than what they are about: constraints beside their column, what a rename moves, heirs, what is clustered. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "columns/not-null-names",
                "enums/label-removed-with-values",
                "partitions/parts-with-names-made-again",
                "partitions/parts-with-names-that-nobody-gave",
                "techniques/index-replaced",
                "techniques/second-column-and-keys",
                "techniques/values-by-routines"
            })
    void everyCheckpointOfAScenarioIsToo(String scenario) throws Exception {
        String actual = text(scenario, "actual.sql").orElseThrow();
        String desired = text(scenario, "desired.sql").orElseThrow();
        try (TestServer server = TestServer.start(18)) {
            DatabaseUrl live = server.database("scenario", actual);
            Optional<String> rows = text(scenario, "rows.sql");
            rows.ifPresent(sql -> server.run(live, sql));
            Plan plan = server.plumbline().plan(server.live(live), server.declared(desired), PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems()).isEmpty();
            assertThat(plan.checkpoints()).hasSizeGreaterThan(1);
            requireTrue(server, live, plan);
        }
    }

    private static Optional<String> text(String scenario, String file) throws IOException {
        try (InputStream in =
                CheckpointTrailTest.class.getResourceAsStream("/scenarios/postgres/" + scenario + "/" + file)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String each(IntFunction<String> sql) {
        return IntStream.rangeClosed(1, 12).mapToObj(sql).collect(Collectors.joining(";", "", ";"));
    }

    private static void requireTrue(TestServer server, DatabaseUrl live, Plan plan) throws Exception {
        SessionControl session = Engines.forId("postgres").sessionControl();
        List<Checkpoint> seen = new ArrayList<>();
        try (Connection connection = live.open()) {
            session.prepare(connection);
            for (List<Step> group : Plan.groups(plan.steps())) {
                new GroupRunner(session).run(connection, group, GroupRunner.Watcher.NONE);
                seen.add(new Checkpoint(
                        group.getLast().number(), server.catalog(live).fingerprint()));
            }
        }
        assertThat(plan.checkpoints()).isEqualTo(seen);
    }
}
