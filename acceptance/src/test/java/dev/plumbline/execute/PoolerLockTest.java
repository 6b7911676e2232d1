// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.acceptance.PgBouncer;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The migration lock behind a PgBouncer that gives each transaction another session. */
class PoolerLockTest extends LeaseScenarios {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Optional<EmbeddedServer> server = Optional.empty();
    private static Optional<PgBouncer> pooler = Optional.empty();

    @BeforeAll
    static void start() {
        server = Optional.of(EmbeddedServer.start(18));
        pooler = Optional.of(PgBouncer.start(server.get().url("postgres"), "transaction"));
    }

    @AfterAll
    static void stop() {
        pooler.ifPresent(PgBouncer::close);
        server.ifPresent(EmbeddedServer::close);
    }

    @Override
    DatabaseUrl database() throws SQLException {
        String name = "lease_" + NUMBER.incrementAndGet();
        run(direct("postgres"), "CREATE DATABASE " + name);
        return pooled(name);
    }

    private static DatabaseUrl direct(String database) {
        return DatabaseUrl.parse(server.orElseThrow().url(database));
    }

    private static DatabaseUrl direct(DatabaseUrl pooled) {
        return direct(pooled.databaseName());
    }

    private static DatabaseUrl pooled(String database) {
        return DatabaseUrl.parse(pooler.orElseThrow().url(database));
    }

    @Override
    void begin(Statement statement) throws SQLException {
        statement.execute("BEGIN");
    }

    @Test
    void itIsALeaseThatNoSessionHolds() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            held.require(connection);
            try (var rows = statement.executeQuery("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")) {
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
    }

    @Test
    void aRunThatConnectsDirectlyHoldsItOff() throws Exception {
        DatabaseUrl pooled = database();
        DatabaseUrl direct = direct(pooled);
        try (MigrationLocks.Held held = locks(direct).take(direct::open, IMPATIENT)) {
            assertThat(held).isNotNull();
            assertNotAvailable(pooled, "session ", "of role postgres");
        }
        locks(pooled).take(pooled::open, IMPATIENT).close();
    }

    @Test
    void itHoldsOffARunThatConnectsDirectly() throws Exception {
        DatabaseUrl pooled = database();
        DatabaseUrl direct = direct(pooled);
        try (MigrationLocks.Held held = locks(pooled).take(pooled::open, IMPATIENT)) {
            assertThat(held).isNotNull();
            assertNotAvailable(direct, "process " + ProcessHandle.current().pid());
        }
        locks(direct).take(direct::open, IMPATIENT).close();
    }

    @Test
    void aRunThatConnectsDirectlyTakesAStoppedOneOverForGood() throws Exception {
        DatabaseUrl pooled = database();
        DatabaseUrl direct = direct(pooled);
        try (LockingProcess other = LockingProcess.start(pooled)) {
            assertThat(other.tell("take")).isEqualTo("held");
            other.signal("STOP");
            try (MigrationLocks.Held mine = locks(direct).take(direct::open, PATIENT);
                    Connection connection = direct.open()) {
                other.signal("CONT");
                assertThat(other.tell("require")).startsWith("LOCK_NOT_AVAILABLE");
                mine.require(connection);
            }
        }
    }

    @Test
    void ofRunsOfBothKindsOneHasIt() throws Exception {
        DatabaseUrl pooled = database();
        DatabaseUrl direct = direct(pooled);
        run(direct, Contest.TABLE, Contest.ROW);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            var runs = new java.util.ArrayList<CompletableFuture<Integer>>();
            for (int i = 0; i < 8; i++) {
                DatabaseUrl url = i % 2 == 0 ? pooled : direct;
                runs.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Contest.enter(url, 4);
                            } catch (SQLException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        threads));
            }
            for (CompletableFuture<Integer> run : runs) {
                assertThat(run.get(60, TimeUnit.SECONDS)).isEqualTo(4);
            }
        }
        assertThat(Contest.result(direct)).isEqualTo("1 at once, 32 rounds");
    }

    @Test
    void heartbeatAndContendersDoNotHoldUpAConcurrentIndexBuild() throws Exception {
        DatabaseUrl url = database();
        run(url, "CREATE TABLE t (a int)", "INSERT INTO t SELECT generate_series(1, 20000)");
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            var contenders = new java.util.ArrayList<CompletableFuture<Void>>();
            try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                    Connection connection = url.open();
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < 5; i++) {
                    contenders.add(CompletableFuture.runAsync(() -> takeAndGiveBack(url), threads));
                }
                Thread.sleep(300);
                held.require(connection);
                statement.setQueryTimeout(20);
                statement.execute("CREATE INDEX CONCURRENTLY i ON t (a)");
                assertThat(contenders).noneMatch(CompletableFuture::isDone);
            }
            for (CompletableFuture<Void> contender : contenders) {
                contender.get(60, TimeUnit.SECONDS);
            }
        }
    }

    private static void takeAndGiveBack(DatabaseUrl url) {
        try {
            locks(url).take(url::open, PATIENT).close();
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aRoleThatCannotMakeTheTableIsToldWhatToRunOnce() throws Exception {
        DatabaseUrl url = database();
        run(direct(url), "REVOKE ALL ON SCHEMA public FROM public", "DROP ROLE IF EXISTS app", "CREATE ROLE app");
        // The pooler logs in as the superuser; the role is taken on by each transaction's session.
        run(direct(url), "ALTER DATABASE " + url.databaseName() + " SET role = 'app'");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> locks(url).take(url::open, IMPATIENT))
                .satisfies(e -> assertThat(e.advice().orElseThrow())
                        .contains("CREATE TABLE public.plumbline_lease", "GRANT", "directly"));
    }

    @Test
    void aTableThatAnybodyMayHaveMadeIsNotTouched() throws Exception {
        DatabaseUrl url = database();
        run(
                direct(url),
                "DROP ROLE IF EXISTS mallory",
                "CREATE ROLE mallory",
                "CREATE TABLE plumbline_lease (name text PRIMARY KEY)",
                "ALTER TABLE plumbline_lease OWNER TO mallory",
                "DROP ROLE IF EXISTS honest",
                "CREATE ROLE honest");
        run(direct(url), "ALTER DATABASE " + url.databaseName() + " SET role = 'honest'");
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> locks(url).take(url::open, IMPATIENT))
                .withMessageContaining("belongs to the role mallory");
    }
}
