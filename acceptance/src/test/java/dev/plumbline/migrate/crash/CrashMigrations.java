// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.acceptance.Places;
import dev.plumbline.migration.FolderOptions;
import dev.plumbline.migration.JavaMigration;
import dev.plumbline.migration.MigrationFolder;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.script.SqlDialect;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;

/**
 * The migrations that are killed: the files of a folder of {@code resources/crash} and two in Java. A step that is done
 * twice, or not at all, shows in a counter or a sum.
 */
final class CrashMigrations {
    private CrashMigrations() {}

    /** Returns the folder of an engine. */
    static Path folder(String engine) {
        return Places.root().resolve("acceptance/src/test/resources/crash").resolve(engine);
    }

    /** Returns the migrations of a folder with those in Java, which tell their inner steps to somebody. */
    static MigrationSet read(Path folder, SqlDialect dialect, Consumer<String> steps) {
        return MigrationFolder.read(
                folder,
                dialect,
                FolderOptions.DEFAULT.withJavaMigrations(List.of(new InTransaction(steps), new Repeatable(steps))));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private record InTransaction(Consumer<String> steps) implements JavaMigration {
        @Override
        public String version() {
            return "000010";
        }

        @Override
        public void up(Connection connection) throws SQLException {
            run(connection, "UPDATE counter SET value = value + 1 WHERE name = 'runs'");
            steps.accept("counted");
            run(connection, "CREATE TABLE by_java (id int PRIMARY KEY, amount int)");
            run(connection, "INSERT INTO by_java SELECT id, amount + 1 FROM item WHERE id <= 50");
            steps.accept("copied");
        }
    }

    /** May be run again from its beginning, as it must. */
    private record Repeatable(Consumer<String> steps) implements JavaMigration {
        @Override
        public String version() {
            return "000011";
        }

        @Override
        public boolean inTransaction() {
            return false;
        }

        @Override
        public void up(Connection connection) throws SQLException {
            run(connection, "CREATE TABLE IF NOT EXISTS noted (id int PRIMARY KEY, note text)");
            steps.accept("made");
            for (int id = 1; id <= 3; id++) {
                run(connection, "INSERT INTO noted VALUES (" + id + ", 'noted') ON CONFLICT DO NOTHING");
                steps.accept("noted " + id);
            }
        }
    }
}
