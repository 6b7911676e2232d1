// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The migration lock on a direct connection to PostgreSQL. */
class PostgresLockTest extends LockScenarios {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static Optional<EmbeddedServer> running = Optional.empty();

    @BeforeAll
    static void start() {
        running = Optional.of(EmbeddedServer.start(18));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(EmbeddedServer::close);
    }

    @Override
    DatabaseUrl database() throws SQLException {
        String name = "lock_" + NUMBER.incrementAndGet();
        run(url("postgres"), "CREATE DATABASE " + name);
        return url(name);
    }

    private static DatabaseUrl url(String database) {
        return DatabaseUrl.parse(running.orElseThrow().url(database));
    }

    @Test
    void theHoldersSessionIsNamed() throws Exception {
        DatabaseUrl url = database();
        try (LockingProcess other = LockingProcess.start(url)) {
            assertThat(other.tell("take")).isEqualTo("held");
            assertNotAvailable(
                    url, "session " + holder(url), "(plumbline)", "of role postgres", "from 127.0.0.1", "since 20");
        }
    }

    private static String holder(DatabaseUrl url) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT l.pid FROM pg_locks l JOIN pg_database d"
                        + " ON d.oid = l.database WHERE l.locktype = 'advisory' AND d.datname = current_database()")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void aRoleThatMaySeeLittleIsToldWhatItMaySee() throws Exception {
        DatabaseUrl url = database();
        run(url, "DROP ROLE IF EXISTS stranger", "CREATE ROLE stranger LOGIN PASSWORD 'secret'");
        var settings = new java.util.TreeMap<>(url.settings());
        settings.put("user", "stranger");
        settings.put("password", "secret");
        DatabaseUrl stranger = new DatabaseUrl(url.engineId(), url.server(), url.databaseName(), settings);
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT)) {
            assertThat(held).isNotNull();
            assertNotAvailable(stranger, "session " + holder(url), "of role postgres");
        }
    }

    @Test
    void aLockWhoseSessionEndedIsNoticedAndFree() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open()) {
            held.require(connection);
            run(url, "SELECT pg_terminate_backend(" + holder(url) + ")");
            locks(url).take(url::open, PATIENT).close();
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> held.require(connection))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE))
                    .withMessageContaining("has ended");
        }
    }

    @Test
    void anOpenTransactionOfARunThatLostItIsWaitedFor() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN");
            connection.setAutoCommit(false);
            held.require(connection);
            run(url, "SELECT pg_terminate_backend(" + holder(url, "ExclusiveLock") + ")");
            assertNotAvailable(url, "session ");
            connection.rollback();
            locks(url).take(url::open, PATIENT).close();
        }
    }

    private static String holder(DatabaseUrl url, String mode) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT l.pid FROM pg_locks l JOIN pg_database d"
                        + " ON d.oid = l.database WHERE l.locktype = 'advisory' AND d.datname = current_database()"
                        + " AND l.mode = '" + mode + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    @Test
    void contendersDoNotHoldUpAConcurrentIndexBuild() throws Exception {
        DatabaseUrl url = database();
        run(url, "CREATE TABLE t (a int)", "INSERT INTO t SELECT generate_series(1, 20000)");
        try (ExecutorService threads = Executors.newFixedThreadPool(5)) {
            Contenders contenders = Contenders.of(5, url, threads);
            try (MigrationLocks.Held held = locks(url).take(url::open, PATIENT);
                    Connection connection = url.open();
                    Statement statement = connection.createStatement()) {
                contenders.go();
                Thread.sleep(300);
                held.require(connection);
                statement.setQueryTimeout(20);
                statement.execute("CREATE INDEX CONCURRENTLY i ON t (a)");
                assertThat(contenders.done()).isZero();
            }
            contenders.await();
        }
    }

    @Test
    void theServerEndsWhatAKilledRunWasDoing() throws Exception {
        DatabaseUrl url = database();
        try (LockingProcess other = LockingProcess.start(url)) {
            assertThat(other.tell("take")).isEqualTo("held");
            assertThat(other.tell("work")).isEqualTo("working");
            Thread.sleep(300);
        }
        // The lock is free only when the transaction that the killed run had open is gone.
        locks(url).take(url::open, Duration.ofSeconds(8)).close();
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)' AND state = 'active'")) {
            row.next();
            assertThat(row.getInt(1)).isZero();
        }
    }

    /** Runs that want the lock while the test has it. */
    private static final class Contenders {
        private final java.util.List<CompletableFuture<Void>> all = new java.util.ArrayList<>();
        private final java.util.concurrent.CountDownLatch start = new java.util.concurrent.CountDownLatch(1);

        static Contenders of(int number, DatabaseUrl url, ExecutorService threads) {
            Contenders contenders = new Contenders();
            for (int i = 0; i < number; i++) {
                contenders.all.add(CompletableFuture.runAsync(
                        () -> {
                            try {
                                contenders.start.await();
                                locks(url)
                                        .take(url::open, Duration.ofMinutes(1))
                                        .close();
                            } catch (SQLException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        threads));
            }
            return contenders;
        }

        void go() {
            start.countDown();
        }

        long done() {
            return all.stream().filter(CompletableFuture::isDone).count();
        }

        void await() throws Exception {
            for (CompletableFuture<Void> one : all) {
                one.get(60, TimeUnit.SECONDS);
            }
        }
    }
}
