// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.migrate.crash.Trial.Kind;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Databases of a PostgreSQL server that is stopped and started again. What it has committed it has written: the tests'
 * other servers need not, which an immediate stop would show.
 */
final class PostgresSite implements CrashSite {
    private final Path home;
    private EmbeddedServer server;

    PostgresSite(Path home) throws SQLException {
        this.home = home;
        this.server = start(home);
        run("postgres", "CREATE ROLE crash_owner");
    }

    private static EmbeddedServer start(Path home) {
        return EmbeddedServer.start(ServerOptions.of(18)
                .keepData(home)
                .with("synchronous_commit", "on")
                .with("full_page_writes", "on")
                .with("wal_level", "replica"));
    }

    @Override
    public String engine() {
        return "postgres";
    }

    @Override
    public void create(String name) throws SQLException {
        run("template1", "CREATE DATABASE " + name + " TEMPLATE template0");
    }

    @Override
    public String url(String name) {
        return server.url(name);
    }

    @Override
    public void drop(String name) throws SQLException {
        run("template1", "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private void run(String database, String sql) throws SQLException {
        try (Connection connection = DatabaseUrl.parse(url(database)).open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public List<Kind> kinds() {
        return List.of(
                Kind.RUNNER_WITHIN_STATEMENT,
                Kind.RUNNER_HELD_UP,
                Kind.SERVER_WITHIN_STATEMENT,
                Kind.RUNNER_ANY_MOMENT,
                Kind.SERVER_AT_BOUNDARY,
                Kind.RUNNER_HELD_UP,
                Kind.SERVER_ANY_MOMENT);
    }

    @Override
    public int atOnce() {
        return 2;
    }

    /** PostgreSQL's immediate shutdown: every session is cut off, and the next start recovers from the log. */
    @Override
    public void stopServer() throws IOException, InterruptedException {
        List<String> lock = Files.readAllLines(home.resolve("data/postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(lock.getFirst())).orElseThrow();
        new ProcessBuilder("kill", "-QUIT", Long.toString(postmaster.pid()))
                .start()
                .waitFor();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        // Where nobody reaps it the process stays, but its lock file goes.
        while (postmaster.isAlive() && Files.exists(home.resolve("data/postmaster.pid"))) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The server does not stop");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void startServer() {
        server.close();
        server = start(home);
    }

    /** A transaction with a snapshot and a look at every table: what runs concurrently waits for both. */
    @Override
    public AutoCloseable holdUp(String name) throws SQLException {
        Connection holder = DatabaseUrl.parse(url(name)).open();
        holder.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        holder.setAutoCommit(false);
        try (Statement statement = holder.createStatement()) {
            statement.execute(
                    "DO $$ DECLARE t regclass; BEGIN FOR t IN SELECT oid FROM pg_class WHERE relkind IN ('r', 'p')"
                            + " AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace,"
                            + " 'pg_toast'::regnamespace) AND relname NOT LIKE 'plumbline%'"
                            + " LOOP EXECUTE format('LOCK TABLE ONLY %s IN ACCESS SHARE MODE', t); END LOOP; END $$");
        }
        return holder;
    }

    @Override
    public void close() {
        server.close();
    }
}
