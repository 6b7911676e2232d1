// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels of an enum go while its columns are in use: rows that have them, writers that write them, runs that stop. */
class EnumReplacementTest {
    private static final String TABLES = """
            CREATE TABLE t (id int PRIMARY KEY, e state NOT NULL DEFAULT '%s', CONSTRAINT t_e CHECK (e <> 'draft' OR id > 0));
            CREATE INDEX t_open ON t (id, e) WHERE e = 'open';
            CREATE TABLE u (id int PRIMARY KEY, e state, past state[]);
            """;
    private static final String ACTUAL =
            "CREATE TYPE state AS ENUM ('draft', 'on hold', 'open', 'it''s \\ done');" + TABLES.formatted("on hold");
    private static final String DESIRED =
            "CREATE TYPE state AS ENUM ('it''s \\ done', 'draft', 'open');" + TABLES.formatted("open");
    private static final String SUM =
            "SELECT (SELECT count(*) FROM t WHERE e = 'draft'), (SELECT count(*) FROM t WHERE e = 'open'),"
                    + " (SELECT count(e) FROM u), (SELECT count(*) FROM u WHERE past[1] < past[3] AND past[2] IS NULL)";
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 10, true);

    /** One stop of so many is tried, others on each version; with {@code -Dstopped.every=1} all. */
    private static final int EVERY = Integer.getInteger("stopped.every", 4);

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

    private static DatabaseUrl filled(TestServer on, String name, int rows) {
        return on.database(name, ACTUAL + """
            INSERT INTO t SELECT i, (ARRAY['draft', 'open'])[i %% 2 + 1]::state FROM generate_series(1, %1$d) i;
            INSERT INTO u SELECT i, CASE WHEN i %% 3 > 0 THEN 'open'::state END, ARRAY['it''s \\ done', NULL, 'draft']::state[]
            FROM generate_series(1, %1$d) i;
            """.formatted(rows));
    }

    private static Plan plan(TestServer on, DatabaseUrl live, LoadedSchema desired) {
        Plan plan = on.plumbline().plan(on.live(live), desired, PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        return plan;
    }

    private static Plan plan(DatabaseUrl live) {
        return plan(server, live, server.declared(DESIRED));
    }

    private static void assertLed(DatabaseUrl live, Plan plan) {
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
    }

    @Test
    void rowsThatHaveALabelStopThePlanBeforeAnythingIsDone() {
        DatabaseUrl live = filled(server, "held", 100);
        server.run(live, "UPDATE t SET e = 'on hold' WHERE id <= 3; UPDATE u SET past = '{open,on hold}' WHERE id = 7");
        Plan plan = plan(live);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, live, EVERYTHING))
                .withMessageContaining("enum type public.state loses labels that are in use:"
                        + " column public.t.e has 'on hold' in 3 rows, column public.u.past has 'on hold' in 1 row")
                .withMessageContaining("Give these rows a label that stays");
        assertThat(server.catalog(live).fingerprint()).isEqualTo(plan.actual());
        server.run(live, "UPDATE t SET e = 'open' WHERE e = 'on hold'; UPDATE u SET past = '{open}' WHERE id = 7");
        assertLed(live, plan);
        assertThat(server.rows(live, "SELECT count(*) FROM t WHERE e = 'open'")).containsExactly("51");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aHintSaysWhatBecomesOfSuchRows(boolean online) {
        DatabaseUrl live = filled(server, "hinted", 100);
        server.run(live, "UPDATE t SET e = 'on hold' WHERE id <= 3; UPDATE u SET past = '{open,on hold}' WHERE id = 7");
        LoadedSchema desired = server.declared(DESIRED.replace(
                        "e state NOT NULL DEFAULT",
                        "\n-- plumbline: using CASE e WHEN 'on hold' THEN 'draft' ELSE e END\ne state NOT NULL DEFAULT")
                .replace("past state[]", "\n-- plumbline: using array_remove(past, 'on hold')\npast state[]"));
        PlanOptions options = online ? PlanOptions.DEFAULT : PlanOptions.DEFAULT.offline();
        Plan plan = server.plumbline().plan(server.live(live), desired, options);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        assertLed(live, plan);
        assertThat(server.rows(live, "SELECT e FROM t WHERE id <= 4 ORDER BY id"))
                .containsExactly("draft", "draft", "draft", "draft");
        assertThat(server.rows(live, "SELECT past FROM u WHERE id = 7")).containsExactly("{open}");
    }

    /** An application of before writes such a label while both columns stand. It is told when nothing else can be done. */
    @Test
    void aLabelThatGoesIsWrittenWhileBothColumnsStand() {
        DatabaseUrl live = filled(server, "written", 100);
        Plan plan = plan(live);
        List<Step> looks = plan.steps().stream()
                .filter(step -> step.object().kind() == ObjectKind.ENUM && step.mode() == TransactionMode.ALONE)
                .toList();
        assertThat(looks).hasSize(2);
        Checkpoint before = plan.checkpoints().stream()
                .filter(stop -> stop.afterStep() == looks.getLast().number() - 1)
                .findFirst()
                .orElseThrow();
        assertThat(server.plumbline()
                        .apply(StoppedTechniqueTest.until(before, plan), live, EVERYTHING)
                        .reachedDesired())
                .isTrue();
        String writes =
                "INSERT INTO t VALUES (1001, 'on hold'), (1002, DEFAULT); UPDATE u SET e = 'on hold' WHERE id = 1";
        server.run(live, writes);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, live, EVERYTHING))
                .withMessageContaining(
                        "column public.t.e has 'on hold' in 1 row, column public.u.e has 'on hold' in 1 row");
        server.run(live, "INSERT INTO t VALUES (1003, 'on hold')");
        server.run(live, "UPDATE t SET e = 'draft' WHERE e = 'on hold'; UPDATE u SET e = 'open' WHERE e = 'on hold'");
        assertLed(live, plan);
        assertThat(server.rows(live, "SELECT id, e FROM t WHERE id > 1000 ORDER BY id"))
                .containsExactly("1001|draft", "1002|open", "1003|draft");
        assertThat(server.rows(live, "SELECT e FROM u WHERE id = 1")).containsExactly("open");
    }

    /** A default that goes without another is counted on to the end, if the column takes no nulls. */
    @Test
    void aDefaultThatGoesKeepsStatementsFromFailing() {
        DatabaseUrl live = filled(server, "defaults", 10);
        Plan plan = plan(server, live, server.declared(DESIRED.replace(" DEFAULT 'open'", "")));
        assertThat(plan.steps()).flatExtracting(Step::statements).noneMatch(sql -> sql.contains(" DROP DEFAULT"));
        Checkpoint early = plan.checkpoints().get(plan.checkpoints().size() / 2);
        server.plumbline().apply(StoppedTechniqueTest.until(early, plan), live, EVERYTHING);
        server.run(live, "INSERT INTO t (id) VALUES (100)");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, live, EVERYTHING))
                .withMessageContaining("column public.t.e has 'on hold' in 1 row");
        server.run(live, "UPDATE t SET e = 'draft' WHERE id = 100");
        assertLed(live, plan);
    }

    /** What a session has prepared is planned anew from its text: only what was of the old type itself is lost. */
    @Test
    void preparedStatementsGoOnUnlessTheyAreOfTheOldTypeThemselves() throws SQLException {
        DatabaseUrl live = filled(server, "prepared", 10);
        Plan plan = plan(live);
        try (Connection session = live.open();
                Statement statement = session.createStatement()) {
            statement.execute("PREPARE by_text(text) AS UPDATE t SET e = $1::state WHERE id = 1");
            statement.execute("PREPARE by_label AS SELECT id FROM t WHERE e = 'open'");
            statement.execute("PREPARE by_type(state) AS SELECT id FROM t WHERE e = $1");
            List<String> runs = List.of("EXECUTE by_text('open')", "EXECUTE by_label", "EXECUTE by_type('open')");
            for (String run : runs) {
                statement.execute(run);
            }
            assertLed(live, plan);
            statement.execute(runs.get(0));
            statement.execute(runs.get(1));
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute(runs.get(2)));
        }
    }

    /** What does not fit is made way for by many a drop: none of them comes before the look. */
    @Test
    void rowsStopAPlanInOneGoBeforeAnythingIsDoneToo() {
        String view = "CREATE VIEW v AS SELECT e FROM t";
        DatabaseUrl live = filled(server, "direct_held", 10);
        server.run(live, view + "; UPDATE t SET e = 'on hold' WHERE id = 3");
        Plan plan = plan(server, live, server.declared(DESIRED + view));
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server.plumbline().apply(plan, live, EVERYTHING))
                .withMessageContaining("column public.t.e has 'on hold' in 1 row");
        assertThat(server.catalog(live).fingerprint()).isEqualTo(plan.actual());
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aPlanMadeAnewLeadsOnFromWhereverItStops(int version) {
        try (TestServer own = TestServer.start(version)) {
            LoadedSchema desired = own.declared(DESIRED);
            Plan plan = plan(own, filled(own, "stopped", 60), desired);
            List<Checkpoint> stops =
                    plan.checkpoints().subList(0, plan.checkpoints().size() - 1);
            for (int stop = version % EVERY; stop < stops.size(); stop += EVERY) {
                DatabaseUrl live = filled(own, "stopped", 60);
                own.plumbline().apply(StoppedTechniqueTest.until(stops.get(stop), plan), live, EVERYTHING);
                Plan anew = plan(own, live, desired);
                String text = "after step " + stops.get(stop).afterStep() + "\n" + GoldenPlan.text(anew);
                assertThat(anew.hazards()).as(text).isSubsetOf(plan.hazards());
                assertThat(own.plumbline().apply(anew, live, EVERYTHING).reachedDesired())
                        .as(text)
                        .isTrue();
                assertThat(own.rows(live, SUM)).as(text).containsExactly("30|30|40|60");
                assertThat(own.rows(live, "SELECT typname FROM pg_type WHERE typname LIKE '%plumbline%'"))
                        .as(text)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedWhileItFillsTheNextRunCompletes(boolean kept) throws Exception {
        DatabaseUrl live = filled(server, "killed", 60_000);
        Plan plan = plan(live);
        Path file = Files.writeString(folder.resolve("desired.sql"), DESIRED);
        InterruptedRun run = InterruptedRun.start(server.embedded().url("killed"), file);
        run.go();
        run.killWhileItFills("e_plumbline_new", server, live);
        assertLed(live, kept ? plan : plan(live));
        assertThat(server.rows(live, SUM)).containsExactly("30000|30000|40000|60000");
    }

    /** What the technique does not know goes the way that was there before it, and the plan says why. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "CREATE TABLE a (id int, e s)#public.a has no primary key",
                "CREATE TABLE a (id int PRIMARY KEY, e s); CREATE VIEW v AS SELECT e FROM a#view public.v",
                "CREATE TABLE a (id int PRIMARY KEY, e s); CREATE FUNCTION f(e s) RETURNS int LANGUAGE sql AS 'SELECT 1'"
                        + "#function public.f(public.s) is bound to the type",
                "CREATE DOMAIN d AS s; CREATE TABLE a (id int PRIMARY KEY, e s, f d)#one is made of another",
                "CREATE TABLE a (id int PRIMARY KEY, e s, f text GENERATED ALWAYS AS (CASE WHEN e = 'x' THEN 'X' END) STORED)"
                        + "#column public.a.f",
                "CREATE TABLE a (id int, e s) PARTITION BY RANGE (id); CREATE TABLE b PARTITION OF a DEFAULT"
                        + "#is partitioned",
                "CREATE TABLE a (id int PRIMARY KEY, e s, f s, CHECK (e <> f))#cannot be put on a second column",
                "CREATE TABLE a (id int PRIMARY KEY, e s); ALTER TABLE a ENABLE ROW LEVEL SECURITY;"
                        + " CREATE POLICY p ON a USING (e = 'x')#policy public.a.p",
                "CREATE TABLE a (e s PRIMARY KEY, n int)#public.a has no primary key",
                "CREATE TABLE a (id int PRIMARY KEY, e s UNIQUE); CREATE TABLE b (id int PRIMARY KEY, e s REFERENCES a (e))"
                        + "#cannot be put on a second column"
            })
    void whatDoesNotFitIsDoneInOneGoAndThePlanSaysWhy(String tables, String why) {
        DatabaseUrl live = server.database("direct", "CREATE TYPE s AS ENUM ('x', 'y', 'z');" + tables);
        Plan plan = plan(server, live, server.declared("CREATE TYPE s AS ENUM ('z', 'x');" + tables));
        assertThat(plan.steps())
                .filteredOn(step -> step.object().kind() == ObjectKind.ENUM)
                .last()
                .extracting(Step::reason)
                .asString()
                .contains("in one go, because")
                .contains(why);
        assertLed(live, plan);
    }
}
