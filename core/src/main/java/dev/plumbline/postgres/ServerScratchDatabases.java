// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Scratch databases on a server, beside the database that a URL names and with its encoding and collation. Each is made
 * from {@code template0}, which nobody is ever connected to, and carries a comment that marks it as ours. Its owner
 * holds an advisory lock named after it as long as it lives, so that a later run can tell what a crash has left from
 * what another run is using. Not safe for use by several threads.
 */
public final class ServerScratchDatabases implements ScratchDatabases {
    private static final String PREFIX = "plumbline_scratch_";
    private static final String MARK = "Plumbline scratch database";
    private static final String WAYS_OUT = "Give the role CREATEDB, name a server where it has that with --scratch-url,"
            + " or let Plumbline use an embedded PostgreSQL.";

    private final DatabaseUrl url;
    private final Set<Scratch> open = new LinkedHashSet<>();

    /** Holds the advisory locks; opened with the first scratch database. */
    @Nullable
    private Connection owner;

    /** Creates scratch databases on the server of a database, which is only asked for its encoding and collation. */
    public ServerScratchDatabases(DatabaseUrl url) {
        this.url = url;
    }

    @Override
    public String description() {
        return "on the server of " + url.display();
    }

    @Override
    public ScratchDatabase create() {
        String name = PREFIX + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
        try {
            Connection server = owner();
            run(server, "SELECT pg_catalog.pg_advisory_lock(" + lockOf(name) + ")");
            try {
                run(server, createStatement(server, name));
                run(server, "COMMENT ON DATABASE " + name + " IS " + Sql.literal(mark()));
                Scratch scratch = new Scratch(name, url.withDatabase(name).open());
                open.add(scratch);
                return scratch;
            } catch (SQLException | PlumblineException e) {
                drop(server, name);
                throw e;
            }
        } catch (SQLException e) {
            throw new PlumblineException(
                    ErrorCode.NO_SCRATCH_DATABASE,
                    "No scratch database can be made on the server of " + url.display() + ": "
                            + ServerMessage.of(e).whole() + ".",
                    WAYS_OUT,
                    null,
                    e);
        }
    }

    private Connection owner() throws SQLException {
        Connection connection = owner;
        if (connection == null || connection.isClosed()) {
            connection = url.open();
            owner = connection;
            sweep(connection);
        }
        return connection;
    }

    private static String mark() {
        return MARK + ", made " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + " by process "
                + ProcessHandle.current().pid() + "; it may be dropped when no Plumbline is running";
    }

    private static String createStatement(Connection server, String name) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_encoding_to_char(encoding), datcollate,"
                        + " datctype FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()")) {
            row.next();
            return "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING " + Sql.literal(row.getString(1))
                    + " LC_COLLATE " + Sql.literal(row.getString(2)) + " LC_CTYPE " + Sql.literal(row.getString(3));
        }
    }

    /** Advisory locks hold within one database, and every owner is connected to the one of the URL. */
    private static String lockOf(String name) {
        return "pg_catalog.hashtextextended(" + Sql.literal(name) + ", 0)";
    }

    /** Drops what a crash has left: our prefix, our mark, and nobody who holds the lock. */
    private static void sweep(Connection server) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Statement statement = server.createStatement();
                ResultSet rows = statement.executeQuery("SELECT d.datname FROM pg_catalog.pg_database d"
                        + " JOIN pg_catalog.pg_shdescription c ON c.objoid = d.oid"
                        + " AND c.classoid = 'pg_catalog.pg_database'::pg_catalog.regclass"
                        + " WHERE starts_with(d.datname, '" + PREFIX + "') AND starts_with(c.description, '" + MARK
                        + "') AND pg_catalog.pg_has_role(d.datdba, 'USAGE')")) {
            while (rows.next()) {
                left.add(rows.getString(1));
            }
        }
        for (String name : left) {
            if (isTrue(server, "SELECT pg_catalog.pg_try_advisory_lock(" + lockOf(name) + ")")) {
                drop(server, name);
            }
        }
    }

    private static boolean isTrue(Connection server, String query) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void drop(Connection server, String name) throws SQLException {
        run(server, "DROP DATABASE IF EXISTS " + Sql.name(name) + " WITH (FORCE)");
        run(server, "SELECT pg_catalog.pg_advisory_unlock(" + lockOf(name) + ")");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        List.copyOf(open).forEach(Scratch::close);
        Connection connection = owner;
        owner = null;
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                throw failed("The connection to " + url.display() + " does not close", e);
            }
        }
    }

    private static PlumblineException failed(String fact, SQLException e) {
        return new PlumblineException(
                ErrorCode.DATABASE_ERROR,
                fact + ": " + ServerMessage.of(e).whole() + ".",
                "A later run removes scratch databases that were left behind.",
                null,
                e);
    }

    /** One of them, with the roles that were made for it. */
    private final class Scratch implements ScratchDatabase {
        private final String name;
        private final Connection connection;
        private final Set<String> roles = new TreeSet<>();

        Scratch(String name, Connection connection) {
            this.name = name;
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public Connection open() {
            return url.withDatabase(name).open();
        }

        /** Roles belong to the whole server: one that is there is left alone, one that is not goes with the scratch. */
        @Override
        public void stubRole(String role) {
            try {
                Connection server = owner();
                if (isTrue(server, "SELECT true FROM pg_catalog.pg_roles WHERE rolname = " + Sql.literal(role))) {
                    return;
                }
                run(server, "CREATE ROLE " + Sql.name(role) + " NOLOGIN");
                roles.add(role);
                run(server, "GRANT " + Sql.name(role) + " TO CURRENT_USER");
            } catch (SQLException e) {
                throw new PlumblineException(
                        ErrorCode.NO_SCRATCH_DATABASE,
                        "The schema names the role '" + role + "', which the server lacks and this login cannot make: "
                                + ServerMessage.of(e).whole() + ".",
                        "Create the role, name a server where the login may with --scratch-url, or let Plumbline use"
                                + " an embedded PostgreSQL.",
                        null,
                        e);
            }
        }

        @Override
        public void close() {
            if (!open.remove(this)) {
                return;
            }
            try {
                connection.close();
                Connection server = owner();
                drop(server, name);
                for (String role : roles) {
                    // Its grants were in the scratch database and went with it.
                    run(server, "DROP ROLE IF EXISTS " + Sql.name(role));
                }
            } catch (SQLException e) {
                throw failed("The scratch database " + name + " could not be removed", e);
            }
        }
    }
}
