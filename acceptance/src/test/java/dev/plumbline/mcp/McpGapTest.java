// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.cli.CommandRun;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How far the database as it stands is from what the application was written against: the reviews' numbers, by the tool. */
class McpGapTest {
    private static String report = "";
    private static boolean namesNotNull;

    @BeforeAll
    static void measure() throws Exception {
        String server = VectorServer.url();
        CommandRun gap = PlatformRoles.during(
                server,
                () -> CommandRun.of(
                        "gap",
                        "--actual",
                        "migrations:" + McpPack.INITIAL,
                        "--desired",
                        McpPack.ARCHIVES,
                        "--scratch-url",
                        server,
                        "--format",
                        "markdown"));
        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        namesNotNull = !gap.out().contains("PostgreSQL 17");
        report = gap.out()
                .replace(McpPack.FOLDER + "/", "")
                .replaceAll("PostgreSQL [0-9.]+", "PostgreSQL N")
                .replaceAll("(plpgsql|vector) [0-9.]+", "$1 N");
    }

    @Test
    void theReportIsTheOneThatWasLookedAt() throws Exception {
        // Since 18 a NOT NULL has a name in the catalog, which a renamed column keeps: one difference more.
        assumeTrue(namesNotNull, "the report that was looked at is that of PostgreSQL 18");
        Golden.check("mcp/gap-to-archives.md", report);
    }

    /** Desired, actual, missing; and nothing is there that the archives do not have. */
    @ParameterizedTest
    @CsvSource({
        "types, 7, ·, 7",
        "tables, 51, 33, 18",
        "functions, 15, 1, 14",
        "triggers, 12, 4, 8",
        "indexes, 89, 67, 22",
        "constraints in all, 47, 35, 12",
        "partitions, 5, 3, 2"
    })
    void theInventoryIsTheReviews(String type, String desired, String actual, String missing) {
        assertThat(report.lines()
                        .filter(line -> line.startsWith("| " + type + " |"))
                        .map(line -> List.of(line.split(" *\\| *", -1)).subList(2, 6)))
                .containsExactly(List.of(desired, actual, missing, "·"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| 1 | mcp.tenant_config |",
                "| 1 | mcp.task_idempotency_keys |",
                "| 1 | mcp.embedding_statistics |",
                "| 2 | mcp.task_delegation_history |",
                "| 2 | mcp.task_state_transitions |",
                "| 2 | mcp.projection_matrices |",
                "| 2 | mcp.workspace_activities |",
                "| 3 | mcp.embedding_cache |",
                "| 3 | mcp.agent_configs |",
                "| mcp.api_keys | parent_key_id | missing |",
                "| mcp.api_keys | allowed_services | missing |",
                "| mcp.api_keys | key_type | renamed |",
                "| mcp.embeddings | normalized_embedding | missing |",
                "| mcp.embeddings | agent_id | missing |",
                "| mcp.embeddings | task_type | missing |",
                "| mcp.embeddings | cost_usd | missing |",
                "| mcp.embeddings | generation_time_ms | missing |",
                "| mcp.embeddings | content_tsvector | missing |",
                "| mcp.embeddings | term_frequencies | missing |",
                "| mcp.embeddings | document_length | missing |",
                "| mcp.embeddings | idf_scores | missing |"
            })
    void theGapsThatTheReviewsNameAreThere(String row) {
        assertThat(report).contains(row);
    }
}
