// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatAToolSaysOfItselfIsKeptCompressedByLz4() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection application = platform().application(tenant)) {
            Rows.run(
                    application,
                    "INSERT INTO mcp.tool_configurations (tenant_id, name, tool_type, base_url, api_spec) VALUES"
                            + " (mcp.current_tenant_id(), 't', 'rest', 'u', jsonb_build_object('paths', repeat('/agents ', 5000)))");
            assertThat(Rows.one(
                            application,
                            "SELECT pg_column_compression(api_spec), pg_column_size(api_spec) < 4000 FROM"
                                    + " mcp.tool_configurations"))
                    .isEqualTo("lz4|t");
        }
    }

    @Override
    public Platform platform() {
        return Objects.requireNonNull(platform);
    }
}
