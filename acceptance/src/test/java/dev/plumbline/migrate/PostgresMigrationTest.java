// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.TestServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
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

/** Migrations of PostgreSQL databases. */
class PostgresMigrationTest extends MigrationContract {
    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(17));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    @Override
    MigrationRun fresh() {
        return MigrationRun.postgres(running.orElseThrow(), folder);
    }

    @Test
    void aConcurrentBuildThatFailedIsBuiltAgain() {
        MigrationRun run = fresh().file("1_table.up.sql", "CREATE TABLE t (id int); INSERT INTO t VALUES (1), (1);")
                .file("2_index.up.sql", """
                        -- behind a comment it is known all the same
                        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_id ON t (id);
                        COMMENT ON INDEX t_id IS 'built';
                        """);
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() -> run.migrations().up())
                .withMessageContaining("could not create unique index");
        assertThat(run.rows("SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                .containsExactly("0");
        run.run("DELETE FROM t WHERE ctid = (SELECT max(ctid) FROM t)");
        run.migrations().up();
        assertThat(run.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass"))
                .containsExactly("t");
        assertThat(run.history()).containsExactly("1_table APPLIED", "2_index APPLIED");
    }

    @Test
    void anInvalidIndexOfAnotherToolIsNotTakenForTheIndex() {
        MigrationRun run =
                fresh().file("1_index.up.sql", "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_id ON public.t (id);");
        run.run("CREATE TABLE t (id int)", "INSERT INTO t VALUES (1), (1)");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> run.run("CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)"));
        run.run("DELETE FROM t");
        run.migrations().up();
        assertThat(run.rows("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass"))
                .containsExactly("t");
    }

    @Test
    void whoHoldsTheLockIsNamedAndEndedOnlyWhereThatIsAllowed() throws SQLException {
        MigrationRun run = fresh().file("1_table.up.sql", "CREATE TABLE t (id int);")
                .file("2_column.up.sql", "ALTER TABLE t ADD COLUMN name text;");
        run.migrations().to("1");
        RunOptions once = new RunOptions(
                OutOfOrderPolicy.LINEAR, false, Duration.ofSeconds(2), 0, Duration.ofSeconds(20), false, List.of());
        try (Connection holder = run.url().open();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT 'secret' FROM t");
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> run.migrations().with(once).up())
                    .withMessageContaining("In the way: session ")
                    .withMessageContaining("last: SELECT '…' FROM t. Nothing of this migration was kept.");
            MigrationOutcome outcome = run.migrations()
                    .with(once.endingIdle(Duration.ofSeconds(1)))
                    .up();
            assertThat(outcome.notes()).anyMatch(note -> note.endsWith("That session was ended."));
        }
        assertThat(run.history()).containsExactly("1_table APPLIED", "2_column APPLIED");
    }

    @Test
    void aConcurrentBuildWaitsForOlderTransactionsAsLongAsTheyTake() throws Exception {
        MigrationRun run =
                fresh().file("1_table.up.sql", "CREATE TABLE t (id int);").file("2_index.up.sql", """
                        CREATE INDEX CONCURRENTLY t_id ON t (id);
                        CREATE TABLE limits AS SELECT current_setting('lock_timeout') AS waits;
                        """);
        run.migrations().to("1");
        RunOptions impatient = new RunOptions(
                OutOfOrderPolicy.LINEAR, false, Duration.ofMillis(400), 0, Duration.ofSeconds(20), false, List.of());
        try (Connection older = run.url().open();
                Statement statement = older.createStatement()) {
            older.setAutoCommit(false);
            older.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.execute("SELECT 1 FROM pg_class LIMIT 1");
            CompletableFuture<Void> up = CompletableFuture.runAsync(
                    () -> run.migrations().with(impatient).up());
            Thread.sleep(1_500);
            assertThat(up.isDone()).isFalse();
            older.rollback();
            up.get(60, TimeUnit.SECONDS);
        }
        assertThat(run.history()).containsExactly("1_table APPLIED", "2_index APPLIED");
        assertThat(run.rows("SELECT waits FROM limits")).containsExactly("400ms");
    }

    @Test
    void whatAScriptSetsEndsWithIt() {
        MigrationRun run = fresh().file("1_set.up.sql", """
                        CREATE SCHEMA other;
                        CREATE ROLE %s;
                        GRANT ALL ON SCHEMA other TO %1$s;
                        SET search_path = other;
                        SET ROLE %1$s;
                        CREATE TABLE a (id int);
                        """.formatted(
                                "r" + UUID.randomUUID().toString().replace("-", "")))
                .file("2_default.up.sql", "CREATE TABLE b (id int);");
        run.migrations().up();
        assertThat(run.rows("SELECT relnamespace::regnamespace || '.' || relname FROM pg_class"
                        + " WHERE relname IN ('a', 'b') ORDER BY relname"))
                .containsExactly("other.a", "public.b");
    }

    @Test
    void aProcedureThatCommitsRunsOutside() {
        MigrationRun run = fresh().file("1_call.up.sql", """
                        -- plumbline: no transaction
                        CREATE TABLE t (id int);
                        CREATE PROCEDURE fill() LANGUAGE plpgsql AS $$
                        BEGIN INSERT INTO t VALUES (1); COMMIT; INSERT INTO t VALUES (2); END $$;
                        CALL fill();
                        """);
        run.migrations().up();
        assertThat(run.rows("SELECT id FROM t")).containsExactly("1", "2");
    }
}
