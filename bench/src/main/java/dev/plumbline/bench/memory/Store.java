// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.Plumbline;
import dev.plumbline.migrate.MigrationListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.sqlite.SQLiteDataSource;

/** A database file that the pack's migrations made, with one connection to it. Closing it deletes the file. */
final class Store implements AutoCloseable {
    private final Path file;
    private final Path migrations;
    private Connection connection;

    private Store(Path file, Path migrations) throws SQLException {
        this.file = file;
        this.migrations = migrations;
        this.connection = open();
    }

    /** Makes one, brought to a version of a migration folder. */
    static Store at(Path folder, Path migrations, String version) throws IOException, SQLException {
        Path file = Files.createTempFile(folder, "store", ".db");
        Store store = new Store(file, migrations);
        store.to(version);
        return store;
    }

    private Connection open() throws SQLException {
        Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file + "?enable_load_extension=true");
        try (Statement statement = opened.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA foreign_keys = ON");
        }
        return opened;
    }

    Connection connection() {
        return connection;
    }

    /** Applies or undoes migrations up to a version. */
    void to(String version) throws SQLException {
        connection.close();
        Plumbline.on(dataSource())
                .migrations(migrations)
                .with(MigrationListener.NONE)
                .to(version);
        connection = open();
    }

    /** Runs a statement. */
    void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Returns the number that a query answers. */
    long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Returns its size in bytes, with nothing left in the write-ahead log. */
    long size() throws SQLException, IOException {
        run("PRAGMA wal_checkpoint(TRUNCATE)");
        return Files.size(file);
    }

    private DataSource dataSource() {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Files.deleteIfExists(Path.of(file + suffix));
        }
    }
}
