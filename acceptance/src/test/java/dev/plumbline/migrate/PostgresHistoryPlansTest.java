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
 * each proven with rows. A build takes some versions of each; {@code -Dcorpus.all=true} takes all, and compares
 * with the results that are kept among the resources. {@code -Dhistory=NAME} takes one history alone.
 */
class PostgresHistoryPlansTest {
    /** Results, a row each: history, schemas, plans, steps, proven, of these with tables without rows. */
    static final String RESULTS = "histories/";

    private static final int MOST_STEPS = 2;
    private static final List<String> ON_15 =
            List.of("authelia-pg", "concourse", "golang-migrate-examples-pg", "kratos-pg");
    private static final List<String> ON_16 = List.of("memos-pg");

    @Test
    void eachVersionIsLedToTheNextAndToTheLast() throws IOException {
        String only = System.getProperty("history", "");
        List<String> failed = new ArrayList<>();
        plan(15, ON_15.stream().filter(name -> name.contains(only)).toList(), failed);
        plan(16, ON_16.stream().filter(name -> name.contains(only)).toList(), failed);
        assertThat(failed).isEmpty();
    }

    private static void plan(int major, List<String> names, List<String> failed) throws IOException {
        if (names.isEmpty()) {
            return;
        }
        boolean all = Boolean.getBoolean("corpus.all");
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
                assertThat(tally.plans()).isPositive();
                failed.addAll(tally.failed());
                if (all) {
                    Golden.check(RESULTS + name + ".md", tally.row(planned) + "\n");
                }
            }
        }
    }
}
