// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.embedded.ServerOptions;
import dev.plumbline.execute.Pace;
import dev.plumbline.plan.Plan;
import dev.plumbline.postgres.session.PostgresBatchWork;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A primary with a standby: what a plan says of it, and how batches keep to its pace. */
class StandbyTest {
    @TempDir
    private static Path folder;

    private static EmbeddedServer primary;
    private static EmbeddedServer standby;

    @BeforeAll
    static void start() throws IOException {
        Path home = folder.resolve("primary");
        ServerOptions options =
                ServerOptions.of(18).with("wal_level", "replica").with("max_wal_senders", "4");
        EmbeddedServer.start(options.keepData(home)).close();
        Files.writeString(
                home.resolve("data/pg_hba.conf"),
                "host replication all 127.0.0.1/32 password\n",
                StandardOpenOption.APPEND);
        // Of a server that was shut down a copy of its files is a standby, once it is told so.
        Path copy = folder.resolve("standby");
        copy(home, copy);
        Files.createFile(copy.resolve("data/standby.signal"));
        primary = EmbeddedServer.start(options.keepData(home));
        DatabaseUrl url = DatabaseUrl.parse(primary.url("postgres"));
        standby = EmbeddedServer.start(options.keepData(copy)
                .with(
                        "primary_conninfo",
                        "host=127.0.0.1 port=" + primary.port() + " user=postgres password="
                                + primary.url("postgres").replaceFirst(".*postgres:([^@]*)@.*", "$1")
                                + " application_name=reports"));
        await(url, "SELECT state FROM pg_stat_replication", "streaming");
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @AfterAll
    static void stop() {
        standby.close();
        primary.close();
    }

    private static DatabaseUrl url(EmbeddedServer server) {
        return DatabaseUrl.parse(server.url("postgres"));
    }

    private static List<String> rows(DatabaseUrl url, String query) {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? List.of(String.valueOf(row.getString(1))) : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }

    private static void await(DatabaseUrl url, String query, String answer) {
        try {
            while (!rows(url, query).equals(List.of(answer))) {
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aPlanThatLocksExclusivelySaysWhoElseTakesTheLock() throws Exception {
        DatabaseUrl live = DatabaseUrl.parse(primary.url("planned"));
        try (Connection connection = url(primary).open()) {
            run(connection, "CREATE DATABASE planned");
        }
        try (Connection connection = live.open()) {
            run(connection, "CREATE TABLE gone (id int, a int); CREATE TABLE kept (id int)");
        }
        Path desired = Files.writeString(
                folder.resolve("desired.sql"), "CREATE TABLE gone (id int); CREATE TABLE kept (id int);");
        Path more = Files.writeString(
                folder.resolve("more.sql"),
                "CREATE TABLE gone (id int, a int); CREATE TABLE kept (id int); CREATE TABLE more (id int);");
        try (ServerScratchDatabases scratch = new ServerScratchDatabases(url(primary))) {
            Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
            Plan locking = plumbline.plan(
                    plumbline.load(new SchemaSource.LiveDatabase(live)),
                    plumbline.load(new SchemaSource.SqlFiles(desired)),
                    PlanOptions.DEFAULT);
            Plan harmless = plumbline.plan(
                    plumbline.load(new SchemaSource.LiveDatabase(live)),
                    plumbline.load(new SchemaSource.SqlFiles(more)),
                    PlanOptions.DEFAULT);
            assertThat(plumbline.obstacles(locking, live))
                    .containsExactly(
                            "The standby reports takes the ACCESS EXCLUSIVE locks too, of step 1 on public.gone: who"
                                    + " reads there waits for the commit, and a query that is reading then holds the replay up or"
                                    + " is ended (max_standby_streaming_delay there).");
            assertThat(plumbline.obstacles(harmless, live)).isEmpty();
        }
    }

    @Test
    void aStandbyThatReplaysNothingIsBehind() throws Exception {
        Pace pace = new Pace(0, Duration.ofMillis(300), 100, Duration.ofSeconds(1));
        PostgresBatchWork work = new PostgresBatchWork();
        try (Connection connection = url(primary).open()) {
            run(connection, "CREATE TABLE written (id int)");
            await(url(standby), "SELECT to_regclass('written')", "written");
            assertThat(rows(url(standby), "SELECT pg_wal_replay_pause()::text")).hasSize(1);
            await(url(standby), "SELECT pg_get_wal_replay_pause_state()", "paused");
            run(connection, "INSERT INTO written SELECT generate_series(1, 1000)");
            while (work.strained(connection, pace).isEmpty()) {
                Thread.sleep(20);
            }
            assertThat(work.strained(connection, pace)).contains("replica reports is more than 0.3 s behind");
            assertThat(rows(url(standby), "SELECT pg_wal_replay_resume()::text"))
                    .hasSize(1);
            await(url(standby), "SELECT count(*) FROM written", "1000");
            while (work.strained(connection, pace).isPresent()) {
                run(connection, "INSERT INTO written VALUES (0)");
                Thread.sleep(20);
            }
        }
    }
}
