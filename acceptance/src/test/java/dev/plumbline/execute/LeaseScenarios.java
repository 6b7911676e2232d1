// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.Engines;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.MigrationHistory;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What must hold where a row stands for the lock. */
abstract class LeaseScenarios extends LockScenarios {
    private static final Duration SLICE = Duration.ofSeconds(5);

    /** Begins a transaction as the migration's own connection does. */
    abstract void begin(Statement statement) throws Exception;

    /** Returns how long the row lasts without a sign of life. */
    Duration lasting() {
        return Lease.LIFETIME;
    }

    /** Outlasts the row, which takes too long for every build where it lasts longer than on a file. */
    private void outlast(Statement statement) throws Exception {
        Duration left = lasting().plusSeconds(1);
        while (left.isPositive()) {
            Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
            Thread.sleep(slice);
            left = left.minus(slice);
            // A server gives up a transaction in which nothing is asked.
            statement.execute("SELECT 1");
        }
    }

    private void requireTime() {
        assumeTrue(
                lasting().equals(Lease.LIFETIME) || Boolean.getBoolean("locks.slow"),
                () -> "takes " + lasting().toSeconds() + " seconds: -Dlocks.slow=true");
    }

    @Test
    void theHolderIsNamed() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT)) {
            assertThat(held).isNotNull();
            assertNotAvailable(url, "process " + ProcessHandle.current().pid(), "since 20");
        }
    }

    @Test
    void theHeartbeatOutlivesTheLifetimeOfTheRow() throws Exception {
        requireTime();
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            outlast(statement);
            assertNotAvailable(url);
            held.require(connection);
        }
    }

    @Test
    void aStoppedHolderIsTakenOverAndCannotGoOn() throws Exception {
        requireTime();
        DatabaseUrl url = database();
        try (LockingProcess other = LockingProcess.start(url)) {
            assertThat(other.tell("take")).isEqualTo("held");
            assertThat(other.tell("require")).isEqualTo("fine");
            other.signal("STOP");
            try (MigrationLocks.Held mine = locks(url).take(url::open, lasting().plus(PATIENT));
                    Connection connection = url.open()) {
                other.signal("CONT");
                assertThat(other.tell("require"))
                        .startsWith("LOCK_NOT_AVAILABLE")
                        .contains("taken it over");
                mine.require(connection);
            }
            locks(url).take(url::open, IMPATIENT).close();
            assertThat(other.tell("require")).startsWith("LOCK_NOT_AVAILABLE");
        }
    }

    @Test
    void aTransactionLongerThanTheLifetimeKeepsIt() throws Exception {
        requireTime();
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            begin(statement);
            held.require(connection);
            statement.execute("CREATE TABLE made (a int)");
            outlast(statement);
            assertNotAvailable(url);
            held.require(connection);
            statement.execute("COMMIT");
            assertNotAvailable(url);
            begin(statement);
            held.require(connection);
            statement.execute("ROLLBACK");
        }
        locks(url).take(url::open, IMPATIENT).close();
    }

    @Test
    void itsTableIsNoDrift() throws Exception {
        DatabaseUrl url = database();
        locks(url).take(url::open, IMPATIENT).close();
        try (Connection connection = url.open()) {
            Catalog catalog = Engines.forUrl(url).introspector().inspect(connection);
            assertThat(MigrationHistory.tables(catalog).keySet())
                    .extracting(key -> key.name())
                    .containsExactly("plumbline_lease");
            assertThat(MigrationHistory.read(connection, catalog)).isEmpty();
            assertThat(MigrationHistory.leaveOut(catalog).keys())
                    .noneMatch(key -> key.toString().contains("plumbline_lease"));
        }
    }
}
