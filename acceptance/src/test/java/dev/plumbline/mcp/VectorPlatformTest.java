// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The whole platform, on a server that has pgvector. */
class VectorPlatformTest
        implements IsolationScenarios, IdentityScenarios, WorkScenarios, OperationScenarios, EmbeddingScenarios {
    private static @Nullable Platform platform;

    @BeforeAll
    static void start() throws Exception {
        platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_platform").with(McpPack.ALL);
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
}
