// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Sessions in the way of a plan: foreseen, named while they are waited for, and ended where that was allowed. */
class BlockersTest {
    private static final String ACTUAL = "CREATE TABLE public.orders (id int PRIMARY KEY, note text);"
            + " INSERT INTO public.orders SELECT i, i::text FROM generate_series(1, 1000) i";
    private static final String DESIRED = "CREATE TABLE public.orders (id int PRIMARY KEY, note text, total int)";
    private static final String WITH_INDEX = DESIRED + "; CREATE INDEX orders_note ON public.orders (note)";

    /** Waits for a lock for three seconds, once. */
    private static final ApplyOptions ONCE = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, false);

    private static Optional<TestServer> running = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(ServerOptions.of(18).with("max_prepared_transactions", "5")));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    private static TestServer server() {
        return running.orElseThrow();
    }

    private static Plan plan(DatabaseUrl live, String desired) {
        LoadedSchema actual = server().live(live);
        return server().plumbline().plan(actual, server().declared(desired), PlanOptions.DEFAULT);
    }

    /** A transaction of another session, with a lock that reads need and a password in its last statement. */
    private static Connection holder(DatabaseUrl live) throws SQLException {
        Connection holder = live.open();
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("SET application_name = 'night report'");
            statement.execute("SELECT id, 'opensesame' /* opensesame */ FROM public.orders LIMIT 1");
        }
        return holder;
    }

    @Test
    void whoHoldsTheLockIsNamedWithoutWhatItSaysInQuotes() throws SQLException {
        DatabaseUrl live = server().database("named", ACTUAL);
        Plan plan = plan(live, DESIRED);
        Queue<String> told = new ConcurrentLinkedQueue<>();
        ProgressListener listener = (what, done, total) -> told.add(what);
        try (Connection holder = holder(live)) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(
                            () -> server().plumbline().withProgress(listener).apply(plan, live, ONCE))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE))
                    .withMessageContaining("In the way: session " + number(holder))
                    .withMessageContaining("of role postgres (night report), in a transaction for ")
                    .withMessageContaining("last: SELECT id, '…' FROM public.orders LIMIT 1")
                    .withMessageNotContaining("opensesame");
            holder.rollback();
        }
        assertThat(told).anyMatch(what -> what.contains("waiting for session"));
        assertThat(told).noneMatch(what -> what.contains("opensesame"));
    }

    @Test
    void whoIsIdleForLongIsEndedWhereThatIsAllowed() throws SQLException {
        DatabaseUrl live = server().database("ended", ACTUAL);
        Plan plan = plan(live, DESIRED);
        try (Connection holder = holder(live)) {
            int session = number(holder);
            Outcome outcome = server().plumbline().apply(plan, live, ONCE.endingIdle(Duration.ofSeconds(1)));
            assertThat(outcome.reachedDesired()).isTrue();
            assertThat(outcome.notes())
                    .anyMatch(note -> note.contains("session " + session) && note.endsWith("That session was ended."));
            assertThat(holder.isValid(1)).isFalse();
        }
    }

    @Test
    void whoWorksOrIsIdleForLessIsNotEnded() throws Exception {
        DatabaseUrl live = server().database("spared", ACTUAL);
        Plan plan = plan(live, DESIRED);
        try (Connection holder = holder(live);
                Connection working = live.open();
                Statement statement = working.createStatement()) {
            CompletableFuture<Void> work = CompletableFuture.runAsync(() -> sleep(statement));
            awaitSleep(live);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> server().plumbline().apply(plan, live, ONCE.endingIdle(Duration.ofMinutes(1))))
                    .withMessageContaining("night report")
                    .withMessageContaining("running: SELECT pg_sleep(");
            assertThat(holder.isValid(1)).isTrue();
            assertThat(work).as("it works still").isNotDone();
            holder.rollback();
            statement.cancel();
            assertThat(work).failsWithin(Duration.ofSeconds(30)).withThrowableOfType(ExecutionException.class);
        }
    }

    private static void awaitSleep(DatabaseUrl live) throws InterruptedException {
        while (server().rows(live, "SELECT 1 FROM pg_stat_activity WHERE wait_event = 'PgSleep'")
                .isEmpty()) {
            Thread.sleep(10);
        }
    }

    private static void sleep(Statement statement) {
        try {
            statement.execute("SELECT pg_sleep(600) FROM (SELECT FROM public.orders LIMIT 1) one");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRoleThatMayNotEndAnotherSaysSo() throws SQLException {
        DatabaseUrl live = server().database(
                        "rights",
                        "DROP ROLE IF EXISTS modest; CREATE ROLE modest LOGIN PASSWORD 'secret'; " + ACTUAL
                                + "; ALTER TABLE public.orders OWNER TO modest; GRANT CREATE ON SCHEMA public TO modest");
        Plan plan = plan(live, DESIRED);
        TreeMap<String, String> settings = new TreeMap<>(live.settings());
        settings.put("user", "modest");
        settings.put("password", "secret");
        DatabaseUrl modest = new DatabaseUrl(live.engineId(), live.server(), live.databaseName(), settings);
        try (Connection holder = holder(live)) {
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> server().plumbline().apply(plan, modest, ONCE.endingIdle(Duration.ofSeconds(1))))
                    .withMessageContaining("In the way: session " + number(holder));
            assertThat(holder.isValid(1)).isTrue();
            holder.rollback();
        }
    }

    @Test
    void whatStepsWillWaitForIsForeseen() throws Exception {
        DatabaseUrl live = server().database("foreseen", ACTUAL);
        Plan plan = plan(live, WITH_INDEX);
        assertThat(server().plumbline().obstacles(plan, live)).isEmpty();
        try (Connection holder = holder(live);
                Connection elsewhere = live.open()) {
            elsewhere.setAutoCommit(false);
            try (Statement statement = elsewhere.createStatement()) {
                statement.execute("SELECT count(*) FROM pg_class");
            }
            // What has been open for less than ten seconds is not worth a word.
            assertThat(server().plumbline().obstacles(plan, live)).isEmpty();
            Thread.sleep(10_500);
            List<String> obstacles = server().plumbline().obstacles(plan, live);
            assertThat(obstacles).hasSize(2);
            assertThat(obstacles.get(0))
                    .startsWith("Session " + number(holder))
                    .contains("holds ACCESS SHARE on public.orders, of which step 1 wants ACCESS EXCLUSIVE");
            assertThat(obstacles.get(1))
                    .startsWith("Session " + number(elsewhere))
                    .contains("step 2, which is concurrent, waits until it has ended");
            holder.rollback();
            elsewhere.rollback();
        }
    }

    @Test
    void aPreparedTransactionIsForeseenAndNamed() throws SQLException {
        DatabaseUrl live = server().database("prepared", ACTUAL);
        Plan plan = plan(live, DESIRED);
        server().run(live, "BEGIN; LOCK TABLE public.orders IN ROW SHARE MODE; PREPARE TRANSACTION 'two phases'");
        assertThat(server().plumbline().obstacles(plan, live))
                .containsExactly("A prepared transaction: holds ROW SHARE on public.orders, of which step 1 wants"
                        + " ACCESS EXCLUSIVE.");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> server().plumbline().apply(plan, live, ONCE))
                .withMessageContaining("In the way: a prepared transaction.");
        server().run(live, "ROLLBACK PREPARED 'two phases'");
    }

    @Test
    void howFarAnIndexBuildIsIsShown() throws SQLException {
        String slow = "; CREATE FUNCTION public.slow(int) RETURNS int IMMUTABLE LANGUAGE plpgsql"
                + " AS 'BEGIN PERFORM pg_sleep(0.002); RETURN $1; END'";
        DatabaseUrl live = server().database("shown", ACTUAL + slow);
        Plan plan = plan(live, ACTUAL + slow + "; CREATE INDEX orders_slow ON public.orders (public.slow(id))");
        Queue<String> told = new ConcurrentLinkedQueue<>();
        ProgressListener listener = (what, done, total) -> told.add(what + " " + done + "/" + total);
        server().plumbline().withProgress(listener).apply(plan, live, ONCE);
        assertThat(told).anyMatch(what -> what.matches("create index public.orders_slow, index: building index.*"));
    }

    private static int number(Connection connection) throws SQLException {
        return connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
    }
}
