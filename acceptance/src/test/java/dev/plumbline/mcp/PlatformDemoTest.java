// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.cli.CommandRun;
import dev.plumbline.source.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of {@code plumbline demo --platform}: as much of the platform as a server can do, from dirty to complete. */
class PlatformDemoTest {
    @Test
    void theEmbeddedServerShowsThePlatformWithoutItsEmbeddingsAndSaysSo(@TempDir Path folder) {
        CommandRun demo = CommandRun.of("demo", "--platform", "--dir", folder);

        assertThat(demo.exitCode()).as(demo.out() + demo.err()).isZero();
        assertThat(demo.out())
                .contains("golang-migrate in public.schema_migrations, 1 row: version 1, dirty")
                .contains("This server has no pgvector: it is the platform without its embeddings and their search")
                .contains("all 135 statements are in place")
                .contains("15 migrations applied")
                .contains("No gap: the database is as declared");
        assertThat(folder.resolve("platform-without-vector-lz4/schema/core")).isNotEmptyDirectory();
        assertThat(folder.resolve("platform-without-vector-lz4/schema/vector")).doesNotExist();
    }

    @Test
    void anotherEngineHasNoPlatform(@TempDir Path folder) {
        CommandRun demo = CommandRun.of("demo", "--url", "sqlite:" + folder.resolve("a.db"), "--dir", folder);

        assertThat(demo.exitCode()).isEqualTo(2);
        assertThat(demo.err()).contains("The agent platform is a schema for PostgreSQL");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aServerWithPgvectorShowsTheWholeAndIsLeftAsItWas(@TempDir Path folder) throws Exception {
        DatabaseUrl server = DatabaseUrl.parse(VectorServer.url());
        try (Connection connection = server.open()) {
            CommandRun demo = demo(folder);

            assertThat(demo.exitCode()).as(demo.out() + demo.err()).isZero();
            assertThat(demo.out())
                    .contains("This server has pgvector: it is the whole platform, 18 migrations.")
                    .contains("all 144 statements are in place")
                    .contains("17 migrations applied")
                    .contains("No gap: the database is as declared");
            assertThat(folder.resolve("platform/schema/vector")).isNotEmptyDirectory();
            assertThat(Rows.of(connection, "SELECT FROM pg_database WHERE datname = 'plumbline_demo'"))
                    .isEmpty();

            Rows.run(connection, "CREATE DATABASE plumbline_demo TEMPLATE template0");
            CommandRun again = demo(folder);
            assertThat(again.exitCode()).isEqualTo(2);
            assertThat(again.err()).contains("There is a database plumbline_demo");
            Rows.run(connection, "DROP DATABASE plumbline_demo");
        }
    }

    private static CommandRun demo(Path folder) throws Exception {
        String server = VectorServer.url();
        return PlatformRoles.during(server, () -> CommandRun.of("demo", "--url", server, "--dir", folder));
    }
}
