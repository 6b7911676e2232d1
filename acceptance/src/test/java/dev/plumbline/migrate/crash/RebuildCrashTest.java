// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.migrate.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Applying a plan with rebuilds is killed: at any moment, while the commit and the checkpoint of the log are under way,
 * with a second process that writes all the while. The program {@code sqlite3} looks at what is left; then the next run
 * must come to the end. System properties:
 *
 * <ul>
 *   <li>{@code rebuild.trials}: how many, 8 unless given
 *   <li>{@code rebuild.seed}: the seed of the moments, 1 unless given
 * </ul>
 */
class RebuildCrashTest {
    private static final int TRIALS = Integer.getInteger("rebuild.trials", 8);
    private static final long SEED = Long.getLong("rebuild.seed", 1);

    @TempDir
    private Path folder;

    @Test
    void aKilledRebuildLosesNothingAndIsFinishedByTheNextRun() throws Exception {
        assumeTrue(SqliteShell.isThere(), "no sqlite3 on the path");
        RebuildTrial.Ground ground = RebuildTrial.Ground.prepare(folder);
        Random random = new Random(SEED);
        List<Callable<RebuildTrial.Result>> trials = new ArrayList<>();
        for (int number = 1; number <= TRIALS; number++) {
            Path place = Files.createDirectory(folder.resolve("trial-" + number));
            RebuildTrial trial = new RebuildTrial(
                    ground,
                    place,
                    /* wal= */ number % 2 == 0,
                    /* duringCommit= */ (number / 2) % 2 == 0,
                    /* writer= */ (number / 4) % 2 == 0,
                    random.nextDouble());
            trials.add(trial::carryOut);
        }
        Map<String, Integer> tally = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            for (Future<RebuildTrial.Result> result : threads.invokeAll(trials)) {
                tally.merge(result.get().found(), 1, Integer::sum);
                failures.addAll(result.get().wrong());
            }
        }
        System.out.printf("%d rebuilds killed, seed %d: %s%n", TRIALS, SEED, tally);
        assertThat(failures).as("seed %d", SEED).isEmpty();
    }
}
