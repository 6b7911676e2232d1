// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.execute.SessionControl;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;

/** TEMPORARY. */
public record SessionLocks(SessionControl control) implements MigrationLocks {
    @Override
    public Held take(Supplier<Connection> connections, Duration patience) throws SQLException, InterruptedException {
        Connection connection = connections.get();
        AutoCloseable lock = control.lock(connection);
        return new Held() {
            @Override
            public void require(Connection c) {}

            @Override
            public void close() throws SQLException {
                try {
                    lock.close();
                } catch (Exception e) {
                    throw new SQLException(e);
                }
                connection.close();
            }
        };
    }
}
