// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.Engines;
import dev.plumbline.PlanOptions;
import dev.plumbline.Plumbline;
import dev.plumbline.error.ErrorCode;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.SchemaSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scratch databases beside the live one leave nothing behind, whatever happens to those who made them. */
class ServerScratchTest {
    private static final String ROLES = "SELECT rolname FROM pg_roles WHERE rolname LIKE 'stub%'";

    private static Optional<TestServer> running = Optional.empty();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        running = Optional.of(TestServer.start(15));
    }

    @AfterAll
    static void stop() {
        running.ifPresent(TestServer::close);
    }

    private static TestServer server() {
        return running.orElseThrow();
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(server().scratchDatabases()).isEmpty();
        assertThat(server().rows(server().url("postgres"), ROLES)).isEmpty();
    }

    @Test
    void stubbedRolesGoWithTheScratch() {
        DatabaseUrl live = server().database("live", "CREATE TABLE t (id int)");
        String desired = """
                CREATE TABLE t (id int);
                GRANT SELECT ON t TO stub_reader;
                CREATE POLICY p ON t TO "stub; writer" USING (true);
                ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO stub_reader;
                """;
        assertThat(server().plumbline()
                        .plan(server().live(live), server().declared(desired), PlanOptions.DEFAULT)
                        .proof()
                        .orElseThrow()
                        .problems())
                .isEmpty();
    }

    @Test
    void aScriptThatFailsLeavesNothing() {
        assertThatExceptionOfType(PlumblineException.class)
                .isThrownBy(() ->
                        server().declared("CREATE TABLE t (id int); GRANT SELECT ON t TO stub; CREATE TABLE t ();"))
                .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.SOURCE_NOT_LOADED));
    }

    @Test
    void whatAKilledRunLeftIsSweptByTheNext() throws Exception {
        server().database("killed", "CREATE TABLE t (id int)");
        Path desired =
                Files.writeString(folder.resolve("desired.sql"), "CREATE TABLE u (id int); SELECT pg_sleep(60);");
        InterruptedRun run = InterruptedRun.start(server().embedded().url("killed"), desired);
        for (int look = 0; look < 200 && server().scratchDatabases().isEmpty(); look++) {
            Thread.sleep(50);
        }
        List<String> left = server().scratchDatabases();
        run.kill();
        assertThat(left).isNotEmpty();
        // The server notices only after a while that nobody is there any more, and keeps the lock until then.
        DatabaseUrl live = server().url("killed");
        server().rows(
                        server().url("postgres"),
                        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
                                + " WHERE datname = 'killed' OR datname LIKE 'plumbline\\_scratch%'");
        try (ServerScratchDatabases next = new ServerScratchDatabases(live)) {
            next.create().close();
        }
    }

    /** Killed between the creation of the database and anything that could be written about it. */
    @Test
    void aDatabaseWithoutItsCommentIsSweptToo() {
        DatabaseUrl live = server().database("half_made", "");
        String home = server().rows(live, "SELECT oid FROM pg_database WHERE datname = current_database()")
                .getFirst();
        server().run(live, "CREATE DATABASE plumbline_scratch_" + home + "_halfmade");
        server().run(live, "CREATE DATABASE plumbline_scratch_4000000000_ofadatabasethatisgone");
        try (ServerScratchDatabases next = new ServerScratchDatabases(live)) {
            next.create().close();
        }
    }

    /** Advisory locks of one database say nothing in another. */
    @Test
    void runsOnTwoDatabasesOfAServerLeaveEachOtherAlone() {
        DatabaseUrl one = server().database("tenant_one", "");
        DatabaseUrl two = server().database("tenant_two", "");
        try (ServerScratchDatabases first = new ServerScratchDatabases(one);
                ServerScratchDatabases second = new ServerScratchDatabases(two)) {
            first.create();
            second.create();
            assertThat(server().scratchDatabases()).hasSize(2);
        }
    }

    @Test
    void aLoginWithoutTheRightIsToldSo() throws Exception {
        DatabaseUrl live = server().database("live", "");
        server().run(live, "CREATE ROLE weak LOGIN PASSWORD 'weak-secret'");
        DatabaseUrl weak = DatabaseUrl.parse("postgres://weak:weak-secret@127.0.0.1:%d/live"
                .formatted(server().embedded().port()));
        Path desired = Files.writeString(folder.resolve("desired.sql"), "CREATE TABLE u (id int)");
        try (ServerScratchDatabases scratch = new ServerScratchDatabases(weak)) {
            Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> plumbline.load(new SchemaSource.SqlFiles(desired)))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_SCRATCH_DATABASE))
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("weak-secret"))
                    .satisfies(e -> assertThat(e.advice().orElseThrow()).contains("CREATEDB", "--scratch-url"));
        } finally {
            server().run(live, "DROP ROLE weak");
        }
    }
}
