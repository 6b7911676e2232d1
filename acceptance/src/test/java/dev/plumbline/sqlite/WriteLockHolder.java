// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A process of its own that writes to a database until its input ends. */
final class WriteLockHolder {
    private WriteLockHolder() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0])) {
            SqliteRoundTrip.run(connection, "BEGIN IMMEDIATE");
            System.out.println("locked");
            while (System.in.read() >= 0) {
                // Until the other side closes it.
            }
        }
    }
}
