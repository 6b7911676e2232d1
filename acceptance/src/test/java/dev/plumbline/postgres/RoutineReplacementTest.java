// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A call that has found its function, and has not yet run it, when another takes the function's place. */
class RoutineReplacementTest {
    /** The argument of a call waits until the test lets it go, and reads a table, by which its session hears of what was dropped. */
    private static final String AROUND = """
            CREATE TABLE t (id int);
            CREATE FUNCTION w() RETURNS int LANGUAGE plpgsql AS
              'BEGIN PERFORM pg_advisory_xact_lock(42); RETURN (SELECT count(*) FROM t); END';
            """;

    private static final String CALL = "SELECT f(w())";

    private static final String BEFORE =
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 10; END';";

    private static final ApplyOptions EVERYTHING = new ApplyOptions(EnumSet.allOf(Hazard.class), 100, false);

    private static TestServer server;

    /** How the function changes so that it cannot be replaced in place. */
    enum Form {
        RESULT("a int) RETURNS bigint LANGUAGE plpgsql AS 'BEGIN RETURN 20; END'"),
        ARGUMENT("a int, b int DEFAULT 1) RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN 20; END'");

        private final String after;

        Form(String after) {
            this.after = "CREATE FUNCTION f(" + after + ";";
        }
    }

    @BeforeAll
    static void start() {
        server = TestServer.start(17);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void theCallEndsAndTheOldFunctionGoes(Form form) throws Exception {
        DatabaseUrl live = server.database("called", AROUND + BEFORE);
        Plan plan = plan(live, AROUND + form.after, PlanOptions.DEFAULT);
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Connection holder = live.open()) {
            Future<List<String>> call = called(live, holder, threads);
            Future<Outcome> applied = threads.submit(() -> server.plumbline().apply(plan, live, EVERYTHING));
            // Whoever calls from here on gets the new one, and the plan waits for the call of before.
            await(live, "SELECT f(1)", "20");
            assertThat(applied.isDone()).isFalse();
            letGo(holder);
            assertThat(call.get()).containsExactly("10");
            assertThat(applied.get().reachedDesired()).isTrue();
        }
        assertThat(server.rows(live, "SELECT proname FROM pg_proc WHERE proname LIKE 'f_plumbline%'"))
                .isEmpty();
    }

    /** The same change without the technique: this is what an application would see. */
    @Test
    void offlineTheCallFails() throws Exception {
        DatabaseUrl live = server.database("called", AROUND + BEFORE);
        Plan plan = plan(live, AROUND + Form.RESULT.after, PlanOptions.DEFAULT.offline());
        try (ExecutorService threads = Executors.newCachedThreadPool();
                Connection holder = live.open()) {
            Future<List<String>> call = called(live, holder, threads);
            assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                    .isTrue();
            letGo(holder);
            assertThatThrownBy(call::get).rootCause().hasMessageContaining("cache lookup failed for function");
        }
    }

    private static Future<List<String>> called(DatabaseUrl live, Connection holder, ExecutorService threads)
            throws Exception {
        run(holder, "SELECT pg_advisory_lock(42)");
        Future<List<String>> call = threads.submit(() -> server.rows(live, CALL));
        await(live, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted", "1");
        return call;
    }

    private static void letGo(Connection holder) throws SQLException {
        run(holder, "SELECT pg_advisory_unlock(42)");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A run that ends between the two: the new function is there, and a plan made anew drops the other. */
    @Test
    void anotherPlanDropsWhatAStoppedRunLeft() {
        DatabaseUrl live = server.database(
                "left_aside", AROUND + BEFORE + "ALTER FUNCTION f(int) RENAME TO f_plumbline_old;" + Form.RESULT.after);
        Plan plan = plan(live, AROUND + Form.RESULT.after, PlanOptions.DEFAULT);
        assertThat(plan.steps()).hasSize(1);
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
    }

    /** What it is made of goes too, so it cannot stay for a while. */
    @Test
    void aFunctionWhoseTypeGoesIsDroppedAtOnce() {
        String before = "CREATE TYPE k AS ENUM ('a'); CREATE FUNCTION f(a k) RETURNS int LANGUAGE sql AS 'SELECT 1';";
        String after = "CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql AS 'SELECT 1';";
        DatabaseUrl live = server.database("type_goes", before);
        Plan plan = plan(live, after, PlanOptions.DEFAULT);
        assertThat(plan.steps().stream().flatMap(step -> step.statements().stream()))
                .contains("DROP FUNCTION public.f(public.k)")
                .noneMatch(sql -> sql.contains("plumbline_old"));
        assertThat(server.plumbline().apply(plan, live, EVERYTHING).reachedDesired())
                .isTrue();
    }

    private static Plan plan(DatabaseUrl live, String desired, PlanOptions options) {
        LoadedSchema declared = server.declared(desired);
        Plan plan = server.plumbline().plan(server.live(live), declared, options);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        return plan;
    }

    private static void await(DatabaseUrl live, String query, String answer) throws InterruptedException {
        while (!server.rows(live, query).equals(List.of(answer))) {
            Thread.sleep(5);
        }
    }
}
