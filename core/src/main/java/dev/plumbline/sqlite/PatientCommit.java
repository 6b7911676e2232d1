// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Commits in spite of readers. With the rollback journal a commit waits until the last reader has ended; one that ends
 * with SQLITE_BUSY leaves the transaction open, and may be tried again ("Result and Error Codes", SQLITE_BUSY). New
 * readers are kept out meanwhile, so the wait is no longer than the work that would be lost by giving up, and never
 * longer than half a minute.
 */
final class PatientCommit {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final long PAUSE_MILLIS = 50;

    private PatientCommit() {}

    /**
     * Commits.
     *
     * @param begun the {@link System#nanoTime} at which the transaction began
     */
    static void commit(Connection connection, long begun) throws SQLException {
        long worked = System.nanoTime() - begun;
        long end = System.nanoTime() + Math.min(worked, LONGEST.toNanos());
        while (true) {
            try {
                Queries.run(connection, "COMMIT");
                return;
            } catch (SQLException e) {
                if (!SqliteSessionControl.isBusy(e) || System.nanoTime() > end) {
                    throw e;
                }
            }
            pause();
        }
    }

    private static void pause() throws SQLException {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while a commit waited for readers", e);
        }
    }
}
