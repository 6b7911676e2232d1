// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole platform on PostgreSQL 17, and the way to it from the database that its tool left dirty. */
class OlderPlatformTest
        implements IsolationScenarios, IdentityScenarios, WorkScenarios, OperationScenarios, EmbeddingScenarios {
    private static @Nullable Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new Platform(DatabaseUrl.parse(VectorServer.url(17)), "mcp_older").with(McpPack.ALL);
    }

    @AfterAll
    static void stop() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    @Override
    public Platform platform() {
        return Objects.requireNonNull(platform);
    }

    @Test
    void theDirtyDatabaseIsRepairedLedToTheCompleteSchemaAndBackOnItToo() throws Exception {
        McpMigrationsTest.thereAndBack(VectorServer.url(17));
    }

    @Test
    void itIsPostgres17() throws Exception {
        try (Connection owner = platform().owner()) {
            assertThat(Rows.one(owner, "SELECT current_setting('server_version_num')::integer / 10000"))
                    .isEqualTo("17");
        }
    }
}
