// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.UnmodelledObject;
import dev.plumbline.catalog.VirtualTable;
import dev.plumbline.cli.CommandRun;
import dev.plumbline.sqlite.SqliteIntrospector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database with virtual tables whose module an application loads and Plumbline does not. */
class AbsentModuleTest {
    private static final String OWN = "CREATE TABLE nv_notes (id INTEGER PRIMARY KEY, note TEXT)";

    @TempDir
    private Path folder;

    private Path file;
    private Path library;

    @BeforeEach
    void make() throws Exception {
        file = folder.resolve("app.db");
        library = VectorLibrary.get();
        try (Connection connection = open(true)) {
            run(
                    connection,
                    OWN,
                    "CREATE VIRTUAL TABLE nv USING vec0(id INTEGER PRIMARY KEY, user TEXT PARTITION KEY, e FLOAT[3],"
                            + " kind TEXT, weight INTEGER, +label TEXT)",
                    "CREATE TRIGGER nv_gone AFTER DELETE ON nv_notes BEGIN DELETE FROM nv WHERE id = old.id; END",
                    "CREATE TRIGGER nv_came AFTER INSERT ON nv_notes WHEN new.note IS NOT NULL"
                            + " BEGIN INSERT INTO nv (id, user, e, kind, weight, label)"
                            + " VALUES (new.id, 'a', '[1,2,3]', 'k', 1, 'l'); END",
                    "INSERT INTO nv_notes VALUES (1, 'one')");
        }
    }

    private Connection open(boolean loaded) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file + "?enable_load_extension=true");
        if (loaded) {
            run(connection, "SELECT load_extension('" + library + "')");
        }
        return connection;
    }

    private static void run(Connection connection, String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private Catalog inspect(boolean loaded) throws SQLException {
        try (Connection connection = open(loaded)) {
            return new SqliteIntrospector().inspect(connection);
        }
    }

    @Test
    void whatTheModuleKeepsIsItsOwnWhetherItIsLoadedOrNot() throws Exception {
        Catalog with = inspect(true);
        assertThat(with.unmodelled()).isEmpty();
        assertThat(with.objects(VirtualTable.class)).hasSize(1);
        Catalog without = inspect(false);
        assertThat(without.unmodelled())
                .containsExactly(new UnmodelledObject("virtual table (its module vec0 is not loaded)", "main.nv"));
        assertThat(without.objects(VirtualTable.class)).isEmpty();
        for (Catalog catalog : new Catalog[] {with, without}) {
            assertThat(catalog.keys())
                    .extracting(ObjectKey::name)
                    .contains("nv_notes", "nv_gone")
                    .noneMatch(name -> name.matches("nv_(chunks|info|rowids|auxiliary|vector.*|meta.*)"));
        }
    }

    @Test
    void theRestIsPlannedProvenAndAppliedAndTheVirtualTableIsLeftAlone() throws Exception {
        Path desired = folder.resolve("desired.sql");
        Files.writeString(
                desired, "CREATE TABLE nv_notes (id INTEGER PRIMARY KEY, note TEXT NOT NULL, more TEXT UNIQUE);");
        CommandRun strict = CommandRun.of("plan", "--url", "sqlite:" + file, "--desired", desired, "--strict");
        assertThat(strict.exitCode()).isEqualTo(3);
        assertThat(strict.err()).contains("virtual table (its module vec0 is not loaded) main.nv");
        CommandRun applied =
                CommandRun.of("apply", "--yes", "--allow=DATA_LOSS", "--url", "sqlite:" + file, "--desired", desired);
        assertThat(applied.exitCode()).as(applied.out() + applied.err()).isZero();
        try (Connection connection = open(true)) {
            assertThat(MemoryPack.rows(connection, "SELECT id, label FROM nv WHERE e MATCH '[1,2,3]' AND k = 1"))
                    .containsExactly("1|l");
            assertThat(MemoryPack.rows(connection, "SELECT note, more FROM nv_notes"))
                    .containsExactly("one|null");
        }
    }

    @Test
    void tablesThatMayBelongToAModuleThatNobodyKnowsAreNamedAndNotDropped() throws Exception {
        try (Connection connection = open(false)) {
            run(
                    connection,
                    "CREATE TABLE geo_cells (id INTEGER PRIMARY KEY)",
                    "PRAGMA writable_schema = ON",
                    "INSERT INTO sqlite_schema VALUES ('table', 'geo', 'geo', 0, 'CREATE VIRTUAL TABLE geo USING cells(x)')",
                    "PRAGMA writable_schema = OFF");
        }
        assertThat(inspect(false).unmodelled())
                .extracting(UnmodelledObject::toString)
                .contains("virtual table (its module cells is not loaded) main.geo")
                .contains("table (perhaps of main.geo) main.geo_cells");
        assertThat(inspect(false).keys()).extracting(ObjectKey::name).doesNotContain("geo", "geo_cells");
    }
}
