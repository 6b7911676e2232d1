// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.plan.Step;
import dev.plumbline.plan.TransactionMode;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed, servers that go down, runs that meet, locks that are held: the next run completes. */
class PostgresInterruptionTest {
    private static final String ACTUAL = """
            CREATE TYPE level AS ENUM ('low');
            CREATE TABLE t (id int PRIMARY KEY, name text, l level DEFAULT 'low', old text);
            INSERT INTO t SELECT i, 'n' || i FROM generate_series(1, 20000) i;
            CREATE TABLE u (t int);
            INSERT INTO u SELECT i FROM generate_series(1, 2000) i;
            """ + many("id int");
    private static final String DESIRED = """
            CREATE TYPE level AS ENUM ('low', 'high', 'higher');
            CREATE TABLE t (id int PRIMARY KEY, name text NOT NULL, l level DEFAULT 'high',
                code uuid DEFAULT gen_random_uuid(), CONSTRAINT fine CHECK (id > 0));
            CREATE TABLE u (t int REFERENCES t);
            CREATE INDEX t_name ON t (name);
            CREATE INDEX t_lower ON t (lower(name)) WHERE l = 'higher';
            CREATE UNIQUE INDEX u_t ON u (t);
            CREATE VIEW v AS SELECT id, l FROM t WHERE l = 'high';
            CREATE TABLE more (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, t int REFERENCES t);
            """ + many("id int, n int");
    private static final ApplyOptions EVERYTHING = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));

    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    /** More tables than one transaction locks at once. */
    private static String many(String columns) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(i -> "CREATE TABLE many_" + i + " (" + columns + ");\n")
                .collect(Collectors.joining());
    }

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(18));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    private static TestServer server() {
        return running.orElseThrow();
    }

    private Path desiredFile() throws IOException {
        return Files.writeString(folder.resolve("desired.sql"), DESIRED);
    }

    private static Plan plan(DatabaseUrl live) {
        Plan plan = server().plumbline().plan(server().live(live), server().declared(DESIRED), PlanOptions.DEFAULT);
        assertThat(plan.proof().orElseThrow().problems())
                .as(GoldenPlan.text(plan))
                .isEmpty();
        return plan;
    }

    private static void assertComplete(DatabaseUrl live) {
        assertThat(server().catalog(live).fingerprint())
                .isEqualTo(server().declared(DESIRED).catalog().fingerprint());
        assertThat(server().rows(live, "SELECT count(*), sum(id), min(name) FROM t"))
                .containsExactly("20000|200010000|n1");
        assertThat(server().rows(live, "SELECT count(DISTINCT code) FROM t")).containsExactly("20000");
        assertThat(server().rows(live, "SELECT count(*) FROM u")).containsExactly("2000");
        assertThat(server().rows(live, "SELECT 1 FROM pg_index WHERE NOT indisvalid"))
                .isEmpty();
    }

    @Test
    void killedAfterEveryCommitTheNextRunCompletes() throws Exception {
        Plan plan = plan(server().database("killed", ACTUAL));
        assertThat(plan.steps()).extracting(step -> step.mode()).contains(TransactionMode.values());
        Path desired = desiredFile();
        for (List<Step> group : Plan.groups(plan.steps())) {
            killedAt(plan, desired, group.getLast().number(), 0);
        }
    }

    @Test
    void killedAtAnyMomentTheNextRunCompletes() throws Exception {
        Plan plan = plan(server().database("killed", ACTUAL));
        Path desired = desiredFile();
        Random random = new Random(42);
        for (int round = 0; round < 4; round++) {
            killedAt(plan, desired, 0, random.nextInt(120));
        }
    }

    private static void killedAt(Plan plan, Path desired, int step, int millis)
            throws IOException, InterruptedException {
        DatabaseUrl live = server().database("killed", ACTUAL);
        InterruptedRun run = InterruptedRun.start(server().embedded().url("killed"), desired);
        run.go();
        run.awaitStep(step);
        Thread.sleep(millis);
        run.kill();
        Outcome outcome = server().plumbline().apply(plan, live, EVERYTHING);
        assertThat(outcome.reachedDesired()).as(step + " " + outcome.notes()).isTrue();
        assertComplete(live);
    }

    @Test
    void aServerThatGoesDownIsTakenUpWhereItStood() throws Exception {
        Path home = folder.resolve("server");
        Plan plan;
        Path desired = desiredFile();
        try (EmbeddedServer first = EmbeddedServer.start(ServerOptions.of(18).keepData(home))) {
            DatabaseUrl live = DatabaseUrl.parse(first.url("postgres"));
            server().run(live, ACTUAL);
            InterruptedRun run = InterruptedRun.start(first.url("postgres"), desired);
            run.go();
            run.awaitStep(3);
            long postmaster = Long.parseLong(
                    Files.readAllLines(home.resolve("data/postmaster.pid")).getFirst());
            stopAtOnce(postmaster);
            assertThat(run.end()).isNotZero();
        }
        try (EmbeddedServer second = EmbeddedServer.start(ServerOptions.of(18).keepData(home))) {
            DatabaseUrl live = DatabaseUrl.parse(second.url("postgres"));
            try (ServerScratchDatabases scratch = new ServerScratchDatabases(live)) {
                Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
                plan = plumbline.plan(
                        plumbline.load(new SchemaSource.LiveDatabase(live)),
                        plumbline.load(new SchemaSource.SqlFiles(desired)),
                        PlanOptions.DEFAULT);
                plumbline.apply(plan, live, EVERYTHING);
            }
            assertComplete(live);
        }
    }

    /** PostgreSQL's immediate shutdown: every session is cut off, nothing is written any more. */
    private static void stopAtOnce(long postmaster) throws Exception {
        ProcessHandle handle = ProcessHandle.of(postmaster).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster)).start().waitFor();
        handle.onExit().get(30, TimeUnit.SECONDS);
    }

    @Test
    void anInvalidIndexIsBuiltAgain() throws Exception {
        DatabaseUrl live = server().database("invalid", ACTUAL);
        Plan plan = plan(live);
        server().run(live, "CREATE INDEX t_name ON t (name)");
        server().run(
                        live,
                        "UPDATE pg_index SET indisvalid = false, indisready = false WHERE indexrelid = 't_name'::regclass");
        Outcome outcome = server().plumbline().apply(plan, live, EVERYTHING);
        assertThat(outcome.notes()).anyMatch(note -> note.contains("t_name"));
        assertComplete(live);
    }

    @Test
    void ofTwoRunsOneActsAndTheOtherFindsNothingToDo() throws Exception {
        DatabaseUrl live = server().database("pair_of_runs", ACTUAL);
        Plan plan = plan(live);
        List<CompletableFuture<Outcome>> runs = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 2; i++) {
                runs.add(CompletableFuture.supplyAsync(
                        () -> server().plumbline().apply(plan, live, EVERYTHING), threads));
            }
            List<Integer> done = new ArrayList<>();
            for (CompletableFuture<Outcome> run : runs) {
                Outcome outcome = run.get(60, TimeUnit.SECONDS);
                assertThat(outcome.reachedDesired()).isTrue();
                done.add(outcome.stepsDone());
            }
            assertThat(done).containsExactlyInAnyOrder(plan.steps().size(), 0);
        } finally {
            threads.shutdownNow();
        }
        assertComplete(live);
    }

    @Test
    void aLockOfAnotherSessionIsWaitedForWithTheTransactionClosed() throws Exception {
        DatabaseUrl live = server().database("locked", ACTUAL);
        Plan plan = plan(live);
        CompletableFuture<Outcome> run;
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection holder = live.open()) {
            hold(holder);
            run = CompletableFuture.supplyAsync(() -> server().plumbline().apply(plan, live, EVERYTHING), threads);
            // The first attempt gives up after its lock_timeout; then nobody waits in the server.
            boolean slept = false;
            for (int look = 0; look < 100 && !slept; look++) {
                Thread.sleep(100);
                slept = !server().rows(
                                live,
                                "SELECT 1 FROM pg_stat_activity WHERE datname = 'locked' AND state = 'idle'"
                                        + " AND query ILIKE 'ROLLBACK%' AND xact_start IS NULL")
                        .isEmpty();
            }
            assertThat(slept).isTrue();
            holder.rollback();
        } finally {
            threads.shutdown();
        }
        Outcome outcome = run.get(60, TimeUnit.SECONDS);
        assertThat(outcome.reachedDesired()).isTrue();
        assertThat(outcome.notes()).anyMatch(note -> note.contains("met a lock of session "));
        assertComplete(live);
    }

    @Test
    void aLockThatStaysIsNamedWithTheWayOut() throws Exception {
        DatabaseUrl live = server().database("locked", ACTUAL);
        Plan plan = plan(live);
        try (Connection holder = live.open()) {
            hold(holder);
            ApplyOptions impatient = new ApplyOptions(EnumSet.allOf(Hazard.class), 0, false);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> server().plumbline().apply(plan, live, impatient))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE))
                    .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("session that holds the lock"));
            holder.rollback();
        }
        server().plumbline().apply(plan, live, EVERYTHING);
        assertComplete(live);
    }

    private static void hold(Connection holder) throws SQLException {
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute("LOCK TABLE t IN ACCESS SHARE MODE");
        }
    }
}
