// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.execute.Pace;
import dev.plumbline.plan.Checkpoint;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.postgres.session.PostgresBatchWork;
import dev.plumbline.report.JsonReports;
import dev.plumbline.report.MigrationWriter;
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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that go over a table in batches: stopped, held up, written down, and the techniques that have them stopped anywhere. */
class BatchStepTest {
    private static final String EMPTY =
            "CREATE TABLE t (id int, part text, c int CHECK (c > 0), PRIMARY KEY (id, part));"
                    + " CREATE INDEX t_c ON t (c);";
    private static final String FILLED =
            EMPTY + " INSERT INTO t SELECT i, 'it''s ' || i % 7, i FROM generate_series(1, 60000) i";
    private static final String WITH_CODE =
            "CREATE TABLE t (id int, part text, c int CHECK (c > 0), code uuid NOT NULL DEFAULT gen_random_uuid(),"
                    + " PRIMARY KEY (id, part)); CREATE INDEX t_c ON t (c);";
    private static final String WITH_ALL =
            "CREATE TABLE t (id int, part text, c bigint CHECK (c > 0), code uuid NOT NULL DEFAULT gen_random_uuid(),"
                    + " n bigint GENERATED ALWAYS AS IDENTITY, PRIMARY KEY (id, part)); CREATE INDEX t_c ON t (c);";
    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 10, true);

    /** One stop of so many is tried; with {@code -Dstopped.every=1} all. */
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

    private static Plan plan(DatabaseUrl live, String desired) {
        Plan plan = server.plumbline().plan(server.live(live), server.declared(desired), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems()).isEmpty();
        return plan;
    }

    private InterruptedRun killedInTheMiddle(DatabaseUrl live, String desired) throws Exception {
        Path file = Files.writeString(folder.resolve("desired.sql"), desired);
        InterruptedRun run = InterruptedRun.start(server.embedded().url(live.databaseName()), file);
        run.go();
        run.killWhileItFills("code_plumbline_new", server, live);
        return run;
    }

    @Test
    void theSamePlanGoesOnBehindTheRowsThatAreDone() throws Exception {
        DatabaseUrl live = server.database("killed_batches", FILLED);
        Plan plan = plan(live, WITH_CODE);
        killedInTheMiddle(live, WITH_CODE);
        List<String> before = server.rows(
                live, "SELECT id, code_plumbline_new FROM t WHERE code_plumbline_new IS NOT NULL ORDER BY id");
        Outcome outcome = server.plumbline().apply(plan, live, EVERYTHING);
        assertThat(outcome.reachedDesired()).as(outcome.notes().toString()).isTrue();
        assertThat(outcome.stepsSkipped()).isEqualTo(1);
        assertThat(server.rows(live, "SELECT id, code FROM t ORDER BY id"))
                .hasSize(60000)
                .containsAll(before);
    }

    @Test
    void aPlanMadeAnewLeadsOnFromTheMiddleOfTheBatches() throws Exception {
        DatabaseUrl live = server.database("killed_batches_anew", FILLED);
        killedInTheMiddle(live, WITH_CODE);
        Plan anew = plan(live, WITH_CODE);
        assertThat(anew.hazards()).doesNotContain(Hazard.DATA_LOSS, Hazard.REWRITE);
        assertThat(server.plumbline().apply(anew, live, EVERYTHING).reachedDesired())
                .isTrue();
        assertThat(server.rows(live, "SELECT count(*), count(DISTINCT code), sum(c) FROM t"))
                .containsExactly("60000|60000|1800030000");
    }

    @ParameterizedTest
    @ValueSource(ints = {18, 14})
    void aPlanMadeAnewLeadsOnFromWhereverTheTechniquesStop(int version) {
        String rows = "INSERT INTO t SELECT i, 'p', i FROM generate_series(1, 100) i";
        try (TestServer own = TestServer.start(version)) {
            DatabaseUrl live = own.database("stopped", EMPTY);
            LoadedSchema desired = own.declared(WITH_ALL);
            Plan plan = own.plumbline().plan(own.live(live), desired, PlanOptions.DEFAULT);
            assertThat(plan.proof().orElseThrow().problems())
                    .as(GoldenPlan.text(plan))
                    .isEmpty();
            List<Checkpoint> stops =
                    plan.checkpoints().subList(0, plan.checkpoints().size() - 1);
            for (int stop = version % EVERY; stop < stops.size(); stop += EVERY) {
                own.run(
                        live,
                        "DROP TABLE t CASCADE; DROP SEQUENCE IF EXISTS t_n_plumbline_seq;"
                                + " DROP FUNCTION IF EXISTS t_c_plumbline_sync();" + EMPTY + rows);
                own.plumbline().apply(until(stops.get(stop), plan), live, EVERYTHING);
                Plan anew = own.plumbline().plan(own.live(live), desired, PlanOptions.DEFAULT);
                String text = "after step " + stops.get(stop).afterStep() + "\n" + GoldenPlan.text(anew);
                assertThat(anew.proof().orElseThrow().problems()).as(text).isEmpty();
                assertThat(anew.hazards()).as(text).isSubsetOf(plan.hazards());
                assertThat(own.plumbline().apply(anew, live, EVERYTHING).reachedDesired())
                        .as(text)
                        .isTrue();
                assertThat(own.rows(live, "SELECT count(DISTINCT code), count(DISTINCT n), sum(c) FROM t"))
                        .containsExactly("100|100|5050");
            }
        }
    }

    @Test
    void aRowThatSomebodyHoldsIsWaitedForAndTheRowsBeforeItStay() throws Exception {
        DatabaseUrl live = server.database("held_row", FILLED);
        Plan plan = plan(live, WITH_CODE);
        try (Connection holder = live.open();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            AtomicBoolean held = new AtomicBoolean();
            ApplyOptions impatient = new ApplyOptions(EnumSet.allOf(Hazard.class), 1, false);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> server.plumbline()
                            .withProgress((what, done, total) -> {
                                if (what.endsWith(", rows") && held.compareAndSet(false, true)) {
                                    run(statement, "SELECT 1 FROM t WHERE id = 60000 FOR UPDATE");
                                }
                            })
                            .apply(plan, live, impatient))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE))
                    .withMessageContaining("rows in batches, which stay as they are");
            assertThat(server.rows(live, "SELECT count(*) >= 1000 FROM t WHERE code_plumbline_new IS NOT NULL"))
                    .containsExactly("t");
            CompletableFuture<Outcome> run =
                    CompletableFuture.supplyAsync(() -> server.plumbline().apply(plan, live, EVERYTHING));
            String waits =
                    "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
            for (int look = 0; look < 200 && server.rows(live, waits).isEmpty(); look++) {
                Thread.sleep(20);
            }
            Thread.sleep(600);
            holder.rollback();
            Outcome outcome = run.get();
            assertThat(outcome.reachedDesired()).isTrue();
            assertThat(outcome.notes()).anyMatch(note -> note.contains(" met a lock of "));
        }
    }

    @Test
    void whoMayInsertMayInsertBetweenTheSteps() {
        String before = "CREATE TABLE w (id int PRIMARY KEY, c int); GRANT INSERT ON w TO app_writer;";
        String after = "CREATE TABLE w (id int PRIMARY KEY, c bigint, n bigint GENERATED ALWAYS AS IDENTITY, s serial);"
                + " GRANT INSERT ON w TO app_writer; GRANT USAGE ON SEQUENCE w_s_seq TO app_writer;";
        DatabaseUrl live = server.database("others", before);
        Plan plan = plan(live, after);
        assertThat(plan.hazards()).doesNotContain(Hazard.REWRITE);
        int row = 0;
        for (Checkpoint stop : plan.checkpoints()) {
            server.plumbline().apply(until(stop, plan), live, EVERYTHING);
            row++;
            server.run(live, "SET ROLE app_writer; INSERT INTO w (id, c) VALUES (" + row + ", " + row + ")");
        }
        assertThat(server.rows(
                        live,
                        "SELECT count(*) = count(DISTINCT n), count(*) = count(DISTINCT s),"
                                + " count(*) = count(*) FILTER (WHERE c = id) FROM w"))
                .containsExactly("t|t|t");
    }

    /** Returns the plan as one that ends there. */
    private static Plan until(Checkpoint stop, Plan plan) {
        return new Plan(
                plan.product(),
                plan.actual(),
                stop.fingerprint(),
                plan.steps().subList(0, stop.afterStep()),
                List.of(),
                plan.checkpoints().stream()
                        .filter(checkpoint -> checkpoint.afterStep() <= stop.afterStep())
                        .toList(),
                Optional.empty());
    }

    @Test
    void itTellsHowManyRowsAreDoneOfAbout() {
        DatabaseUrl live = server.database("told", FILLED);
        server.run(live, "ANALYZE t");
        Plan plan = plan(live, WITH_CODE);
        AtomicLong told = new AtomicLong();
        AtomicLong last = new AtomicLong();
        server.plumbline()
                .withProgress((what, done, total) -> {
                    if (what.endsWith(", rows")) {
                        if (told.get() == 0) {
                            assertThat(done).isEqualTo(1000);
                        }
                        assertThat(done).isGreaterThanOrEqualTo(last.getAndSet(done));
                        assertThat(total).isBetween(60_000L, 70_000L);
                        told.incrementAndGet();
                    }
                })
                .apply(plan, live, EVERYTHING);
        assertThat(told.get()).isGreaterThan(3);
        assertThat(last.get()).isEqualTo(60_000);
    }

    @Test
    void aPlanWithBatchesIsReadAsItWasWritten() {
        Plan plan = plan(server.database("written", FILLED), WITH_CODE);
        assertThat(new JsonReports().readPlan(new JsonReports().write(plan), "plan.json"))
                .isEqualTo(plan);
        assertThat(MigrationWriter.up(plan))
                .contains("-- Here it is one statement, which locks every row that it changes until it is done;"
                        + " 'plumbline apply' does it in batches by id, part.\n"
                        + "UPDATE public.t SET code_plumbline_new = DEFAULT WHERE code_plumbline_new IS NULL;");
    }

    @Test
    void whatCannotBeDoneInBatchesSaysWhy() {
        DatabaseUrl live = server.database("keyless", "CREATE TABLE k (a int, b int UNIQUE)");
        Plan plan = plan(live, "CREATE TABLE k (a bigint, b int UNIQUE, c uuid DEFAULT gen_random_uuid())");
        assertThat(plan.steps())
                .hasSize(2)
                .allSatisfy(step -> assertThat(step.mode()).isNotEqualTo(TransactionMode.BATCHES))
                .extracting(Step::reason)
                .allMatch(
                        reason -> reason.endsWith("; in one go, because table public.k has no primary key, and no other"
                                + " unique key of columns that are never null"));
    }

    @Test
    void sessionsThatWaitAreSeen() throws Exception {
        DatabaseUrl live = server.database("strained", "CREATE TABLE t (id int)");
        try (Connection holder = live.open();
                Connection waiter = live.open();
                Connection own = live.open();
                Statement lock = holder.createStatement()) {
            Pace strict = new Pace(0, Duration.ofSeconds(1), 0, Duration.ofSeconds(1));
            assertThat(new PostgresBatchWork().strained(own, strict)).isEmpty();
            holder.setAutoCommit(false);
            lock.execute("LOCK TABLE t");
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> count(waiter));
            Optional<String> strain = Optional.empty();
            for (int look = 0; look < 100 && strain.isEmpty(); look++) {
                Thread.sleep(50);
                strain = new PostgresBatchWork().strained(own, strict);
            }
            assertThat(strain).contains("1 sessions wait for locks");
            assertThat(new PostgresBatchWork().strained(own, Pace.DEFAULT)).isEmpty();
            holder.rollback();
            waiting.get();
        }
    }

    private static void count(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            run(statement, "SELECT count(*) FROM t");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
