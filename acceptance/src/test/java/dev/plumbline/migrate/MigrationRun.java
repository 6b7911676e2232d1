// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Migrations;
import dev.plumbline.OpenDatabase;
import dev.plumbline.libsql.LibsqlServer;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A database and a folder of migrations for it, both of one test. */
record MigrationRun(DatabaseUrl url, Path folder) {

    /** Returns an empty SQLite file with an empty folder, both in a folder of the test. */
    static MigrationRun sqlite(Path test) {
        try {
            Path file = Files.createFile(test.resolve("app.db"));
            return new MigrationRun(
                    DatabaseUrl.parse("sqlite:" + file), Files.createDirectory(test.resolve("migrations")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a new namespace of a libSQL server with an empty folder, in a folder of the test. */
    static MigrationRun libsql(LibsqlServer server, Path test) {
        try {
            return new MigrationRun(server.fresh(), Files.createDirectory(test.resolve("migrations")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns an empty database of a server with an empty folder, in a folder of the test. */
    static MigrationRun postgres(TestServer server, Path test) {
        try {
            String name = "m" + UUID.randomUUID().toString().replace("-", "");
            return new MigrationRun(server.database(name, ""), Files.createDirectory(test.resolve("migrations")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file of the folder. */
    MigrationRun file(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a file of the folder. */
    void remove(String name) {
        try {
            Files.delete(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the migrations as the folder has them now. */
    Migrations migrations() {
        return OpenDatabase.of(url).migrations(folder).with(MigrationListener.NONE);
    }

    /** Runs a statement, or several. */
    void run(String... statements) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the first column of every row. */
    List<String> rows(String query) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(String.valueOf(found.getString(1)));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns title and status of every row of the history. */
    List<String> history() {
        return migrations().history().stream()
                .map(revision -> revision.title() + " " + revision.status())
                .toList();
    }
}
