// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import dev.plumbline.Engines;
import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.HeldRoles;
import dev.plumbline.acceptance.Places;
import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The migrations that other projects have written over the years, each folder in its own format. What is wrong with their
 * ways down is no fault of ours, and stands in {@code docs/real-histories.md} with the differences.
 */
class RealHistoriesTest {
    private static final String TOP = """
            # Real histories

            The migrations of other projects, read in their own formats and run by Plumbline: all up, `verify`, each migration
            up, down and up on a scratch database; and where each has a way down, all of them down and up again in one run.
            Written by `RealHistoriesTest`. What is named here as wrong is so in those projects.

            """;

    private static final String MESH_DATABASE = "plumbline_history_test";
    private static final List<String> MESH_ROLES = List.of("devmesh");

    private static final List<String> POSTGRES =
            List.of("authelia-pg", "concourse", "golang-migrate-examples-pg", "kratos-pg");
    private static final List<String> SQLITE = List.of(
            "authelia-sqlite", "golang-migrate-examples-sqlite", "kratos-sqlite", "memos-sqlite", "temporal-sqlite");

    /** Schemas of the same projects that the first migrations of a folder find, by folder. */
    private static final Map<String, RealHistory.Beginning> BEGINNINGS = Map.of(
            "memos-pg",
            new RealHistory.Beginning(
                    "00.018", Path.of("memos-latest-pg/004_2024-01-06_d67eaaaee__005_2024-01-26_4f2b00b4f/old.sql")),
            "memos-sqlite",
            new RealHistory.Beginning(
                    "00.003",
                    Path.of("memos-latest-sqlite/001_2022-07-25_cfa4151cf__002_2022-08-20_68b30063a/old.sql")),
            "temporal-sqlite",
            new RealHistory.Beginning(
                    "000.001",
                    Path.of("temporal-schema-sqlite/009_2023-05-03_5783e78150__010_2023-05-26_c2fdc9f2b8/old.sql")));

    @TempDir
    private Path files;

    @Test
    void theyAreReadAppliedVerifiedAndUndone() throws Exception {
        Path corpus = Places.corpus("migrations");
        SortedMap<String, String> sections = new TreeMap<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<SortedMap<String, String>> postgres = threads.submit(() -> onPostgres(corpus));
            Future<SortedMap<String, String>> sqlite = threads.submit(() -> onSqlite(corpus));
            sections.putAll(postgres.get());
            sections.putAll(sqlite.get());
        }
        Golden.check(Places.root().resolve("docs/real-histories.md"), TOP + String.join("\n", sections.values()));
    }

    /** Returns the history of a folder of migrations of the corpus. */
    static RealHistory history(Path corpus, String name) {
        return new RealHistory(
                name,
                corpus.resolve(name),
                RunOptions.DEFAULT,
                Optional.ofNullable(BEGINNINGS.get(name))
                        .map(known -> new RealHistory.Beginning(
                                known.version(), corpus.resolve("../versions").resolve(known.script()))));
    }

    private SortedMap<String, String> onSqlite(Path corpus) {
        SortedMap<String, String> sections = new TreeMap<>();
        try (ScratchDatabases scratch = SqliteApplication.scratch()) {
            for (String name : SQLITE) {
                RealHistory history = history(corpus, name);
                sections.put(
                        name,
                        history.section(new RealHistory.Place(
                                Engines.forId("sqlite"),
                                SqliteApplication.dataSource(files.resolve(name + ".db")),
                                scratch)));
            }
        }
        return sections;
    }

    private static SortedMap<String, String> onPostgres(Path corpus) {
        SortedMap<String, String> sections = new TreeMap<>();
        sections.putAll(onPostgres(corpus, 15, POSTGRES));
        sections.putAll(onPostgres(corpus, 16, List.of("memos-pg")));
        return sections;
    }

    private static SortedMap<String, String> onPostgres(Path corpus, int major, List<String> names) {
        SortedMap<String, String> sections = new TreeMap<>();
        try (TestServer server = TestServer.start(major);
                ScratchDatabases scratch = new ServerScratchDatabases(server.url("postgres"))) {
            for (String name : names) {
                RealHistory history = history(corpus, name);
                DatabaseUrl url = server.database(name.replace('-', '_'), "");
                sections.put(name, history.section(place(url, scratch)));
            }
        }
        return sections;
    }

    static RealHistory.Place place(DatabaseUrl url, ScratchDatabases scratch) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url.jdbcUrl());
        url.properties().forEach((key, value) -> set(source, String.valueOf(key), String.valueOf(value)));
        return new RealHistory.Place(Engines.forId("postgres"), source, scratch);
    }

    private static void set(PGSimpleDataSource source, String key, String value) {
        try {
            source.setProperty(key, value);
        } catch (SQLException e) {
            throw new IllegalStateException(key, e);
        }
    }

    /** The agent platform needs pgvector, which the embedded binaries lack. */
    @Test
    void theAgentPlatformsAreToo() throws SQLException, IOException {
        Path corpus = Places.corpus("developer-mesh");
        DatabaseUrl server = DatabaseUrl.parse(VectorServer.url());
        RunOptions options = RunOptions.DEFAULT.withSearchPath(List.of("mcp", "public"));
        StringBuilder text = new StringBuilder(TOP.replace("# Real histories", "# The agent platform's histories"));
        // A live database needs the role for real.
        HeldRoles.take(server, MESH_ROLES);
        try (ScratchDatabases scratch = new ServerScratchDatabases(server)) {
            for (String version : List.of("2-initial", "4-dynamic-tools", "5-latest")) {
                execute(server, "DROP DATABASE IF EXISTS " + MESH_DATABASE + " WITH (FORCE)");
                execute(server, "CREATE DATABASE " + MESH_DATABASE + " TEMPLATE template0");
                RealHistory history = new RealHistory(version, corpus.resolve(version), options, Optional.empty());
                text.append(history.section(place(server.withDatabase(MESH_DATABASE), scratch)))
                        .append('\n');
            }
        } finally {
            execute(server, "DROP DATABASE IF EXISTS " + MESH_DATABASE + " WITH (FORCE)");
            HeldRoles.giveBack(server, MESH_ROLES);
        }
        Golden.check("mesh/real-histories.md", text.toString());
    }

    private static void execute(DatabaseUrl url, String sql) throws SQLException {
        try (Connection connection = url.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
