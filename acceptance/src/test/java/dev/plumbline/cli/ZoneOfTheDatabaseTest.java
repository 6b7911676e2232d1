// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A time or date in a migration means what it would mean to psql, where ALTER DATABASE or ALTER ROLE say something of it. */
class ZoneOfTheDatabaseTest {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedServer server;

    @TempDir
    private Path folder;

    private String name = "";
    private String url = "";

    @BeforeAll
    static void startServer() {
        server = EmbeddedServer.start(18);
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeDatabase() throws SQLException {
        name = "zones_" + DATABASES.incrementAndGet();
        rows("postgres", "CREATE DATABASE " + name);
        url = server.url(name);
    }

    /** In one exchange, statement by statement, and outside transactions. */
    @Test
    void whatTheDatabaseSaysHoldsInEveryMigrationAndItsReplays() throws Exception {
        rows(
                name,
                "ALTER DATABASE " + name + " SET TimeZone = 'Asia/Tokyo'; ALTER DATABASE " + name
                        + " SET DateStyle = 'German'; ALTER DATABASE " + name + " SET IntervalStyle = 'sql_standard'");
        migration(
                "1_a.up.sql",
                "CREATE TABLE a (t timestamptz DEFAULT '2024-01-01 09:00', d date DEFAULT '02.01.2024');");
        migration(
                "2_b.up.sql",
                "SET lock_timeout = '2s'; CREATE TABLE b (t timestamptz DEFAULT '2024-01-01 09:00', i interval DEFAULT '-1 2:00');"
                        + " INSERT INTO a DEFAULT VALUES; INSERT INTO b DEFAULT VALUES;");
        migration(
                "3_c.up.sql",
                "-- plumbline: no transaction\nCREATE TABLE c (t timestamptz DEFAULT '2024-01-01 09:00');"
                        + " INSERT INTO c DEFAULT VALUES;");
        migration("3_c.verify.sql", "SELECT t FROM c WHERE t <> '2024-01-01 09:00';");

        CommandRun rehearsed = run("up", "--dry-run");
        CommandRun up = run("up");
        CommandRun verify = run("verify");
        CommandRun elsewhere = run("verify", "--scratch-url", server.url("postgres"));

        assertThat(List.of(rehearsed, up, verify, elsewhere))
                .allSatisfy(run ->
                        assertThat(run.exitCode()).as(run.out() + run.err()).isZero());
        assertThat(rows(
                        name,
                        "SELECT extract(epoch FROM t)::bigint FROM a UNION ALL SELECT extract(epoch FROM t)::bigint FROM b"
                                + " UNION ALL SELECT extract(epoch FROM t)::bigint FROM c"))
                .containsExactly("1704067200", "1704067200", "1704067200");
        assertThat(rows(name, "SELECT d - date '2024-01-01' FROM a")).containsExactly("1");
        assertThat(rows(name, "SELECT extract(epoch FROM i)::int FROM b")).containsExactly("-93600");
    }

    /** The role in the database goes before the role, and that before the database. */
    @Test
    void theNearestSayingHolds() throws Exception {
        rows(
                name,
                "ALTER DATABASE " + name + " SET TimeZone = 'Asia/Tokyo'; ALTER ROLE " + login() + " IN DATABASE "
                        + name + " SET TimeZone = 'America/New_York'");
        migration("1_a.up.sql", "CREATE TABLE a AS SELECT current_setting('TimeZone') AS zone;");

        assertThat(run("up").exitCode()).isZero();

        assertThat(rows(name, "SELECT zone FROM a")).containsExactly("America/New_York");
    }

    @Test
    void whatAMigrationSaysHoldsForTheNext() throws Exception {
        migration("1_a.up.sql", "ALTER DATABASE " + name + " SET TimeZone = 'Asia/Tokyo';");
        migration("2_b.up.sql", "CREATE TABLE b AS SELECT current_setting('TimeZone') AS zone;");

        CommandRun up = run("up");

        assertThat(up.exitCode()).as(up.err()).isZero();
        assertThat(rows(name, "SELECT zone FROM b")).containsExactly("Asia/Tokyo");
    }

    private static String login() throws SQLException {
        return rows("postgres", "SELECT quote_ident(current_user)").getFirst();
    }

    private CommandRun run(String command, Object... more) {
        List<Object> call =
                new ArrayList<>(List.of(command, "--url", url, "--migrations", folder.resolve("migrations")));
        call.addAll(List.of(more));
        return CommandRun.of(call.toArray());
    }

    private void migration(String file, String text) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve(file), text);
    }

    private static List<String> rows(String database, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(database));
                Statement statement = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
            return found;
        }
    }
}
