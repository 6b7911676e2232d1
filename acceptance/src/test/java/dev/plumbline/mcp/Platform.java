// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of the platform on a server, where its roles are as long as it is. */
final class Platform implements AutoCloseable {
    private static final AtomicInteger SLUGS = new AtomicInteger();

    private final DatabaseUrl server;
    private final DatabaseUrl url;

    /** Makes an empty database, without anything of the pack but its roles. */
    Platform(DatabaseUrl server, String database) throws SQLException, IOException {
        this.server = server;
        this.url = server.withDatabase(database);
        try (Connection connection = server.open()) {
            PlatformRoles.take(server, connection);
            Rows.run(connection, "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
            Rows.run(connection, "CREATE DATABASE " + database + " TEMPLATE template0");
        }
    }

    /** Loads modules of the complete schema. */
    Platform with(List<String> modules) throws SQLException, IOException {
        try (Connection connection = owner()) {
            McpPack.load(connection, modules);
        }
        return this;
    }

    DatabaseUrl url() {
        return url;
    }

    /** Returns a connection of the superuser, who owns everything. */
    Connection owner() {
        return url.open();
    }

    /** Returns a connection with the rights of a role, and of nobody else. */
    Connection as(String role) throws SQLException {
        Connection connection = url.open();
        Rows.run(connection, "SET SESSION AUTHORIZATION " + role);
        return connection;
    }

    /** Returns a connection of the application, at work for a tenant. */
    Connection application(UUID tenant) throws SQLException {
        Connection connection = as("mcp_app");
        Rows.one(connection, "SELECT set_config('app.tenant_id', ?, false)", tenant.toString());
        return connection;
    }

    /** Makes a tenant with an agent, whose identifier is the tenant's too. */
    UUID tenant() throws SQLException {
        UUID tenant = UUID.randomUUID();
        try (Connection connection = owner()) {
            Rows.of(
                    connection,
                    "INSERT INTO mcp.tenants (id, slug, name) VALUES (?, ?, 'A tenant')",
                    tenant,
                    "tenant-" + SLUGS.incrementAndGet());
            agent(connection, tenant, tenant);
        }
        return tenant;
    }

    /** Makes an agent of a tenant. */
    static void agent(Connection connection, UUID tenant, UUID id) throws SQLException {
        Rows.of(
                connection,
                "INSERT INTO mcp.agents (id, tenant_id, name) VALUES (?, ?, ?)",
                id,
                tenant,
                "agent " + SLUGS.incrementAndGet());
    }

    /** Returns the hash of a key, as the application makes it. */
    static String hash(String key) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Connection connection = server.open()) {
            Rows.run(connection, "DROP DATABASE IF EXISTS " + url.databaseName() + " WITH (FORCE)");
        }
        PlatformRoles.giveBack(server);
    }
}
