// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.generated.Checklist;
import dev.plumbline.generated.PairRun;
import dev.plumbline.postgres.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Random pairs of schemas. {@code -Dgenerated.pairs=2000 -Dgenerated.seed=1 -Dpostgres=18} checks that many from that
 * seed on that version, and {@code -Dgenerated.dump=1} looks at each with pg_dump; without them the suite checks the same
 * few each time.
 */
class GeneratedPostgresTest {
    private static final int USUAL = 40;
    /** So many that every feature comes, goes, and is kept while its object changes. */
    private static final int ENOUGH = 1500;

    @Test
    void everyPairIsLedThereAndBack() throws SQLException {
        int version = Integer.getInteger("postgres", 18);
        Integer asked = Integer.getInteger("generated.pairs");
        Checklist checklist = new Checklist(PostgresFeatures.of(version));
        try (TestServer server = TestServer.start(version);
                PostgresPairCheck check =
                        new PostgresPairCheck(server, Integer.getInteger("generated.dump", 10), checklist)) {
            PairRun run = PairRun.of(
                    new PostgresPairGenerator(version),
                    check,
                    pair -> {},
                    Long.getLong("generated.seed", 1),
                    asked == null ? USUAL : asked,
                    asked == null ? Duration.ofSeconds(25) : Duration.ofHours(5));
            System.getLogger(GeneratedPostgresTest.class.getName())
                    .log(
                            System.Logger.Level.INFO,
                            run.pairs() + " pairs, " + run.refused() + " refused; never: " + checklist.gaps());

            assertThat(run.failures())
                    .as(run.failures().size() + " of " + run.pairs() + " fail")
                    .isEmpty();
            if (run.pairs() >= ENOUGH) {
                assertThat(checklist.gaps()).isEmpty();
            }
        }
    }
}
