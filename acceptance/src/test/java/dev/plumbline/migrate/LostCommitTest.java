// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plumbline.ApplyOptions;
import dev.plumbline.PlanOptions;
import dev.plumbline.acceptance.LineCutter;
import dev.plumbline.error.PlumblineException;
import dev.plumbline.execute.Outcome;
import dev.plumbline.plan.Hazard;
import dev.plumbline.plan.Plan;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.DatabaseUrl;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The connection ends during a commit: nobody says what is not known, and the next run finds out. */
class LostCommitTest {
    private static final String UNKNOWN = "The connection was lost during the commit";

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

    /** Returns the same database, by way of the line that breaks. */
    private static DatabaseUrl by(LineCutter line, DatabaseUrl url) {
        return running.orElseThrow().url(url.databaseName(), line.port());
    }

    private static int port(DatabaseUrl url) {
        return URI.create(url.toString()).getPort();
    }

    /** Sent as one text, and statement by statement. */
    @ParameterizedTest
    @CsvSource({
        "CREATE TABLE counted AS SELECT 1 AS n;, true",
        "CREATE TABLE counted AS SELECT 1 AS n;, false",
        "CREATE TABLE counted (n int); INSERT INTO counted VALUES (1);, true",
        "CREATE TABLE counted (n int); INSERT INTO counted VALUES (1);, false",
    })
    void ofAMigrationTheHistoryKnows(String script, boolean arrives) {
        MigrationRun direct = MigrationRun.postgres(running.orElseThrow(), folder)
                .file("1_first.up.sql", "CREATE TABLE first (id int);");
        direct.migrations().up();
        direct.file("2_counted.up.sql", script);
        try (LineCutter line = LineCutter.atCommitBehind("counted", port(direct.url()), arrives)) {
            MigrationRun broken = new MigrationRun(by(line, direct.url()), direct.folder());
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> broken.migrations().up())
                    .withMessageContaining("2_counted: the connection was lost during the commit")
                    .withMessageContaining("is not known here")
                    .withMessageNotContaining("Nothing of this migration was kept");
            assertThat(line.hasCut()).isTrue();
            broken.migrations().up();
        }
        assertThat(direct.rows("SELECT count(*) FROM counted")).containsExactly("1");
        assertThat(direct.history()).containsExactly("1_first APPLIED", "2_counted APPLIED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void ofAPlanTheCatalogKnows(boolean arrives) {
        TestServer server = running.orElseThrow();
        DatabaseUrl direct = server.database("lost_" + arrives, "CREATE TABLE public.t (id int)");
        Plan plan = server.plumbline()
                .plan(
                        server.live(direct),
                        server.declared("CREATE TABLE public.t (id int, counted int)"),
                        PlanOptions.DEFAULT);
        ApplyOptions options = ApplyOptions.DEFAULT.allowing(EnumSet.allOf(Hazard.class));
        try (LineCutter line = LineCutter.atCommitBehind("counted", port(direct), arrives)) {
            DatabaseUrl broken = by(line, direct);
            assertThatExceptionOfType(PlumblineException.class)
                    .isThrownBy(() -> server.plumbline().apply(plan, broken, options))
                    .withMessageContaining(UNKNOWN)
                    .withMessageNotContaining("Nothing was changed");
            assertThat(line.hasCut()).isTrue();
            Outcome outcome = server.plumbline().apply(plan, broken, options);
            assertThat(outcome.reachedDesired()).isTrue();
        }
    }
}
