// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.cli.CommandRun;
import dev.plumbline.source.DatabaseUrl;
import java.nio.file.Files;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the database that its tool left dirty at version 1 to the complete one. */
class McpMigrationsTest {
    private final String server = VectorServer.url();

    @Test
    void everyMigrationGoesUpDownAndUp() throws Exception {
        CommandRun test = PlatformRoles.during(
                server, () -> CommandRun.of("test", "--migrations", McpPack.MIGRATIONS, "--scratch-url", server));
        assertThat(test.exitCode()).as(test.out() + test.err()).isZero();
        assertThat(test.out()).contains("of 18 migrations, 18 go up, down and up again");
    }

    @Test
    void theFirstMigrationIsTheInitialStateItself() throws Exception {
        for (String name : List.of("000001_initial_schema.up.sql", "000001_initial_schema.down.sql")) {
            assertThat(Files.readString(McpPack.MIGRATIONS.resolve(name)))
                    .isEqualTo(Files.readString(McpPack.INITIAL.resolve(name)));
        }
    }

    @Test
    void theDirtyDatabaseIsRepairedLedToTheCompleteSchemaAndBack() throws Exception {
        thereAndBack(server);
    }

    /** Leads a database with rows from dirty to complete, to where it was, and to complete again. */
    static void thereAndBack(String server) throws Exception {
        try (Platform platform = new Platform(DatabaseUrl.parse(server), "mcp_dirty")) {
            String url = server.replaceFirst("(://[^/]+/)[^?]*", "$1mcp_dirty");
            try (Connection owner = platform.owner()) {
                McpPack.run(owner, McpPack.INITIAL.resolve("000001_initial_schema.up.sql"));
                McpPack.run(owner, McpPack.DIRTY);
                Rows.run(owner, OldRows.SQL);
                CommandRun adopt = McpPack.command(url, "adopt");
                assertThat(adopt.exitCode()).isEqualTo(3);
                assertThat(adopt.out() + adopt.err()).contains("dirty");
                assertThat(McpPack.command(url, "repair").out())
                        .contains("statements are in place", "golang-migrate (public.schema_migrations)");
                McpPack.done(McpPack.command(url, "repair", "--finish", "--yes"));
                assertThat(Rows.one(owner, "SELECT version, dirty FROM schema_migrations"))
                        .isEqualTo("1|f");
                McpPack.done(McpPack.command(url, "verify"));

                CommandRun up = McpPack.command(url, "up");
                McpPack.done(up);
                assertThat(up.out()).contains("17 migrations applied").doesNotContain("applied 000001");
                CommandRun verify = McpPack.command(url, "verify");
                McpPack.done(verify);
                assertThat(verify.out()).contains("5 checks hold, nothing has drifted");
                McpPack.done(CommandRun.of("gap", "--url", url, "--desired", McpPack.SCHEMA));
                OldRows.assertCarriedOver(owner);

                McpPack.done(McpPack.command(url, "to", "1"));
                OldRows.assertAsTheyWere(owner);
                McpPack.done(McpPack.command(url, "up"));
                McpPack.done(CommandRun.of("gap", "--url", url, "--desired", McpPack.SCHEMA));
            }
        }
    }
}
