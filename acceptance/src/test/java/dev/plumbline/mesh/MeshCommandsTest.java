// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.cli.CommandRun;
import dev.plumbline.corpus.ClientTools;
import dev.plumbline.corpus.Dump;
import dev.plumbline.source.DatabaseUrl;
import dev.plumbline.source.LoadedSchema;
import dev.plumbline.source.SchemaSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the platform's migrations, also those that do not run on a clean database. */
class MeshCommandsTest {
    private static final List<String> SEARCH_PATH = List.of("--search-path", "mcp,public");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1-archives, 000021_production_indexes.up.sql:23:1, Statement 13, relation \"documents\" does not exist",
        "3-dynamic-tools-broken, 000002_dynamic_tools.up.sql:281:1, Statement 10, column \"type\" does not exist",
    })
    void aMigrationThatFailsIsNamedAndNothingIsLeftBehind(
            String version, String place, String statement, String message) throws Exception {
        try (MeshServer server = new MeshServer()) {
            List<String> before = server.belongings();
            String broken = "migrations:" + server.folder(version);
            CommandRun gap = run(
                    "gap",
                    "--actual",
                    "migrations:" + server.folder(MeshServer.INITIAL),
                    "--desired",
                    broken,
                    "--scratch-url",
                    server.url());
            CommandRun inspect = run("inspect", broken, "--scratch-url", server.url());
            for (CommandRun command : List.of(gap, inspect)) {
                assertThat(command.exitCode()).isEqualTo(4);
                assertThat(command.err()).contains(place, statement, message, "way out: ");
            }
            assertThat(server.belongings()).isEqualTo(before);
        }
    }

    @Test
    void withoutPgvectorTheErrorNamesTheExtensionAndTheWayOut() {
        Path migrations = Places.corpus("developer-mesh").resolve(MeshServer.INITIAL);
        CommandRun inspect = run("inspect", "migrations:" + migrations);
        assertThat(inspect.exitCode()).isEqualTo(4);
        assertThat(inspect.err()).contains("extension 'vector'", "000001_initial_schema.up.sql:9:1", "--scratch-url");
    }

    @Test
    void aHistoryThatWasLeftDirtyIsTheDatabasesHealthAndNoExtraTable() throws Exception {
        try (MeshServer server = new MeshServer()) {
            DatabaseUrl live = server.build("mesh_dirty", MeshServer.INITIAL);
            MeshServer.execute(
                    live,
                    "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT NULL);"
                            + " INSERT INTO schema_migrations VALUES (1, true)");
            CommandRun gap = run(
                    "gap",
                    "--url",
                    server.url("mesh_dirty"),
                    "--desired",
                    "migrations:" + server.folder(MeshServer.LATEST),
                    "--format",
                    "markdown");
            assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
            assertThat(gap.out()).contains("golang-migrate in public.schema_migrations", "version 1, dirty");
            assertThat(gap.out()).doesNotContain("| table public.schema_migrations");
            assertThat(gap.out().indexOf("dirty")).isLessThan(gap.out().indexOf("## Inventory"));

            CommandRun none = run(
                    "gap",
                    "--url",
                    server.url("mesh_dirty"),
                    "--desired",
                    "migrations:" + server.folder(MeshServer.INITIAL));
            assertThat(none.exitCode()).as(none.out() + none.err()).isZero();
        }
    }

    @Test
    void anExportedFolderMakesTheSameDatabase() throws Exception {
        try (MeshServer server = new MeshServer()) {
            DatabaseUrl built = server.build("mesh_built", MeshServer.LATEST);
            CommandRun inspect = run("inspect", "--url", server.url("mesh_built"), "--format", "sql", "-o", folder);
            assertThat(inspect.exitCode()).as(inspect.err()).isZero();

            LoadedSchema live = server.plumbline().load(new SchemaSource.LiveDatabase(built));
            LoadedSchema again = server.plumbline().load(new SchemaSource.SqlFiles(folder));
            assertThat(server.plumbline().gap(live, again).changes()).isEmpty();
            assertThat(again.catalog().fingerprint()).isEqualTo(live.catalog().fingerprint());

            server.makeDatabase("mesh_again");
            CommandRun apply = run("apply", "--url", server.url("mesh_again"), "--desired", folder, "--yes");
            assertThat(apply.exitCode()).as(apply.out() + apply.err()).isZero();
            Optional<ClientTools> tools =
                    ClientTools.forServer(live.catalog().product().majorVersion(), Places.root());
            Assumptions.assumeTrue(tools.isPresent(), "no pg_dump for the server on this machine");
            Dump is = Dump.of(tools.orElseThrow().dump(server.url("mesh_again")));
            Dump should = Dump.of(tools.orElseThrow().dump(server.url("mesh_built")));
            assertThat(is).as(is.difference(should)).isEqualTo(should);
        }
    }

    private static CommandRun run(Object... arguments) {
        List<Object> all = new ArrayList<>(List.of(arguments));
        all.addAll(SEARCH_PATH);
        return CommandRun.of(all.toArray());
    }
}
