// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.source.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A server with the shop as a template, from which each trial has a copy of its own. */
final class Shop implements AutoCloseable {
    private static final String TEMPLATE = "shop";

    private final EmbeddedServer server;

    private Shop(EmbeddedServer server) {
        this.server = server;
    }

    /**
     * Starts the server and fills the shop. Commits wait for the disk, as they do where it matters; a checkpoint comes only when
     * the log is large, so that its stalls are few and alike.
     */
    static Shop open(int majorVersion, Path folder, int orders) throws SQLException {
        Shop shop = new Shop(EmbeddedServer.start(ServerOptions.of(majorVersion)
                .keepData(folder)
                .with("fsync", "on")
                .with("synchronous_commit", "on")
                .with("full_page_writes", "on")
                .with("shared_buffers", "2GB")
                .with("maintenance_work_mem", "256MB")
                .with("checkpoint_timeout", "30min")
                .with("max_wal_size", "16GB")));
        try {
            run(shop.url("postgres"), List.of("CREATE DATABASE " + TEMPLATE + " TEMPLATE template0"));
            run(shop.url(TEMPLATE), List.of(ShopFiles.base()));
            run(shop.url(TEMPLATE), ShopFiles.rows(orders));
            return shop;
        } catch (SQLException e) {
            shop.close();
            throw e;
        }
    }

    String version() {
        return server.version();
    }

    DatabaseUrl url(String database) {
        return DatabaseUrl.parse(server.url(database));
    }

    /** Makes a copy of the shop under that name, in place of one that is there. */
    DatabaseUrl copy(String name) throws SQLException {
        drop(name);
        run(
                url("postgres"),
                List.of("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE + " STRATEGY FILE_COPY", "CHECKPOINT"));
        return url(name);
    }

    void drop(String name) throws SQLException {
        run(url("postgres"), List.of("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    /** Returns how many bytes the server has written to its log. */
    long written() throws SQLException {
        try (Connection connection = url("postgres").open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT pg_catalog.pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Runs statements, each in a transaction of its own. */
    static void run(DatabaseUrl url, List<String> statements) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
