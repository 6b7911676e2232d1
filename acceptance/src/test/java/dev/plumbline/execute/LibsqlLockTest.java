// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.libsql.LibsqlServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The migration lock of a database on a libSQL server. */
class LibsqlLockTest extends LeaseScenarios {
    @Override
    DatabaseUrl database() {
        return LibsqlServer.shared().fresh();
    }

    @Override
    void begin(Statement statement) throws SQLException {
        statement.execute("BEGIN IMMEDIATE");
    }

    @Override
    Duration lasting() {
        return Duration.ofSeconds(20);
    }

    @Override
    Duration lifetime() {
        return Duration.ofSeconds(24);
    }

    /**
     * A writer that waits as long as the server allows, five seconds or here one, ends the transaction that it waits for;
     * and the heartbeat of the lock is a writer: it must not wait for its own run.
     */
    @Test
    void theHeartbeatDoesNotEndTheTransactionOfItsOwnRun() throws Exception {
        LibsqlServer server = LibsqlServer.shared();
        server.admin("/v1/namespaces/hasty/create", "{\"txn_timeout_s\": 1}");
        DatabaseUrl url = server.database("hasty");
        try (MigrationLocks.Held held = locks(url).take(url::open, IMPATIENT);
                Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            held.require(connection);
            statement.execute("CREATE TABLE made (a)");
            Thread.sleep(Lease.HEARTBEAT.multipliedBy(2));
            assertNotAvailable(url);
            held.require(connection);
            statement.execute("COMMIT");
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM made")) {
                assertThat(row.next()).isTrue();
            }
        }
    }
}
