// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pair of other projects that loads is led from either side to the other. */
class SqliteCorpusTest {
    @ParameterizedTest
    @ValueSource(strings = {"pairs/atlas-sqlite", "pairs/sqldef/sqlite"})
    void everyPairThatLoadsIsLedBothWays(String suite) throws IOException {
        List<SqliteCorpus.Result> results = SqliteCorpus.run(Places.corpus(suite));
        assertThat(results).isNotEmpty();
        assertThat(results).noneMatch(result -> result.verdict() == SqliteCorpus.Verdict.FAILED);
        assertThat(results).allMatch(result -> result.verdict() == SqliteCorpus.Verdict.PASSED);
    }
}
