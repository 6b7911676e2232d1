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
import java.sql.SQLException;
import java.sql.Statement;
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
