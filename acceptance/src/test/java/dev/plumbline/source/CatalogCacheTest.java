// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.report.CatalogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that has not changed costs no scratch database, on a real server. */
class CatalogCacheTest {
    private static TestServer server;

    @TempDir
    private Path temporary;

    private int made;

    @BeforeAll
    static void start() {
        server = TestServer.start(18);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** The server's scratch databases, counted. */
    private final class Counted implements ScratchDatabases {
        private final ScratchDatabases real = new ServerScratchDatabases(server.url("postgres"));

        @Override
        public ScratchDatabase create() {
            made++;
            return real.create();
        }

        @Override
        public Optional<String> place() {
            return real.place();
        }

        @Override
        public String description() {
            return real.description();
        }

        @Override
        public void close() {
            real.close();
        }
    }

    private Path catalogs() {
        return temporary.resolve("catalogs");
    }

    private LoadedSchema load(String build) {
        try (ScratchDatabases scratch = new Counted()) {
            return Plumbline.of(Engines.forId("postgres"), scratch)
                    .withCatalogCache(new CatalogFiles(catalogs(), build))
                    .load(new SchemaSource.SqlFiles(temporary.resolve("schema")));
        }
    }

    private void declare(String file, String sql) throws IOException {
        Files.createDirectories(temporary.resolve("schema"));
        Files.writeString(temporary.resolve("schema").resolve(file), sql);
    }

    private static void setting(String clause) throws SQLException {
        try (Connection connection = server.url("postgres").open();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE CURRENT_USER " + clause);
        }
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> files = Files.list(catalogs())) {
            return files.toList();
        }
    }

    @Test
    void theSameFilesAreLoadedOnce() throws Exception {
        declare(
                "a.sql",
                "CREATE TABLE a (id int PRIMARY KEY);\n-- plumbline: renamed from z\nCREATE TABLE b (a int REFERENCES a);");
        LoadedSchema first = load("build");
        LoadedSchema second = load("build");
        assertThat(made).isOne();
        assertThat(second.catalog().fingerprint()).isEqualTo(first.catalog().fingerprint());
        assertThat(second.hints()).isEqualTo(first.hints()).hasSize(1);
        for (ObjectKey key : first.catalog().keys()) {
            assertThat(second.catalog().dependencies(key))
                    .isEqualTo(first.catalog().dependencies(key));
        }
    }

    @Test
    void whatChangedIsLoadedAgain() throws Exception {
        declare("a.sql", "CREATE TABLE a (id int)");
        Catalog first = load("build").catalog();
        declare("a.sql", "CREATE TABLE a (id bigint)");
        assertThat(load("build").catalog().fingerprint()).isNotEqualTo(first.fingerprint());
        declare("a.sql", "CREATE TABLE a (id int)");
        assertThat(load("build").catalog().fingerprint()).isEqualTo(first.fingerprint());
        load("another build");
        setting("SET IntervalStyle = 'sql_standard'");
        try {
            load("build");
        } finally {
            setting("RESET IntervalStyle");
        }
        assertThat(made).isEqualTo(4);
    }

    @Test
    void aDamagedFileIsAsIfItWereNotThere() throws Exception {
        declare("a.sql", "CREATE TABLE a (id int)");
        load("build");
        Path file = kept().getFirst();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThat(load("build").catalog().objects()).isNotEmpty();
        assertThat(made).isEqualTo(2);
        assertThat(Files.readAllBytes(file)).as("and it is written anew").isEqualTo(whole);
    }

    @Test
    void whatNobodyAsksForIsForgotten() throws Exception {
        declare("a.sql", "CREATE TABLE a (id int)");
        load("build");
        Files.setLastModifiedTime(kept().getFirst(), FileTime.from(Instant.now().minus(Duration.ofDays(31))));
        declare("a.sql", "CREATE TABLE b (id int)");
        load("build");
        assertThat(kept()).hasSize(1);
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws Exception {
        Files.writeString(catalogs(), "a file in the way");
        declare("a.sql", "CREATE TABLE a (id int)");
        assertThat(load("build").catalog().objects()).isNotEmpty();
    }
}
