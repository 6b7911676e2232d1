// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import dev.plumbline.postgres.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** The platform without its vectors, on the embedded server. */
class EmbeddedPlatformTest implements IsolationScenarios, IdentityScenarios, WorkScenarios, OperationScenarios {
    private static TestServer server;
    private static Platform platform;

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(18);
        platform = new Platform(server.url("postgres"), "platform").with(McpPack.CORE);
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
        server.close();
    }

    @Override
    public Platform platform() {
        return platform;
    }
}
