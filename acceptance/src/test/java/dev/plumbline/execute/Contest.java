// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.Engines;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A table that shows whether two were ever inside the lock at once: everyone counts itself in and out. */
final class Contest {
    static final String TABLE = "CREATE TABLE contest (inside int NOT NULL, most int NOT NULL, rounds int NOT NULL)";
    static final String ROW = "INSERT INTO contest VALUES (0, 0, 0)";

    private Contest() {}

    /** Takes the lock and gives it back, some times over, and returns how many rounds it had. */
    static int enter(DatabaseUrl url, int rounds) throws SQLException, InterruptedException {
        MigrationLocks locks = Engines.forUrl(url).migrationLocks(LockName.DEFAULT);
        int done = 0;
        for (int round = 0; round < rounds; round++) {
            try (MigrationLocks.Held held = locks.take(url::open, Duration.ofMinutes(3));
                    Connection connection = url.open()) {
                wait(connection);
                held.require(connection);
                run(
                        connection,
                        "UPDATE contest SET inside = inside + 1,"
                                + " most = CASE WHEN inside + 1 > most THEN inside + 1 ELSE most END");
                Thread.sleep(15);
                held.require(connection);
                run(connection, "UPDATE contest SET inside = inside - 1, rounds = rounds + 1");
                done++;
            }
        }
        return done;
    }

    private static void wait(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("SQLite")) {
            run(connection, "PRAGMA busy_timeout = 20000");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the most that were inside at once, and all rounds. */
    static String result(DatabaseUrl url) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT most, rounds FROM contest")) {
            row.next();
            return row.getInt(1) + " at once, " + row.getInt(2) + " rounds";
        }
    }
}
