// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.acceptance.Places;
import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A search by words ranks as Lucene's BM25 does, over passages of this project's guide. Both get the words that PostgreSQL makes of a text. Lucene keeps the length
 * of a document in one byte, exactly up to 39 words (SmallFloat.intToByte4), so no passage is longer. Its score lacks the factor k1 + 1, which is the
 * same for all.
 */
class LuceneOrderTest {
    private static final int WORDS_IN_A_PASSAGE = 20;
    private static final int LONGEST = 39;
    private static final double K1_PLUS_1 = 2.2;
    private static final int QUERIES = 150;

    @Test
    void aSearchByWordsRanksAsLuceneDoes() throws Exception {
        try (Platform platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_lucene").with(McpPack.ALL)) {
            UUID tenant = platform.tenant();
            try (Connection owner = platform.owner();
                    Connection application = platform.application(tenant)) {
                store(owner, application);
                SortedMap<String, List<String>> documents = words(application);
                assertThat(documents).hasSizeGreaterThan(300);
                try (LuceneIndex lucene = new LuceneIndex(documents)) {
                    int hits = 0;
                    for (List<String> query : queries(documents)) {
                        hits += compare(application, lucene, query);
                    }
                    assertThat(hits).isGreaterThan(1_000);
                }
            }
        }
    }

    private static void store(Connection owner, Connection application) throws Exception {
        List<String> passages = passages();
        UUID model = UUID.randomUUID();
        Rows.of(
                owner,
                "INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (?, 'p', 'none', 1536)",
                model);
        Rows.of(
                application,
                "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content) SELECT mcp.current_tenant_id(), ?,"
                        + " n, p FROM unnest(?::text[]) WITH ORDINALITY AS t(p, n)",
                model,
                passages.toArray(String[]::new));
        Rows.of(application, "DELETE FROM mcp.embeddings WHERE document_length NOT BETWEEN 1 AND ?", LONGEST);
    }

    private static List<String> passages() throws Exception {
        List<String> passages = new ArrayList<>();
        try (Stream<Path> pages = Files.list(Places.root().resolve("docs/guide"))) {
            for (Path page : pages.sorted().toList()) {
                List<String> words = Arrays.asList(Files.readString(page).split("\\s+", -1));
                for (int i = 0; i < words.size(); i += WORDS_IN_A_PASSAGE) {
                    passages.add(String.join(" ", words.subList(i, Math.min(words.size(), i + WORDS_IN_A_PASSAGE))));
                }
            }
        }
        return passages;
    }

    private static SortedMap<String, List<String>> words(Connection application) throws Exception {
        SortedMap<String, List<String>> documents = new TreeMap<>();
        for (String row : Rows.of(
                application,
                "SELECT e.id, w.value, w.key FROM mcp.embeddings e, jsonb_each_text(e.term_frequencies) w ORDER BY 1, 3")) {
            String[] cells = row.split("\\|", 3);
            documents
                    .computeIfAbsent(cells[0], id -> new ArrayList<>())
                    .addAll(Collections.nCopies(Integer.parseInt(cells[1]), cells[2]));
        }
        return documents;
    }

    /** Three words of one document, among them the frequent ones as often as they are frequent. */
    private static List<List<String>> queries(SortedMap<String, List<String>> documents) {
        List<List<String>> texts = List.copyOf(documents.values());
        Random random = new Random(1);
        List<List<String>> queries = new ArrayList<>();
        while (queries.size() < QUERIES) {
            List<String> text = texts.get(random.nextInt(texts.size()));
            queries.add(random.ints(1 + queries.size() % 3, 0, text.size())
                    .mapToObj(text::get)
                    .filter(word -> word.chars().allMatch(Character::isLetter))
                    .distinct()
                    .toList());
        }
        return queries;
    }

    private static int compare(Connection application, LuceneIndex lucene, List<String> query) throws Exception {
        String text = String.join(" ", query);
        Map<String, Double> expected = lucene.scores(
                Rows.of(application, "SELECT unnest(tsvector_to_array(to_tsvector('english', ?)))", text));
        double before = Double.MAX_VALUE;
        List<String> found = Rows.of(
                application,
                "SELECT embedding_id, score FROM mcp.search_embeddings(?, at_most => 100000, candidates => 100000) WITH"
                        + " ORDINALITY AS s(embedding_id, score, by_vector, by_text, place) ORDER BY place",
                text);
        assertThat(found).as(text).hasSameSizeAs(expected.keySet());
        for (String row : found) {
            String[] cells = row.split("\\|", -1);
            double score = expected.getOrDefault(cells[0], Double.NaN);
            // Lucene adds in single precision.
            assertThat(Double.parseDouble(cells[1]) / K1_PLUS_1).as(text).isCloseTo(score, within(score * 1e-5));
            assertThat(score).as(text).isLessThanOrEqualTo(before * (1 + 1e-5));
            before = score;
        }
        return found.size();
    }
}
