// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

class SqliteMigrationCommandsTest extends MigrationCommandsContract {
    @Override
    String freshDatabase(Path place) throws SQLException {
        Path file = place.resolve("app.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 1"); // a file is written with the first change
        }
        return file.toString();
    }

    @Override
    String scratch() {
        return "sqlite:";
    }
}
