// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Migrations;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements outside transactions that were begun, and what the next run makes of them. */
class PostgresTakeUpTest {
    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(18));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    private MigrationRun fresh() throws IOException {
        String name = "m" + UUID.randomUUID().toString().replace("-", "");
        return new MigrationRun(
                running.orElseThrow().database(name, ""), Files.createDirectory(folder.resolve("migrations")));
    }

    /** Makes the history what a run leaves that is killed while it waits for a statement. */
    private static void killedWithin(MigrationRun run, int statement) {
        run.run("UPDATE plumbline_history SET status = 'failed', statement_running = 1, statements_done = "
                + (statement - 1) + " WHERE rank = (SELECT max(rank) FROM plumbline_history)");
    }

    @Test
    void namesMeanWhatTheScriptHasSet() throws Exception {
        MigrationRun run = fresh().file("1_index.up.sql", """
                CREATE SCHEMA app;
                SET search_path = app;
                CREATE TABLE t (id int);
                CREATE INDEX CONCURRENTLY t_id ON t (id);
                """);
        run.migrations().up();
        killedWithin(run, 4);
        run.migrations().up();
        assertThat(run.history()).containsExactly("1_index APPLIED");
    }

    @Test
    void anEmptyTransactionBehindItIsNotTakenForIt() throws Exception {
        MigrationRun run = fresh().file("1_table.up.sql", "CREATE TABLE t (id int);")
                .file("2_index.up.sql", "CREATE INDEX CONCURRENTLY t_id ON t (id); BEGIN; COMMIT;");
        run.migrations().up();
        killedWithin(run, 1);
        run.migrations().up();
        assertThat(run.history()).containsExactly("1_table APPLIED", "2_index APPLIED");
    }

    @Test
    void theRoleOfTheScriptHoldsForItToo() throws Exception {
        MigrationRun run = fresh().file("1_role.up.sql", """
                -- plumbline: no transaction
                GRANT CREATE ON SCHEMA public TO app_owner;
                SET ROLE app_owner;
                DO $$ BEGIN CREATE TABLE owned (id int); END $$;
                """);
        run.migrations().up();
        assertThat(run.rows("SELECT relowner::regrole FROM pg_class WHERE relname = 'owned'"))
                .containsExactly("app_owner");
    }

    @Test
    void theServerMindsItsClientInTransactionsAndOutside() throws Exception {
        String look = "SELECT current_setting('client_connection_check_interval') AS look";
        MigrationRun run = fresh().file("1_inside.up.sql", "CREATE TABLE inside AS " + look + ";")
                .file(
                        "2_outside.up.sql",
                        "-- plumbline: no transaction\nDO $$ BEGIN CREATE TABLE outside AS " + look + "; END $$;");
        run.migrations().up();
        assertThat(run.rows("SELECT look FROM inside UNION ALL SELECT look || ' outside' FROM outside"))
                .containsExactly("1s", "1s outside");
    }

    @Test
    void aDetachmentThatMetALockIsEnded() throws Exception {
        MigrationRun run = fresh().file("1_table.up.sql", """
                        CREATE TABLE p (id int) PARTITION BY RANGE (id);
                        CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (9);
                        """)
                .file("2_detach.up.sql", "ALTER TABLE p DETACH PARTITION p_1 CONCURRENTLY;");
        run.migrations().to("1");
        Migrations impatient = run.migrations()
                .with(new RunOptions(
                        OutOfOrderPolicy.LINEAR,
                        false,
                        Duration.ofMillis(300),
                        0,
                        Duration.ofSeconds(20),
                        false,
                        List.of()));
        try (Connection holder = run.url().open();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT * FROM p");
            assertThatExceptionOfType(PlumblineException.class).isThrownBy(impatient::up);
            assertThat(run.rows("SELECT count(*) FROM pg_inherits WHERE inhdetachpending"))
                    .containsExactly("1");
        }
        run.migrations().up();
        assertThat(run.rows("SELECT count(*) FROM pg_inherits")).containsExactly("0");
        assertThat(run.history()).containsExactly("1_table APPLIED", "2_detach APPLIED");
    }

    @Test
    void aBuildThatTheServerHasNotBegunIsWaitedFor() throws Exception {
        String build = "CREATE INDEX CONCURRENTLY t_id ON t (id)";
        MigrationRun run =
                fresh().file("1_table.up.sql", "CREATE TABLE t (id int);").file("2_index.up.sql", build + ";");
        run.migrations().up();
        run.run("DROP INDEX t_id");
        killedWithin(run, 1);
        CompletableFuture<Void> orphan;
        CompletableFuture<MigrationOutcome> next;
        try (Connection holder = run.url().open();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE t IN SHARE UPDATE EXCLUSIVE MODE");
            orphan = CompletableFuture.runAsync(() -> run.run(build));
            while (run.rows("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%t_id%'"
                            + " AND datname = current_database()")
                    .isEmpty()) {
                Thread.sleep(20);
            }
            next = CompletableFuture.supplyAsync(() -> run.migrations().up());
            Thread.sleep(500);
        }
        next.get(30, TimeUnit.SECONDS);
        orphan.get(30, TimeUnit.SECONDS);
        assertThat(run.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass"))
                .containsExactly("t");
        assertThat(run.history()).containsExactly("1_table APPLIED", "2_index APPLIED");
    }
}
