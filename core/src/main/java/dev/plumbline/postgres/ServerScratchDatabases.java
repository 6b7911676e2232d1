// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.sql.Sql;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabase;
import dev.plumbline.source.ScratchDatabases;
import dev.plumbline.source.ServerMessage;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Scratch databases on a server, beside the database that a URL names and with its encoding and collation. Each is made
 * from {@code template0}, which nobody is ever connected to. Its name says that it is ours and which database it was made
 * for, because a name is there from the first moment, which a comment is not. Its owner holds an advisory lock named
 * after it as long as it lives, so that a later run can tell what a crash has left from what another run is using. Not
 * safe for use by several threads.
 */
public final class ServerScratchDatabases implements ScratchDatabases {
    private static final String PREFIX = "plumbline_scratch_";
    private static final String MARK = "Plumbline scratch database";
    private static final String WAYS_OUT = "Give the role CREATEDB, name a server where it has that with --scratch-url,"
            + " or let Plumbline use an embedded PostgreSQL.";

    private static final String DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";
    private static final int HAS_STRATEGIES = 150_000;

    private static final Duration SESSIONS_END = Duration.ofMillis(100);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);

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
    public Optional<String> place() {
        try {
            return Optional.of(ServerPlace.of(owner()));
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    @Override
    public ScratchDatabase create() {
        try {
            Connection server = owner();
            String name = PREFIX + home(server) + "_"
                    + Long.toString(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE), Character.MAX_RADIX);
            run(server, "SELECT pg_catalog.pg_advisory_lock(" + lockOf(name) + ")");
            try {
                run(server, createStatement(server, name));
                run(server, "COMMENT ON DATABASE " + name + " IS " + Sql.literal(mark()));
                Scratch scratch = new Scratch(name, at(name).open());
                open.add(scratch);
                return scratch;
            } catch (SQLException | PlumblineException e) {
                drop(server, name);
                throw e;
            }
        } catch (SQLException e) {
            throw unavailable(e);
        }
    }

    /**
     * Returns where a scratch database is. Its catalog is read after every step, and planning the queries takes longer than answering them where
     * there is little in it: the server keeps the plans (pgjdbc documentation, Server Prepared Statements). What they answer
     * comes as text, as it does without. Only queries about the system catalogs are prepared here, whose columns no DDL changes:
     * the driver need not forget them at each CREATE, ALTER and DROP ({@code flushCacheOnDdl}, pgjdbc 42.7.9 and newer). Scripts and
     * the steps of a plan are not prepared ({@code preferQueryMode}): each of them would be kept by the server too, and each DDL looks
     * through all that it keeps ({@code PlanCacheRelCallback} in {@code plancache.c}), so that a replay would take the square of its length.
     */
    private DatabaseUrl at(String name) {
        return url.withDatabase(name)
                .with("prepareThreshold", "1")
                .with("binaryTransfer", "false")
                .with("preferQueryMode", "extendedForPrepared")
                .with("flushCacheOnDdl", "false");
    }

    private PlumblineException unavailable(SQLException e) {
        return new PlumblineException(
                ErrorCode.NO_SCRATCH_DATABASE,
                "No scratch database can be made on the server of " + url.display() + ": "
                        + ServerMessage.of(e).whole() + ".",
                WAYS_OUT,
                null,
                e);
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

    /**
     * Files are copied in a third of the time that it takes to write them through the log, but between two checkpoints
     * (PostgreSQL documentation, "CREATE DATABASE", STRATEGY). These cost nothing only where the server flushes nothing,
     * as an embedded one; others are left to their default.
     */
    private static String createStatement(Connection server, String name) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery("SELECT pg_catalog.pg_encoding_to_char(encoding), datcollate,"
                        + " datctype, pg_catalog.current_setting('fsync') = 'off'"
                        + " AND pg_catalog.current_setting('server_version_num')::integer >= " + HAS_STRATEGIES
                        + " FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()")) {
            row.next();
            return "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING " + Sql.literal(row.getString(1))
                    + " LC_COLLATE " + Sql.literal(row.getString(2)) + " LC_CTYPE " + Sql.literal(row.getString(3))
                    + (row.getBoolean(4) ? " STRATEGY FILE_COPY" : "");
        }
    }

    /** Advisory locks hold within one database: only who is connected to the same one can tell whether one is held. */
    private static String lockOf(String name) {
        return "pg_catalog.hashtextextended(" + Sql.literal(name) + ", 0)";
    }

    /** Returns the object identifier of the database in which the locks are held. */
    private static String home(Connection server) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()")) {
            row.next();
            return row.getString(1);
        }
    }

    /**
     * Drops what a crash has left: databases named as ours are, which this role may drop, made for this database or for
     * one that is gone, and whose lock nobody holds. What belongs to another database is left to runs on that one.
     */
    private static void sweep(Connection server) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Statement statement = server.createStatement();
                ResultSet rows = statement.executeQuery("SELECT d.datname FROM pg_catalog.pg_database d"
                        + " CROSS JOIN LATERAL pg_catalog.regexp_match(d.datname, '^" + PREFIX
                        + "([0-9]{1,10})_[0-9a-z]+$') AS n(home)"
                        + " WHERE pg_catalog.pg_has_role(d.datdba, 'USAGE') AND (n.home[1] = "
                        + Sql.literal(home(server))
                        + " OR n.home[1] NOT IN (SELECT oid::pg_catalog.text FROM pg_catalog.pg_database))")) {
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

    /**
     * A session ends some milliseconds after its connection is closed. The server looks for those that are left once in 100
     * ms (storage/ipc/procarray.c, CountOtherDBBackends), here they are looked for more often; who stays is ended by FORCE.
     */
    private static void awaitSessionsEnd(Connection server, String name) throws SQLException {
        long end = System.nanoTime() + SESSIONS_END.toNanos();
        while (isTrue(
                        server,
                        "SELECT EXISTS (SELECT FROM pg_catalog.pg_stat_activity WHERE datname = " + Sql.literal(name)
                                + ")")
                && System.nanoTime() < end) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private static boolean isTrue(Connection server, String query) throws SQLException {
        try (Statement statement = server.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static void drop(Connection server, String name) throws SQLException {
        awaitSessionsEnd(server, name);
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
            return at(name).open();
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

        /** Its grants were in the scratch database and went with it, unless another run has come to use it. */
        private static void dropRole(Connection server, String role) throws SQLException {
            try {
                run(server, "DROP ROLE IF EXISTS " + Sql.name(role));
            } catch (SQLException e) {
                if (!DEPENDENT_OBJECTS_STILL_EXIST.equals(e.getSQLState())) {
                    throw e;
                }
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
                    dropRole(server, role);
                }
            } catch (SQLException e) {
                throw failed("The scratch database " + name + " could not be removed", e);
            }
        }
    }
}
