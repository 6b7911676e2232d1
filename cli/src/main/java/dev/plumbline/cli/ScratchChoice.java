// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import dev.plumbline.engine.Engine;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.sqlite.SqliteScratchDatabases;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL scratch databases are made, decided when the first one is needed: on the server that was named for
 * it, else on the live server where the role may create databases, else on an embedded server of the same version.
 */
final class ScratchChoice implements ScratchDatabases {
    /** The newest PostgreSQL that there is an embedded server of. */
    static final int NEWEST = 18;

    private static final int OLDEST = 14;

    private final Optional<DatabaseUrl> named;
    private final Optional<DatabaseUrl> live;

    @Nullable
    private ScratchDatabases chosen;

    ScratchChoice(Optional<DatabaseUrl> named, Optional<DatabaseUrl> live) {
        this.named = named;
        this.live = live;
    }

    /** Returns the choice for an engine; SQLite's are in memory. */
    static ScratchDatabases of(
            Engine engine, ConnectionOptions connection, Configuration configuration, Optional<DatabaseUrl> live) {
        Optional<String> named = configuration.value("scratch_url", connection.scratchUrl);
        return switch (engine.id()) {
            case "sqlite" -> new SqliteScratchDatabases();
            case "libsql" -> LibsqlScratch.of(named, connection, configuration, live);
            default -> new ScratchChoice(named.map(DatabaseUrl::parse), live);
        };
    }

    /** Returns the engine that the URL for scratch databases is of. */
    static String engineId(String scratchUrl) {
        return scratchUrl.startsWith("sqlite")
                ? "sqlite"
                : DatabaseUrl.parse(scratchUrl).engineId();
    }

    @Override
    public ScratchDatabase create() {
        return chosen().create();
    }

    private ScratchDatabases chosen() {
        if (chosen == null) {
            chosen = choose();
        }
        return chosen;
    }

    private ScratchDatabases choose() {
        if (named.isPresent()) {
            return new ServerScratchDatabases(named.get());
        }
        if (live.isEmpty()) {
            return new EmbeddedScratchDatabases(NEWEST);
        }
        try (Connection connection = live.get().open()) {
            return mayCreateDatabases(connection)
                    ? new ServerScratchDatabases(live.get())
                    : new EmbeddedScratchDatabases(
                            Math.clamp(connection.getMetaData().getDatabaseMajorVersion(), OLDEST, NEWEST));
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.NO_SCRATCH_DATABASE,
                    "The live server does not say whether it takes scratch databases: " + e.getMessage() + ".",
                    "Name a server for them with --scratch-url.",
                    null,
                    e);
        }
    }

    private static boolean mayCreateDatabases(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        // What is set for the role holds in a scratch database too.
                        "SELECT (rolsuper OR rolcreatedb) AND current_setting('default_transaction_read_only') = 'off'"
                                + " FROM pg_catalog.pg_roles WHERE rolname = current_user")) {
            return rows.next() && rows.getBoolean(1) && !inRecovery(connection);
        }
    }

    private static boolean inRecovery(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pg_catalog.pg_is_in_recovery()")) {
            return rows.next() && rows.getBoolean(1);
        }
    }

    @Override
    public Optional<String> place() {
        return chosen().place();
    }

    @Override
    public String description() {
        return chosen().description();
    }

    @Override
    public void close() {
        if (chosen != null) {
            chosen.close();
        }
    }
}
