// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Engines;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What must hold for the migration lock in each of its forms. */
abstract class LockScenarios {
    static final Duration PATIENT = Duration.ofSeconds(20);
    static final Duration IMPATIENT = Duration.ofMillis(200);

    /** Returns a database that the scenario has for itself, empty. */
    abstract DatabaseUrl database() throws SQLException;

    /** Returns how long the lock of a holder that was killed may last. */
    Duration lifetime() {
        return Duration.ofSeconds(9);
    }

    static MigrationLocks locks(DatabaseUrl url) {
        return Engines.forUrl(url).migrationLocks(LockName.DEFAULT);
    }

    static void run(DatabaseUrl url, String... statements) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static void assertNotAvailable(DatabaseUrl url, String... words) {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> locks(url).take(url::open, IMPATIENT).close())
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE))
                .satisfies(e -> assertThat(e).hasMessageStartingWith("Another run has held the migration lock"))
                .satisfies(
                        e -> assertThat(words).allSatisfy(word -> assertThat(e).hasMessageContaining(word)));
    }

    @Test
    void ofSixteenThreadsAndFourProcessesOneHasIt() throws Exception {
        DatabaseUrl url = database();
        run(url, Contest.TABLE, Contest.ROW);
        List<CompletableFuture<Integer>> contenders = new ArrayList<>();
        List<LockingProcess> processes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int i = 0; i < 4; i++) {
                processes.add(LockingProcess.start(url));
                processes.getLast().send("compete 4");
            }
            for (int i = 0; i < 16; i++) {
                contenders.add(CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return Contest.enter(url, 2);
                            } catch (SQLException | InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        threads));
            }
            for (LockingProcess process : processes) {
                assertThat(process.answer()).isEqualTo("4");
            }
            for (CompletableFuture<Integer> contender : contenders) {
                assertThat(contender.get(60, TimeUnit.SECONDS)).isEqualTo(2);
            }
        } finally {
            for (LockingProcess process : processes) {
                process.close();
            }
        }
        assertThat(Contest.result(url)).isEqualTo("1 at once, 48 rounds");
    }

    @Test
    void aKilledHoldersLockIsFreeWithinSeconds() throws Exception {
        DatabaseUrl url = database();
        try (LockingProcess other = LockingProcess.start(url)) {
            assertThat(other.tell("take")).isEqualTo("held");
            assertNotAvailable(url);
        }
        long killed = System.nanoTime();
        locks(url).take(url::open, lifetime()).close();
        assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(lifetime());
    }

    @Test
    void givenBackItIsFreeAtOnceAndBelongsToNobodyAnyMore() throws Exception {
        DatabaseUrl url = database();
        MigrationLocks.Held first = locks(url).take(url::open, IMPATIENT);
        first.close();
        first.close();
        try (MigrationLocks.Held second = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open()) {
            second.require(connection);
            assertThatExceptionOfType(Exception.class).isThrownBy(() -> first.require(connection));
        }
    }

    @Test
    void anotherNameIsAnotherLock() throws Exception {
        DatabaseUrl url = database();
        LockName other = new LockName(Optional.empty(), "other_history");
        try (MigrationLocks.Held one = locks(url).take(url::open, IMPATIENT);
                MigrationLocks.Held two =
                        Engines.forUrl(url).migrationLocks(other).take(url::open, IMPATIENT);
                Connection connection = url.open()) {
            one.require(connection);
            two.require(connection);
        }
    }

    @Test
    void aHolderThatIsInterruptedWhileItWaitsLeavesNothing() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open()) {
            Thread waiting = Thread.ofPlatform().start(() -> {
                try {
                    locks(url).take(url::open, PATIENT).close();
                } catch (SQLException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Thread.sleep(200);
            waiting.interrupt();
            assertThat(waiting.join(Duration.ofSeconds(5))).isTrue();
            held.require(connection);
        }
        locks(url).take(url::open, IMPATIENT).close();
    }
}
