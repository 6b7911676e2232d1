// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.LineCutter;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.postgres.TestServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Migrations of every kind with the line to the server cut, at one request after the other, before the server has got it and after: the
 * next run goes on where that one stopped, and nothing is done twice. {@code -Dcut.every=1} cuts at every request.
 */
class CutMigrationTest {
    private static final int EVERY = Integer.getInteger("cut.every", 17);

    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(Integer.getInteger("cut.postgres", 18)));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    private static TestServer server() {
        return running.orElseThrow();
    }

    private MigrationRun run() {
        return MigrationRun.postgres(server(), folder)
                .file("1_tables.up.sql", "CREATE TABLE done (n int); CREATE TABLE t (id int, a text);")
                .file("1_tables.down.sql", "DROP TABLE t; DROP TABLE done;")
                .file("2_rows.up.sql", """
                        INSERT INTO t SELECT i, 'a' || i FROM generate_series(1, 100) i;
                        INSERT INTO done VALUES (2);
                        DO $$ BEGIN UPDATE t SET a = a || 'b'; END $$;
                        """)
                .file("2_rows.down.sql", "DELETE FROM t; INSERT INTO done VALUES (-2);")
                .file("3_index.up.sql", "CREATE INDEX CONCURRENTLY t_a ON t (a);")
                .file("3_index.down.sql", "DROP INDEX CONCURRENTLY t_a;")
                .file("4_mixed.up.sql", """
                        INSERT INTO done VALUES (4);
                        CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);
                        ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_id;
                        INSERT INTO done VALUES (40);
                        """)
                .file("4_mixed.down.sql", "ALTER TABLE t DROP CONSTRAINT t_pkey; INSERT INTO done VALUES (-4);")
                .file("5_type.up.sql", "CREATE TYPE e AS ENUM ('x'); INSERT INTO done VALUES (5);")
                .file("5_type.down.sql", "DROP TYPE e; INSERT INTO done VALUES (-5);");
    }

    @Test
    void theNextRunUpGoesOn() {
        cutAtEach(run(), run -> {}, run -> run.migrations().up());
    }

    @Test
    void theNextRunDownGoesOn() {
        cutAtEach(run(), run -> run.migrations().up(), run -> run.migrations().to("1"));
    }

    private void cutAtEach(MigrationRun run, Consumer<MigrationRun> before, Consumer<MigrationRun> work) {
        int requests;
        try (LineCutter line = LineCutter.atRequest(0, server().embedded().port(), true)) {
            before.accept(run);
            work.accept(by(line, run));
            requests = line.requests();
        }
        List<String> expected = state(run);
        for (int request = 1; request <= requests; request += EVERY) {
            for (boolean arrives : new boolean[] {false, true}) {
                MigrationRun trial =
                        new MigrationRun(server().database(run.url().databaseName(), ""), run.folder());
                before.accept(trial);
                String where = "cut at request " + request + (arrives ? ", which arrived" : "");
                try (LineCutter line =
                        LineCutter.atRequest(request, server().embedded().port(), arrives)) {
                    work.accept(by(line, trial));
                } catch (PlumblineException e) {
                    assertThat(e.code()).as(where + ": " + e.getMessage()).isNotEqualTo(ErrorCode.INTERNAL_ERROR);
                }
                work.accept(trial);
                assertThat(state(trial)).as(where).isEqualTo(expected);
            }
        }
        System.out.printf("%d requests%n", requests);
    }

    private static MigrationRun by(LineCutter line, MigrationRun run) {
        return new MigrationRun(server().url(run.url().databaseName(), line.port()), run.folder());
    }

    /** What was done how often, what there is, and what the history says. */
    private static List<String> state(MigrationRun run) {
        return List.of(
                run.rows("SELECT n FROM done ORDER BY n").toString(),
                run.rows("SELECT a FROM t ORDER BY id").toString(),
                run.rows("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace ORDER BY 1")
                        .toString(),
                run.history().toString());
    }
}
