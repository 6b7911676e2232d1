// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import dev.plumbline.cli.CommandRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The 23 indexes that the memory store once had, against those that it declares: which were never needed, and why. */
class MemoryIndexesTest {
    private static final Path PACK = Places.root().resolve("packs/memory");

    @Test
    void theGapNamesWhichOfThe23AreCoveredAndByWhat() {
        CommandRun gap = CommandRun.of(
                "gap",
                "--scratch-url",
                "sqlite:",
                "--actual",
                "migrations:" + PACK.resolve("migrations-23-indexes"),
                "--desired",
                PACK.resolve("schema"),
                "--format",
                "markdown");

        assertThat(gap.exitCode()).as(gap.err()).isEqualTo(1);
        assertThat(gap.out().lines().filter(line -> line.contains("the plan drops it")))
                .map(line -> line.replace("\\_", "_"))
                .containsExactlyInAnyOrder(
                        row(
                                "api_usage_user_id",
                                "user_id",
                                "api_usage_user_provider_date",
                                "user_id, provider, usage_date"),
                        row(
                                "api_usage_user_provider",
                                "user_id, provider",
                                "api_usage_user_provider_date",
                                "user_id, provider, usage_date"),
                        row("entities_user_id", "user_id", "entities_user_importance", "user_id, importance DESC"),
                        row("interactions_user_id", "user_id", "interactions_user_date", "user_id, interaction_date"),
                        row("memories_user_id", "user_id", "memories_user_archived", "user_id, is_archived"),
                        "| main.idx_users_id | (id) | primary key sqlite_autoindex_users_1 (id), which has the same columns"
                                + " | undeclared: the plan drops it |");
    }

    private static String row(String name, String columns, String cover, String covering) {
        return "| main.idx_" + name + " | (" + columns + ") | idx_" + cover + " (" + covering
                + "), which begins with them | undeclared: the plan drops it |";
    }

    @Test
    void ofTheDeclaredOnesNoneIsCovered() {
        CommandRun inspect = CommandRun.of("inspect", PACK.resolve("schema"), "--scratch-url", "sqlite:");

        assertThat(inspect.exitCode()).as(inspect.err()).isZero();
        assertThat(inspect.out()).contains("idx_memories_user_updated").doesNotContain("REDUNDANT");
    }
}
