// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** The databases to measure on: those of a server that is thrown away, and files. */
final class Databases implements AutoCloseable {
    private static final int MAJOR_VERSION = 18;
    private static final int TABLES_IN_ONE_TRANSACTION = 500;

    /** A dump holds a lock on every table at once, and the room for them is this many for each of a hundred connections. */
    private static final String LOCKS = "1024";

    private final EmbeddedServer server =
            EmbeddedServer.start(ServerOptions.of(MAJOR_VERSION).with("max_locks_per_transaction", LOCKS));
    private final Path folder;

    Databases(Path folder) {
        this.folder = folder;
    }

    String version() {
        return server.version();
    }

    /** Returns an empty database of that name, made anew. */
    Target.Postgres postgres(String name) throws SQLException {
        return copy(name, "template0");
    }

    /** Returns a copy of a database of this server, made anew. */
    Target.Postgres copy(String name, String from) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
            statement.execute("CREATE DATABASE " + name + " TEMPLATE " + from);
            // What the database before has left to write must not be written during the measurement.
            statement.execute("CHECKPOINT");
        }
        String[] user = URI.create(server.url(name)).getUserInfo().split(":", 2);
        return new Target.Postgres("127.0.0.1", server.port(), name, user[0], user[1]);
    }

    /** Returns an empty database; an empty file is one, and not every tool makes the file itself. */
    Target.Sqlite sqlite(String name) throws IOException {
        Path file = folder.resolve(name + ".db");
        for (String suffix : new String[] {"", "-wal", "-shm", "-journal", ".plumbline-lock"}) {
            Files.deleteIfExists(Path.of(file + suffix));
        }
        Files.deleteIfExists(file.resolveSibling("sqitch.db")); // the history that Sqitch keeps beside a file
        return new Target.Sqlite(Files.createFile(file));
    }

    /** Returns a database with many tables: seven columns, a key, an index, a check and a reference each. */
    Target.Postgres postgresWithTables(String name, int tables) throws SQLException {
        Target.Postgres target = postgres(name);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(name));
                Statement statement = connection.createStatement()) {
            StringBuilder script = new StringBuilder();
            for (int i = 1; i <= tables; i++) {
                script.append("CREATE TABLE item_").append(i).append(" (id bigint PRIMARY KEY, code text NOT NULL,");
                script.append(
                        " amount numeric(12,2) DEFAULT 0 CHECK (amount >= 0), active boolean NOT NULL DEFAULT true,");
                script.append(" made timestamptz DEFAULT now(), note varchar(200), parent bigint REFERENCES item_");
                script.append(Math.max(1, i - 1)).append(");");
                script.append("CREATE INDEX item_")
                        .append(i)
                        .append("_code ON item_")
                        .append(i)
                        .append("(code);");
                if (i % TABLES_IN_ONE_TRANSACTION == 0 || i == tables) {
                    statement.execute(script.toString());
                    script.setLength(0);
                }
            }
            statement.execute("VACUUM ANALYZE");
            statement.execute("CHECKPOINT");
        }
        return target;
    }

    /** Returns a database that scripts have made, in this order. */
    Target.Postgres postgres(String name, List<Path> scripts) throws SQLException, IOException {
        Target.Postgres target = postgres(name);
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(name));
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (Path script : scripts) {
                statement.execute(Files.readString(script));
            }
        }
        return target;
    }

    /** Gives some tables of a database, evenly spread, a column, an index and a check more. */
    void change(String name, int tables, int changed) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(name));
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < changed; i++) {
                String table = "item_" + (1 + (int) ((long) i * tables / changed));
                statement.execute("ALTER TABLE " + table + " ADD COLUMN weight int CONSTRAINT " + table
                        + "_weight CHECK (weight > 0); CREATE INDEX " + table + "_by_weight ON " + table + " (weight)");
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
