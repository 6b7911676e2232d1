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
 * its authors point to). Texts, questions, vectors and settings were fixed before the first run: the pack's own defaults, {@link ApiDocuments} and
 * {@link LatentVectors}. By both it finds more than by vectors; than by words it does not gain less for certain, and misses what was asked for less often. Every
 * sixth question is asked; {@code -Dmcp.every=1} asks all.
 */
class SearchQualityTest {
    private static final String WORDS = "words";
    private static final String VECTORS = "vectors";
    private static final String BOTH = "both";
    private static final int EVERY = Integer.getInteger("mcp.every", 6);
    private static final int LOOKED_AT = 10;
    private static final double ASKED_FOR = 2;
    private static final double RELATED = 1;

    private final Map<String, List<Double>> gained = new TreeMap<>();
    private final Map<String, Integer> missed = new TreeMap<>();

    @Test
    void byBothItFindsMoreThanByVectorsAndNoLessThanByWords() throws Exception {
        Optional<Path> sources = ApiDocuments.sources();
        Assumptions.assumeTrue(sources.isPresent(), "this Java has no sources beside it (lib/src.zip)");
        List<Document> documents = ApiDocuments.read(sources.orElseThrow());
        assertThat(documents).hasSizeGreaterThan(500);
        try (Platform platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_quality").with(McpPack.ALL)) {
            UUID tenant = platform.tenant();
            try (Connection owner = platform.owner();
                    Connection application = platform.application(tenant)) {
                LatentVectors vectors = new LatentVectors(words(
                        application, documents.stream().map(Document::text).toList()));
                store(owner, application, documents, vectors);
                Rows.run(owner, "ANALYZE mcp.embeddings");
                int asked = ask(application, documents, vectors);
                System.out.printf(
                        Locale.ROOT,
                        "%d texts, %d questions: nDCG@10 by words %.3f, by vectors %.3f, by both %.3f%n  both over words %s, over"
                                + " vectors %s; asked for and not among ten: %s%n",
                        documents.size(),
                        asked,
                        mean(gained(WORDS)),
                        mean(gained(VECTORS)),
                        mean(gained(BOTH)),
                        Margin.of(gained(BOTH), gained(WORDS)),
                        Margin.of(gained(BOTH), gained(VECTORS)),
                        missed);
            }
        }
        assertThat(Margin.of(gained(BOTH), gained(VECTORS)).least()).isPositive();
        assertThat(Margin.of(gained(BOTH), gained(WORDS)).most()).isPositive();
        assertThat(missed.getOrDefault(BOTH, 0)).isLessThan(missed.getOrDefault(WORDS, 0));
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

        double least() {
            return mean - error;
        }

        double most() {
            return mean + error;
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

    private static void store(Connection owner, Connection application, List<Document> documents, LatentVectors vectors)
            throws SQLException {
        List<String> texts = documents.stream().map(Document::text).toList();
        UUID model = UUID.randomUUID();
        Rows.of(
                owner,
                "INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (?, 'p', 'latent', 1536)",
                model);
        Rows.of(
                application,
                "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector) SELECT"
                        + " mcp.current_tenant_id(), ?, n - 1, p, v::public.vector FROM unnest(?::text[], ?::text[]) WITH"
                        + " ORDINALITY AS t(p, v, n)",
                model,
                texts.toArray(String[]::new),
                words(application, texts).stream().map(vectors::vector).toArray(String[]::new));
    }

    /** The words of texts as the pack counts them. */
    private static List<Map<String, Integer>> words(Connection application, List<String> texts) throws SQLException {
        List<Map<String, Integer>> words = new ArrayList<>();
        texts.forEach(text -> words.add(new HashMap<>()));
        for (String row : Rows.of(
                application,
                "SELECT t.n - 1, cardinality(w.positions), w.lexeme FROM unnest(?::text[]) WITH ORDINALITY AS t(p, n),"
                        + " unnest(to_tsvector('pg_catalog.english', t.p)) AS w",
                (Object) texts.toArray(String[]::new))) {
            String[] cells = row.split("\\|", 3);
            words.get(Integer.parseInt(cells[0])).put(cells[2], Integer.parseInt(cells[1]));
        }
        return words;
    }

    private int ask(Connection application, List<Document> documents, LatentVectors vectors) throws SQLException {
        List<Map<String, Integer>> questions =
                words(application, documents.stream().map(Document::question).toList());
        int asked = 0;
        for (int i = 0; i < documents.size(); i += EVERY) {
            if (questions.get(i).isEmpty()) {
                continue;
            }
            String question = documents.get(i).question();
            String vector = vectors.vector(questions.get(i));
            Map<Integer, Double> gains = gains(documents, i);
            note(WORDS, gains, search(application, "?, NULL", question));
            note(VECTORS, gains, search(application, "NULL, ?::public.vector", vector));
            note(BOTH, gains, search(application, "?, ?::public.vector", question, vector));
            asked++;
        }
        return asked;
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
