// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.Golden;
import dev.plumbline.acceptance.Places;
import dev.plumbline.acceptance.VectorServer;
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
import java.util.stream.Stream;
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
        String vectorUrl = VectorServer.url();
        ClientTools newTools = ClientTools.forServer(18, Places.root())
                .orElseGet(() -> Assumptions.abort("no pg_dump 18 (scripts/postgres-tools prepares it)"));

        Map<String, List<PairResult>> results = new LinkedHashMap<>();
        try (EmbeddedServer server = EmbeddedServer.start(MAJOR)) {
            PostgresPairs walker = new PostgresPairs(server.url("postgres"), tools);
            PostgresPairs newer = new PostgresPairs(vectorUrl, newTools);
            for (String suite : POSTGRES) {
                results.put(suite, walk(walker, newer, SchemaPair.ofSuite(suite, pairs.resolve(suite))));
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

    /** What PostgreSQL 15 does not load may need a newer server or pgvector. */
    private static List<PairResult> walk(PostgresPairs walker, PostgresPairs newer, List<SchemaPair> pairs)
            throws InterruptedException, ExecutionException {
        List<PairResult> results = PairScores.walkAll(walker, pairs);
        List<SchemaPair> again = results.stream()
                .filter(result -> result.verdict() == Verdict.DOES_NOT_LOAD)
                .map(PairResult::pair)
                .toList();
        List<PairResult> later = PairScores.walkAll(newer, again);
        return Stream.concat(
                        results.stream().filter(result -> result.verdict() != Verdict.DOES_NOT_LOAD), later.stream())
                .toList();
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
