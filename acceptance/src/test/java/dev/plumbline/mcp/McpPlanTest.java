// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.cli.CommandRun;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way from the database as it stands to the complete one as the planner finds it, without the pack's own migrations. */
class McpPlanTest {
    /** Some six hundred steps; most tables of before get columns and references for which no row of theirs can be made up. */
    @ParameterizedTest
    @ValueSource(strings = {"--online", "--offline"})
    void itReachesTheDeclaredSchemaAndLeadsBack(String way) throws Exception {
        String server = VectorServer.url();
        CommandRun plan = PlatformRoles.during(
                server,
                () -> CommandRun.of(
                        "plan",
                        way,
                        "--actual",
                        "migrations:" + McpPack.INITIAL,
                        "--desired",
                        McpPack.SCHEMA,
                        "--scratch-url",
                        server));
        assertThat(plan.exitCode()).as(plan.err()).isZero();
        assertThat(plan.out()).contains("Proven: reaches the desired schema; reverse returns;");
    }
}
