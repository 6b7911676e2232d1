// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Engines;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migration lock of a SQLite file. */
class SqliteLockTest extends LeaseScenarios {
    @TempDir
    private Path folder;

    @Override
    DatabaseUrl database() {
        try {
            return DatabaseUrl.parse(Files.createFile(folder.resolve("app.db")).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void begin(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
    }

    @Test
    void anApplicationThatWritesForLongDoesNotEndTheLease() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection application = url.open();
                Statement writing = application.createStatement()) {
            writing.execute("BEGIN IMMEDIATE");
            Thread.sleep(Lease.HEARTBEAT.multipliedBy(3));
            writing.execute("COMMIT");
            assertNotAvailable(url);
            held.require(application);
        }
    }

    @Test
    void noHeartbeatIsInTheWayOfTransactionsThatRenewTheLeaseAndItComesAfterThem() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection migrating = url.open();
                Statement statement = migrating.createStatement()) {
            long before = commitsOfOthers(statement);
            transactions(held, migrating, "COMMIT", Lease.LIFETIME);
            assertThat(commitsOfOthers(statement)).isEqualTo(before);
            assertNotAvailable(url);

            Thread.sleep(Lease.LIFETIME.plusSeconds(1));
            assertThat(commitsOfOthers(statement)).isNotEqualTo(before);
            assertNotAvailable(url);
            held.require(migrating);
        }
    }

    @Test
    void transactionsThatAreRolledBackRenewNothing() throws Exception {
        DatabaseUrl url = database();
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection migrating = url.open();
                Statement statement = migrating.createStatement()) {
            long before = commitsOfOthers(statement);
            transactions(held, migrating, "ROLLBACK", Lease.HEARTBEAT.multipliedBy(2));
            assertThat(commitsOfOthers(statement)).isNotEqualTo(before);
            assertNotAvailable(url);
        }
    }

    private void transactions(MigrationLocks.Held held, Connection migrating, String end, Duration duration)
            throws Exception {
        long until = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < until) {
            try (Statement statement = migrating.createStatement()) {
                begin(statement);
                held.require(migrating);
                statement.execute(end);
            }
            if (end.equals("COMMIT")) {
                held.committed();
            }
            Thread.sleep(20);
        }
    }

    /** Returns a number that changes when another connection commits, and not when this one does. */
    private static long commitsOfOthers(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA data_version")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aDatabaseInMemoryHasNone() throws Exception {
        MigrationLocks locks = Engines.forId("sqlite").migrationLocks(LockName.DEFAULT);
        MigrationLocks.Held held = locks.take(SqliteLockTest::memory, IMPATIENT);
        assertThat(held).isSameAs(MigrationLocks.Held.NOBODY_ELSE);
    }

    private static Connection memory() {
        try {
            return DriverManager.getConnection("jdbc:sqlite::memory:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsNamedWithTheWayOut() throws Exception {
        DatabaseUrl url = database();
        MigrationLocks locks = locks(url);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> locks.take(() -> readOnly(url), IMPATIENT))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.LOCK_NOT_AVAILABLE))
                .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("right to write"));
    }

    private static Connection readOnly(DatabaseUrl url) {
        try {
            Connection connection = url.open();
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA query_only = ON");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
