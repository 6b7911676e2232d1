// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A SQLite file that another tool has migrated, and a schema that is declared otherwise. */
abstract class SqliteFixture {
    private static final String DESIRED = """
            CREATE TABLE users(id integer primary key, mail text not null, name text);
            CREATE UNIQUE INDEX users_mail ON users(mail);
            CREATE TABLE posts(id integer primary key, user_id integer references users(id));
            CREATE VIEW names AS SELECT name FROM users;
            """;

    @TempDir
    Path folder;

    Path database;
    Path desired;

    @BeforeEach
    void makeDatabase() throws Exception {
        database = folder.resolve("app.db");
        desired = file("desired.sql", DESIRED);
        execute(
                "CREATE TABLE schema_migrations(version bigint primary key, dirty boolean)",
                "INSERT INTO schema_migrations VALUES (1, true)",
                "CREATE TABLE users(id integer primary key, mail text)",
                "INSERT INTO users VALUES (1, 'a@example.org')");
    }

    Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
