// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Places;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every pair of other projects, and every version of their schemas to the next, is led from either side to the other. */
class SqliteCorpusTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pairs/atlas-sqlite",
                "pairs/sqldef/sqlite",
                "versions/memos-latest-sqlite",
                "versions/temporal-schema-sqlite"
            })
    void everyPairIsLedBothWays(String suite) throws IOException {
        List<SqliteCorpus.Result> results = SqliteCorpus.run(Places.corpus(suite));
        assertThat(results).isNotEmpty();
        assertThat(results)
                .filteredOn(result -> result.verdict() != SqliteCorpus.Verdict.PASSED)
                .isEmpty();
    }
}
