// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.generated.Checklist;
import dev.plumbline.generated.PairRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random pairs of schemas. {@code -Dgenerated.pairs=5000 -Dgenerated.seed=1} checks that many from that seed; without
 * them the suite checks the same two hundred each time.
 */
class GeneratedSqliteTest {
    private static final int USUAL = 200;
    /** So many that every feature comes, goes, and is kept while its object changes. */
    private static final int ENOUGH = 1500;

    @Test
    void everyPairIsLedThereAndBack(@TempDir Path folder) {
        Integer asked = Integer.getInteger("generated.pairs");
        long seed = Long.getLong("generated.seed", 1);
        Checklist checklist = new Checklist(SqliteFeatures.ALL);
        SortedMap<String, Integer> renamed = new TreeMap<>();
        PairRun run = PairRun.of(
                new SqlitePairGenerator(),
                new SqlitePairCheck(folder),
                pair -> {
                    pair.desired().stream()
                            .filter(element -> element.id().equals(Renaming.ID))
                            .forEach(element -> renamed.merge(
                                    element.sql().contains(", NULL, ") ? "a table" : "a column", 1, Integer::sum));
                    try (Connection actual = Databases.empty();
                            Connection desired = Databases.empty()) {
                        checklist.add(
                                Databases.load(actual, pair.actual(), element -> true),
                                Databases.load(desired, pair.desired(), element -> true));
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                seed,
                asked == null ? USUAL : asked,
                asked == null ? Duration.ofMinutes(1) : Duration.ofHours(5));
        System.getLogger(GeneratedSqliteTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        run.pairs() + " pairs, " + run.refused() + " refused, renamed " + renamed + ", "
                                + checklist.counts());

        assertThat(run.failures())
                .as(run.failures().size() + " of " + run.pairs() + " fail")
                .isEmpty();
        if (run.pairs() >= USUAL) {
            assertThat(checklist.unseen()).isEmpty();
            assertThat(renamed).containsOnlyKeys("a column", "a table");
        }
        if (run.pairs() >= ENOUGH) {
            assertThat(checklist.gaps()).isEmpty();
        }
    }
}
