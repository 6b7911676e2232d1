// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.Places;
import dev.plumbline.corpus.PairResult.Verdict;
import dev.plumbline.embedded.EmbeddedServer;
import dev.plumbline.sqlite.SqliteCorpus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Walks every pair of the corpus and compares the outcome, pair by pair, with {@code docs/scoreboard.md}. The page is
 * written anew with {@code -Dgolden=update}.
 */
class ScoreboardTest {
    private static final int MAJOR = 15;
    private static final List<String> POSTGRES = List.of("migra", "pgschema", "pgquarrel", "sqldef/postgres");
    private static final List<String> SQLITE = List.of("atlas-sqlite", "sqldef/sqlite");

    @Test
    void everyPairEndsAsTheScoreboardSays() throws IOException, InterruptedException, ExecutionException {
        Path pairs = Places.corpus("pairs");
        ClientTools tools = ClientTools.forServer(MAJOR, Places.root())
                .orElseGet(() -> Assumptions.abort("no psql and pg_dump " + MAJOR + " or newer on this machine"));

        Map<String, List<PairResult>> results = new LinkedHashMap<>();
        try (EmbeddedServer server = EmbeddedServer.start(MAJOR)) {
            PostgresPairs walker = new PostgresPairs(server.url("postgres"), tools);
            for (String suite : POSTGRES) {
                results.put(suite, PairScores.walkAll(walker, SchemaPair.ofSuite(suite, pairs.resolve(suite))));
            }
        }
        for (String suite : SQLITE) {
            results.put(suite, sqlite(suite, pairs.resolve(suite)));
        }
        String page = Scoreboard.page(results);
        System.out.println(Scoreboard.summary(results));
        Golden.check(Places.root().resolve("docs/scoreboard.md"), page);
        assertThat(results).isNotEmpty();
    }

    private static List<PairResult> sqlite(String suite, Path folder) throws IOException {
        Map<String, SchemaPair> byName = new LinkedHashMap<>();
        SchemaPair.ofSuite(suite, folder).forEach(pair -> byName.put(pair.name(), pair));
        List<PairResult> results = new ArrayList<>();
        for (SqliteCorpus.Result result : SqliteCorpus.run(folder)) {
            Verdict verdict = switch (result.verdict()) {
                case PASSED -> Verdict.PASSED;
                case FAILED -> Verdict.FAILED;
                case NOT_SUPPORTED -> Verdict.DOES_NOT_LOAD;
            };
            Optional.ofNullable(byName.get(result.name()))
                    .ifPresent(pair -> results.add(new PairResult(pair, verdict, result.detail())));
        }
        return results;
    }
}
