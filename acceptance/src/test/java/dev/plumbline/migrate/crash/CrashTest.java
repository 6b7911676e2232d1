// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed at every boundary of a statement and at random moments, and servers that are stopped: after one
 * more run the database is that of an undisturbed one. System properties:
 *
 * <ul>
 *   <li>{@code crash.trials}: how many trials for each engine, 100 unless given
 *   <li>{@code crash.seed}: the seed of the random moments, 1 unless given
 *   <li>{@code crash.only}: the number of one trial, to look at it alone
 * </ul>
 */
class CrashTest {
    private static final int TRIALS = Integer.getInteger("crash.trials", 100);
    private static final long SEED = Long.getLong("crash.seed", 1);
    private static final int ONLY = Integer.getInteger("crash.only", 0);

    @TempDir
    private Path folder;

    @Test
    void aPostgresDatabaseIsThatOfAnUndisturbedRun() throws Exception {
        try (CrashSite site = new PostgresSite(folder.resolve("server"))) {
            holds(site);
        }
    }

    @Test
    void aSqliteFileIsThatOfAnUndisturbedRun() throws Exception {
        try (CrashSite site = new SqliteSite(Files.createDirectory(folder.resolve("files")))) {
            holds(site);
        }
    }

    private static void holds(CrashSite site) throws Exception {
        CrashTrials trials = new CrashTrials(site);
        List<Trial> planned = trials.plan(TRIALS, SEED).stream()
                .filter(trial -> ONLY == 0 || trial.number() == ONLY)
                .toList();
        CrashTrials.Tally tally = trials.run(planned);
        System.out.printf("%s, %d trials, seed %d:%n%s%n", site.engine(), planned.size(), SEED, tally.text());
        assertThat(tally.failures()).as("seed %d", SEED).isEmpty();
    }
}
