// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Checks many pairs one after another. Of each kind of failure the first is shrunk, and its text says how to have it again.
 *
 * @param pairs how many were checked
 * @param refused how many stopped because their rows do not fit
 * @param failures a text for each failing pair
 */
public record PairRun(int pairs, int refused, List<String> failures) {
    private static final int SHRUNK = Integer.getInteger("generated.shrunk", 5);

    /** What is done with the pair before it is checked. */
    @FunctionalInterface
    public interface Watcher {
        /** Is told of a pair. */
        void pair(SchemaPair pair);
    }

    /**
     * Checks the pairs of consecutive seeds.
     *
     * @param first the first seed
     * @param most how many pairs at most
     * @param limit the time after which no further pair is begun
     */
    public static PairRun of(
            PairGenerator generator, PairCheck check, Watcher watcher, long first, int most, Duration limit) {
        Instant end = Instant.now().plus(limit);
        List<String> failures = new ArrayList<>();
        Set<String> kinds = new TreeSet<>();
        int refused = 0;
        int done = 0;
        while (done < most && Instant.now().isBefore(end)) {
            SchemaPair pair = generator.pair(first + done++);
            watcher.pair(pair);
            switch (check.outcome(pair)) {
                case PairCheck.Passed passed -> {}
                case PairCheck.Refused why -> refused++;
                case PairCheck.Failed failed ->
                    failures.add(text(pair, check, failed, kinds.add(failed.kind()) && kinds.size() <= SHRUNK));
            }
        }
        return new PairRun(done, refused, failures);
    }

    private static String text(SchemaPair pair, PairCheck check, PairCheck.Failed failed, boolean shrunk) {
        String again = "seed " + pair.seed() + " fails (" + failed.kind() + "); again: -Dgenerated.seed=" + pair.seed()
                + " -Dgenerated.pairs=1\n";
        if (!shrunk) {
            return again + failed.detail().lines().findFirst().orElse("") + "\n";
        }
        SchemaPair small = Shrinker.shrink(pair, check, failed);
        String detail = check.outcome(small) instanceof PairCheck.Failed last ? last.detail() : failed.detail();
        return again + small.text() + detail + "\n";
    }
}
