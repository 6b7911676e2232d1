// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.mcp.ApiDocuments.Document;
import dev.plumbline.source.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * How well the pack's search finds: by words, by vectors and by both, as the application, in nDCG@10 (gain 2 for the text that was asked for, 1 for those that
 * its authors point to). Texts and questions are {@link ApiDocuments}, vectors {@link SentenceVectors}, the settings the pack's defaults. By both it finds more
 * than by either. Every third type is taken, because a model of sentences takes its time on two processors; {@code -Dmcp.every=1} takes all.
 * {@code -Dmcp.types=} takes others than those of {@code java}: a prefix of their packages.
 */
class SearchQualityTest {
    private static final String WORDS = "words";
    private static final String VECTORS = "vectors";
    private static final String BOTH = "both";
    private static final int EVERY = Integer.getInteger("mcp.every", 3);
    private static final int LOOKED_AT = 10;
    private static final double ASKED_FOR = 2;
    private static final double RELATED = 1;

    private final Map<String, List<Double>> gained = new TreeMap<>();
    private final Map<String, Integer> missed = new TreeMap<>();

    @Test
    void byBothItFindsMoreThanByEither() throws Exception {
        Optional<Path> sources = ApiDocuments.sources();
        Assumptions.assumeTrue(sources.isPresent(), "this Java has no sources beside it (lib/src.zip)");
        List<Document> all = ApiDocuments.read(sources.orElseThrow(), System.getProperty("mcp.types", "java."));
        List<Document> documents = IntStream.range(0, all.size())
                .filter(i -> i % EVERY == 0)
                .mapToObj(all::get)
                .toList();
        assertThat(documents).hasSizeGreaterThan(150);
        try (Platform platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_quality").with(McpPack.ALL)) {
            UUID tenant = platform.tenant();
            try (Connection owner = platform.owner();
                    Connection application = platform.application(tenant)) {
                SentenceVectors vectors = new SentenceVectors();
                store(owner, application, documents, vectors);
                Rows.run(owner, "ANALYZE mcp.embeddings");
                ask(application, documents, vectors);
                System.out.printf(
                        Locale.ROOT,
                        "%d texts, a question for each: nDCG@10 by words %.3f, by vectors %.3f, by both %.3f%n  both over words %s, over"
                                + " vectors %s; asked for and not among ten: %s%n",
                        documents.size(),
                        mean(gained(WORDS)),
                        mean(gained(VECTORS)),
                        mean(gained(BOTH)),
                        Margin.of(gained(BOTH), gained(WORDS)),
                        Margin.of(gained(BOTH), gained(VECTORS)),
                        missed);
            }
        }
        for (String alone : List.of(WORDS, VECTORS)) {
            assertThat(Margin.of(gained(BOTH), gained(alone)).mean()).isPositive();
            assertThat(missed.getOrDefault(BOTH, 0)).isLessThan(missed.getOrDefault(alone, 0));
        }
    }

    /** How much more one search gains than another, question by question: on average, and with 95 % certainty at least and at most. */
    private record Margin(double mean, double error) {
        static Margin of(List<Double> one, List<Double> other) {
            List<Double> more = IntStream.range(0, one.size())
                    .mapToObj(i -> one.get(i) - other.get(i))
                    .toList();
            double mean = SearchQualityTest.mean(more);
            double squares = more.stream()
                    .mapToDouble(each -> (each - mean) * (each - mean))
                    .sum();
            return new Margin(mean, 1.96 * Math.sqrt(squares / (more.size() - 1) / more.size()));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%+.3f ± %.3f", mean, error);
        }
    }

    private List<Double> gained(String search) {
        return gained.getOrDefault(search, List.of());
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static void store(
            Connection owner, Connection application, List<Document> documents, SentenceVectors vectors)
            throws SQLException {
        List<String> texts = documents.stream().map(Document::text).toList();
        UUID model = UUID.randomUUID();
        Rows.of(
                owner,
                "INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (?, 'p', 'sentences', 1536)",
                model);
        Rows.of(
                application,
                "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector) SELECT"
                        + " mcp.current_tenant_id(), ?, n - 1, p, v::public.vector FROM unnest(?::text[], ?::text[]) WITH"
                        + " ORDINALITY AS t(p, v, n)",
                model,
                texts.toArray(String[]::new),
                vectors.ofTexts(texts).toArray(String[]::new));
    }

    private void ask(Connection application, List<Document> documents, SentenceVectors vectors) throws SQLException {
        for (int i = 0; i < documents.size(); i++) {
            String question = documents.get(i).question();
            String vector = vectors.ofQuestion(question);
            Map<Integer, Double> gains = gains(documents, i);
            note(WORDS, gains, search(application, "?, NULL", question));
            note(VECTORS, gains, search(application, "NULL, ?::public.vector", vector));
            note(BOTH, gains, search(application, "?, ?::public.vector", question, vector));
        }
    }

    private static Map<Integer, Double> gains(List<Document> documents, int asked) {
        Set<String> related = new HashSet<>(documents.get(asked).related());
        Map<Integer, Double> gains = new HashMap<>();
        for (int i = 0; i < documents.size(); i++) {
            if (i == asked) {
                gains.put(i, ASKED_FOR);
            } else if (related.contains(documents.get(i).simpleName())) {
                gains.put(i, RELATED);
            }
        }
        return gains;
    }

    private static List<Integer> search(Connection application, String arguments, Object... parameters)
            throws SQLException {
        return Rows.of(
                        application,
                        "SELECT e.content_hash FROM mcp.search_embeddings(" + arguments
                                + ") WITH ORDINALITY AS s(id, score, by_vector, by_text, place) JOIN mcp.embeddings e"
                                + " USING (id) ORDER BY s.place",
                        parameters)
                .stream()
                .map(Integer::valueOf)
                .toList();
    }

    private void note(String search, Map<Integer, Double> gains, List<Integer> found) {
        List<Double> best = gains.values().stream()
                .sorted((one, other) -> Double.compare(other, one))
                .toList();
        List<Double> had = found.stream().map(id -> gains.getOrDefault(id, 0.0)).toList();
        gained.computeIfAbsent(search, key -> new ArrayList<>()).add(discounted(had) / discounted(best));
        missed.merge(search, had.contains(ASKED_FOR) ? 0 : 1, Integer::sum);
    }

    private static double discounted(List<Double> gains) {
        double sum = 0;
        for (int i = 0; i < Math.min(LOOKED_AT, gains.size()); i++) {
            sum += gains.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return sum;
    }
}
