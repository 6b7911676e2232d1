// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of {@code plumbline demo}, from the dirty database to the empty gap. */
class DemoTest {
    @Test
    void theDemoEndsWithoutAGapAndLeavesItsReports(@TempDir Path folder) {
        CommandRun demo = CommandRun.of("demo", "--dir", folder);

        assertThat(demo.exitCode()).as(demo.err()).isZero();
        assertThat(demo.out())
                .contains("golang-migrate in public.schema_migrations, 1 row: version 1, dirty")
                .contains("Proven: reaches the desired schema; reverse returns;")
                // Every old value of api_keys.type arrives as a valid key_type.
                .contains("was 24 administrator, 22 bot, 31 service, 23 user")
                .contains("is  24 admin, 22 agent, 31 service, 23 user")
                .contains("No gap: the database is as declared")
                .doesNotContain("password");
        for (String report : new String[] {"gap.md", "gap.json", "plan.md", "plan.json"}) {
            assertThat(folder.resolve(report)).isNotEmptyFile();
        }
        assertThat(folder.resolve("migrations")).isNotEmptyDirectory();
    }
}
