// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.OpenDatabase;
import dev.plumbline.acceptance.PgBouncer;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.migrate.MigrationListener;
import dev.plumbline.migration.MigrationSet;
import dev.plumbline.source.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sixteen processes that are started together on an empty database: each migration is applied once, all succeed. */
class SixteenRunnersTest {
    private static final int RUNNERS = 16;
    private static Optional<EmbeddedServer> running = Optional.empty();

    @TempDir
    private Path folder;

    @AfterAll
    static void stop() {
        running.ifPresent(EmbeddedServer::close);
    }

    private static EmbeddedServer server() throws SQLException {
        if (running.isEmpty()) {
            running = Optional.of(EmbeddedServer.start(18));
            run("postgres", "CREATE ROLE crash_owner");
        }
        return running.get();
    }

    private static void run(String database, String sql) throws SQLException {
        try (Connection connection =
                        DatabaseUrl.parse(running.orElseThrow().url(database)).open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String fresh(String name) throws SQLException {
        String url = server().url(name);
        run("template1", "CREATE DATABASE " + name + " TEMPLATE template0");
        return url;
    }

    @Test
    void onPostgres() throws Exception {
        String alone = fresh("alone");
        String together = fresh("together");
        together(CrashMigrations.folder("postgres"), alone, alone, together, together);
    }

    @Test
    void onPostgresBehindAPooler() throws Exception {
        try (PgBouncer pooler = PgBouncer.start(server().url("postgres"), "transaction")) {
            String alone = fresh("alone_behind");
            String together = fresh("together_behind");
            together(
                    withoutSessionSettings(),
                    alone,
                    pooler.url("alone_behind"),
                    together,
                    pooler.url("together_behind"));
        }
    }

    @Test
    void onSqlite() throws Exception {
        String alone = "sqlite:" + Files.createFile(folder.resolve("alone.db"));
        String together = "sqlite:" + Files.createFile(folder.resolve("together.db"));
        together(CrashMigrations.folder("sqlite"), alone, alone, together, together);
    }

    /** A session behind a pooler is not one's own, so what a script sets for it is not for this pooler. */
    private Path withoutSessionSettings() throws IOException {
        Path some = Files.createDirectory(folder.resolve("some"));
        try (Stream<Path> files = Files.list(CrashMigrations.folder("postgres"))) {
            for (Path file : files.toList()) {
                if (!Files.readString(file).contains("SET search_path")) {
                    Files.copy(file, some.resolve(file.getFileName()));
                }
            }
        }
        return some;
    }

    /**
     * @param alone a database for an undisturbed run
     * @param wayAlone how that comes to it
     * @param together the database of the sixteen
     * @param way how the sixteen come to it
     */
    private static void together(Path folder, String alone, String wayAlone, String together, String way)
            throws Exception {
        DatabaseUrl url = DatabaseUrl.parse(alone);
        OpenDatabase undisturbed = OpenDatabase.of(DatabaseUrl.parse(wayAlone));
        MigrationSet set = CrashMigrations.read(folder, undisturbed.dialect(), step -> {});
        undisturbed.migrations(set).with(MigrationListener.NONE).up();

        List<RunnerProcess> runners = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        try {
            for (int i = 0; i < RUNNERS; i++) {
                runners.add(RunnerProcess.start(way, folder, RunnerProcess.NOWHERE));
            }
            for (RunnerProcess runner : runners) {
                runner.awaitReady();
            }
            for (RunnerProcess runner : runners) {
                runner.go();
            }
            for (RunnerProcess runner : runners) {
                List<String> said = runner.end();
                ends.add(String.join("\n", said.subList(Math.max(0, said.size() - 20), said.size())));
            }
        } finally {
            runners.forEach(RunnerProcess::close);
        }
        assertThat(ends).allSatisfy(end -> assertThat(end).endsWith(", clean true\nexit 0"));
        assertThat(ends.stream().mapToInt(SixteenRunnersTest::applied).sum())
                .isEqualTo(set.migrations().size());
        assertThat(DatabaseState.of(url, set).differences(DatabaseState.of(DatabaseUrl.parse(together), set)))
                .isEmpty();
    }

    private static int applied(String end) {
        String count = end.substring(end.lastIndexOf("applied ") + "applied ".length());
        return Integer.parseInt(count.substring(0, count.indexOf(',')));
    }
}
