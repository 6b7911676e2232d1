// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.Engines;
import dev.plumbline.Plumbline;
import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.Places;
import dev.plumbline.postgres.ServerScratchDatabases;
import dev.plumbline.postgres.TestServer;
import dev.plumbline.source.ScratchDatabases;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Plans along the histories of other projects: from the schema at each version to the next and to the last, both ways,
 * each proven with rows. A build takes some versions of each; {@code -Dcorpus.all=true} takes all, and its results stand
 * in {@code docs/real-histories.md}. {@code -Dhistory=NAME} takes one history alone.
 */
class PostgresHistoryPlansTest {
    /** The table of results, which {@link RealHistoriesTest} puts into the page. */
    static final String RESULTS = "histories/plans.md";

    private static final int MOST_STEPS = 2;
    private static final List<String> ON_15 =
            List.of("authelia-pg", "concourse", "golang-migrate-examples-pg", "kratos-pg");
    private static final List<String> ON_16 = List.of("memos-pg");

    @Test
    void eachVersionIsLedToTheNextAndToTheLast() throws IOException {
        boolean all = Boolean.getBoolean("corpus.all");
        String only = System.getProperty("history", "");
        List<String> rows = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        plan(15, ON_15.stream().filter(name -> name.contains(only)).toList(), all, rows, failed);
        plan(16, ON_16.stream().filter(name -> name.contains(only)).toList(), all, rows, failed);
        assertThat(failed).isEmpty();
        assertThat(rows).isNotEmpty();
        if (all && only.isEmpty()) {
            Golden.check(RESULTS, String.join("\n", rows) + "\n");
        }
    }

    private static void plan(int major, List<String> names, boolean all, List<String> rows, List<String> failed) {
        if (names.isEmpty()) {
            return;
        }
        try (TestServer server = TestServer.start(major);
                ScratchDatabases scratch = new ServerScratchDatabases(server.url("postgres"))) {
            Plumbline plumbline = Plumbline.of(Engines.forId("postgres"), scratch);
            for (String name : names) {
                RealHistory history = RealHistoriesTest.history(Places.corpus("migrations"), name);
                PlannedHistory planned = PlannedHistory.of(
                        history,
                        RealHistoriesTest.place(server.database(name.replace('-', '_'), ""), scratch),
                        all ? Integer.MAX_VALUE : MOST_STEPS);
                PlannedHistory.Tally tally = planned.plan(plumbline);
                rows.add(tally.row(planned));
                failed.addAll(tally.failed());
            }
        }
    }
}
