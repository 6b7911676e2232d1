// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.report.JsonReports;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table in use that is partitioned by way of a second one: what is written meanwhile, what stops it, and where it does not go. */
class SecondTableTest {
    private static final String ACTUAL =
            "CREATE TABLE r (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, at int NOT NULL, n numeric UNIQUE,"
                    + " r int REFERENCES r ON DELETE CASCADE); CREATE TABLE u (at int, t int REFERENCES t);";
    private static final String DESIRED =
            "CREATE TABLE r (id int PRIMARY KEY);\n-- plumbline: keep rows\nCREATE TABLE t (id int, at int NOT NULL, n numeric,"
                    + " r int REFERENCES r ON DELETE CASCADE, PRIMARY KEY (at, id)) PARTITION BY RANGE (at);"
                    + " CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);"
                    + " CREATE TABLE t_2 PARTITION OF t FOR VALUES FROM (10) TO (20);"
                    + " CREATE TABLE u (at int, t int, FOREIGN KEY (at, t) REFERENCES t);";
    private static final String ROWS =
            "INSERT INTO r SELECT generate_series(0, 9); INSERT INTO t SELECT i, i %% 20, i, i %% 10 FROM generate_series(1, %d) i;";
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 10, true);
    private static final int EVERY = Integer.getInteger("stopped.every", 3);

    private static TestServer server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static DatabaseUrl filled(String name, int rows) {
        return server.database(name, ACTUAL + ROWS.formatted(rows));
    }

    private static Plan plan(TestServer on, DatabaseUrl live, String desired) {
        Plan plan = on.plumbline().plan(on.live(live), on.declared(desired), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        return plan;
    }

    /** Leads on to where every row is copied, and the tables have not changed places. */
    private static Plan copied(DatabaseUrl live) {
        Plan plan = plan(server, live, DESIRED);
        Step batches = plan.steps().stream()
                .filter(step -> step.mode() == TransactionMode.BATCHES)
                .findFirst()
                .orElseThrow();
        Checkpoint stop = plan.checkpoints().stream()
                .filter(each -> each.afterStep() == batches.number())
                .findFirst()
                .orElseThrow();
        server.plumbline().apply(StoppedTechniqueTest.until(stop, plan), live, EVERYTHING);
        return plan;
    }

    private static void assertSame(DatabaseUrl live) {
        assertThat(server.rows(
                        live,
                        "SELECT * FROM (TABLE t EXCEPT ALL TABLE t_plumbline_new) a UNION ALL"
                                + " SELECT * FROM (TABLE t_plumbline_new EXCEPT ALL TABLE t) b"))
                .isEmpty();
    }

    @Test
    void rowsThatFitNoPartitionStopThePlanBeforeAnythingIsDone() {
        DatabaseUrl live = filled("unplaced", 100);
        Plan plan = plan(server, live, DESIRED);
        server.run(live, "INSERT INTO t VALUES (700, 20, 1000, 1), (701, -1, 1001, 1)");
        String before = server.live(live).catalog().fingerprint().toString();
        assertThatThrownBy(() -> server.plumbline().apply(plan, live, EVERYTHING))
                .isInstanceOf(PlumblineException.class)
                .hasMessageContaining("2 rows of table public.t fit none of the declared partitions,"
                        + " such as that with (id) = (700)");
        assertThat(server.live(live).catalog().fingerprint()).hasToString(before);
        server.run(live, "DELETE FROM t WHERE id >= 700");
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
    }

    @Test
    void whatIsWrittenMeanwhileIsInBothTablesRowByRow() throws Exception {
        DatabaseUrl live = filled("carried", 20_000);
        List<String> statements = List.of(
                "INSERT INTO t VALUES ($n, $n % 20, $n, $n % 10)",
                "UPDATE t SET n = -n WHERE id % 1000 = $n % 1000",
                "UPDATE t SET at = (at + 7) % 20, r = 0 WHERE id = $n % 20000",
                "UPDATE t SET id = -id WHERE id = $n % 20000 + 3",
                "DELETE FROM t WHERE id = $n % 20000 + 1",
                "INSERT INTO t VALUES ($n % 20000 + 1, 3, -$n, 3) ON CONFLICT (id) DO UPDATE SET at = 4, r = NULL",
                "WITH d AS (DELETE FROM t WHERE id = $n % 20000 RETURNING *) INSERT INTO t SELECT -id - 30000, at, -$n - 0.5, r FROM d");
        try (Traffic traffic = Traffic.on(live, statements, "t", Duration.ofMillis(100))) {
            traffic.awaitStatements(20);
            copied(live);
            traffic.awaitStatements(100);
            traffic.end();
            assertThat(traffic.failures()).isEmpty();
        }
        assertSame(live);
        server.run(live, "UPDATE t SET n = n + 0.25, at = 19 - at; DELETE FROM r WHERE id = 5");
        assertSame(live);
        server.run(live, "TRUNCATE t CASCADE");
        assertThat(server.rows(live, "SELECT FROM t_plumbline_new")).isEmpty();
        Plan plan = plan(server, live, DESIRED);
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
    }

    /** It must not take a row that it does not see for one that was not copied. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "DELETE FROM t WHERE id = 1",
                "UPDATE t SET at = 5 WHERE id = 1",
                "UPDATE t SET n = 0 WHERE id = 1"
            })
    void aTransactionWithAnOlderSnapshotIsToldToTryAgain(String write) throws SQLException {
        DatabaseUrl live = filled("older", 100);
        try (Connection connection = live.open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // A snapshot, and no lock of a table.
            statement.execute("SELECT pg_catalog.count(*) FROM pg_catalog.pg_class");
            copied(live);
            assertThatThrownBy(() -> statement.execute(write))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("40001"));
            connection.rollback();
            statement.execute(write);
            statement.execute("INSERT INTO t VALUES (200, 3, 200, 3); DELETE FROM t WHERE id = 200");
            statement.execute("DELETE FROM r WHERE id = 4");
            connection.commit();
        }
        assertSame(live);
    }

    @Test
    void nobodyElseCanCallTheFunctionThatCarriesRowsOver() {
        DatabaseUrl live = filled("called", 10);
        copied(live);
        assertThat(server.rows(
                        live,
                        "SELECT has_function_privilege('public', 't_plumbline_copy()', 'EXECUTE')::text, prosecdef"
                                + " FROM pg_proc WHERE proname = 't_plumbline_copy'"))
                .containsExactly("false|t");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedWhileItCopiesTheNextRunCompletes(boolean kept) throws Exception {
        DatabaseUrl live = filled("killed", 60_000);
        Plan plan = plan(server, live, DESIRED);
        InterruptedRun run = InterruptedRun.start(
                server.embedded().url("killed"), Files.writeString(folder.resolve("desired.sql"), DESIRED));
        run.go();
        run.killWhileItCopies("t_plumbline_new", server, live);
        server.run(live, "UPDATE t SET n = -n WHERE id % 100 = 0");
        Plan next = kept ? plan : plan(server, live, DESIRED);
        assertThat(next.hazards()).isSubsetOf(plan.hazards());
        Outcome outcome = server.plumbline().apply(next, live, EVERYTHING);
        assertThat(outcome.reachedDesired()).as(outcome.notes().toString()).isTrue();
        assertThat(server.rows(live, "SELECT count(*), sum(id), sum(n), (SELECT count(*) FROM t_1) FROM t"))
                .containsExactly("60000|1800030000|1763970000|30000");
    }

    /** On the newest server and the oldest; a plan made anew leads on, or back where the old form is declared again. */
    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void fromWhereverItStopsANewPlanLeadsOnOrBack(int version) {
        try (TestServer own = TestServer.start(version)) {
            DatabaseUrl live = own.database("stopped", ACTUAL);
            LoadedSchema desired = own.declared(DESIRED);
            Plan plan = plan(own, live, DESIRED);
            assertThat(new JsonReports().readPlan(new JsonReports().write(plan), "plan.json"))
                    .isEqualTo(plan);
            List<Checkpoint> stops = plan.checkpoints();
            for (int i = version % EVERY; i < stops.size() - 1; i += EVERY) {
                for (boolean back : new boolean[] {true, false}) {
                    own.run(
                            live,
                            "DROP TABLE IF EXISTS t, u, r, t_plumbline_new CASCADE; DROP FUNCTION IF EXISTS t_plumbline_copy();"
                                    + ACTUAL + ROWS.formatted(100) + "INSERT INTO u SELECT NULL, id FROM t;");
                    own.plumbline().apply(StoppedTechniqueTest.until(stops.get(i), plan), live, EVERYTHING);
                    LoadedSchema to = back
                            ? own.declared(
                                    ACTUAL.replace("CREATE TABLE t ", "\n-- plumbline: keep rows\nCREATE TABLE t "))
                            : desired;
                    Plan anew = own.plumbline().plan(own.live(live), to, PlanOptions.DEFAULT);
                    String text = "after step " + stops.get(i).afterStep() + "\n" + GoldenPlan.text(anew);
                    assertThat(anew.isEmpty()
                                    || anew.proof().orElseThrow().problems().isEmpty())
                            .as(text + anew.proof())
                            .isTrue();
                    assertThat(anew.hazards()).as(text).doesNotContain(Hazard.DATA_LOSS);
                    own.plumbline().apply(anew, live, EVERYTHING);
                    assertThat(own.plumbline().gap(own.live(live), to).changes())
                            .as(text)
                            .isEmpty();
                    assertThat(own.rows(live, "SELECT count(*), sum(id), sum(n), (SELECT count(*) FROM u) FROM t"))
                            .as(text)
                            .containsExactly("100|5050|5050|100");
                    assertThat(own.rows(
                                    live,
                                    "SELECT proname FROM pg_proc WHERE proname LIKE '%plumbline%' UNION ALL"
                                            + " SELECT relname FROM pg_class WHERE relname LIKE '%plumbline%' OR (relname = 't_1' AND "
                                            + back + ")"))
                            .as(text)
                            .isEmpty();
                }
            }
        }
    }

    /** Without the hint rows would go, and the plan says what keeps them. */
    @Test
    void withoutTheHintThePlanSaysHowRowsAreKept() {
        DatabaseUrl live = filled("unhinted", 10);
        Plan plan = plan(server, live, DESIRED.replace("-- plumbline: keep rows\n", ""));
        assertThat(plan.hazards()).contains(Hazard.DATA_LOSS);
        assertThat(plan.steps())
                .extracting(Step::reason)
                .anyMatch(reason -> reason.endsWith("'-- plumbline: keep rows' before its CREATE TABLE keeps them"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "(id int, n int)#(id int, n int)#has no primary key",
                "(id int PRIMARY KEY, n int)#(id int NOT NULL, n int)#is declared without a primary key",
                "(id int PRIMARY KEY, n int)#(id int, n int, PRIMARY KEY (id, n))#column public.t.n may be null so far",
                "(id int PRIMARY KEY, n int)#(id int PRIMARY KEY, n bigint)#column public.t.n changes with the same plan",
                "(id int PRIMARY KEY)#(id int PRIMARY KEY, n int)#gets other columns",
                "(id int PRIMARY KEY, n int)#(id int PRIMARY KEY, n int CHECK (n > 0))#may not fit constraint public.t.t_n_check",
                "(id int PRIMARY KEY, n int)#(id int PRIMARY KEY, n int, UNIQUE (n, id))#NONE",
                "(id int, n int UNIQUE NOT NULL)#(id int PRIMARY KEY, n int NOT NULL)#column public.t.id may be null so far",
                "(id int NOT NULL, n int UNIQUE NOT NULL)#(id int PRIMARY KEY, n int NOT NULL)#may not fit constraint public.t.t_pkey",
                "(id int PRIMARY KEY, n int REFERENCES t)#(id int PRIMARY KEY, n int REFERENCES t)#refers to a table that is made anew",
                "(id int PRIMARY KEY DEFERRABLE, n int NOT NULL UNIQUE)#(id int NOT NULL, n int NOT NULL, UNIQUE (n, id))#may be broken until the end",
                "(id serial PRIMARY KEY)#(id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY)#column public.t.id changes",
                "(id int PRIMARY KEY); CREATE PUBLICATION p FOR TABLE t#(id int PRIMARY KEY)#is published",
                "(id int PRIMARY KEY); ALTER TABLE t FORCE ROW LEVEL SECURITY#(id int PRIMARY KEY)#policies",
                "(id int PRIMARY KEY); CREATE TABLE s () INHERITS (t)#(id int PRIMARY KEY)#inherits",
                "(id int PRIMARY KEY); CREATE VIEW t_rest AS SELECT 1 AS one#(id int PRIMARY KEY)#the name of table public.t_rest is taken",
                "(id int PRIMARY KEY) PARTITION BY LIST (id)#(id int PRIMARY KEY)#is partitioned already",
            })
    void whatDoesNotFitIsDoneInOneGoAndThePlanSaysWhy(String from, String to, String why) {
        DatabaseUrl live = server.database("direct", "CREATE TABLE t " + from);
        Plan plan = plan(
                server,
                live,
                "-- plumbline: keep rows\nCREATE TABLE t " + to
                        + " PARTITION BY RANGE (id); CREATE TABLE t_rest PARTITION OF t DEFAULT;");
        if (why.equals("NONE")) {
            assertThat(plan.steps()).extracting(Step::mode).contains(TransactionMode.BATCHES);
        } else {
            assertThat(plan.steps())
                    .filteredOn(step -> step.object().kind() == ObjectKind.TABLE)
                    .extracting(Step::reason)
                    .anyMatch(reason -> reason.contains("in one go, because") && reason.contains(why));
        }
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
    }
}
