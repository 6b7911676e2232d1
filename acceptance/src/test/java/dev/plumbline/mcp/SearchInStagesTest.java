// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.acceptance.VectorServer;
import dev.plumbline.source.DatabaseUrl;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a search that looks at few rows closely finds of what one that looks at all would: vectors of a fixed seed, around subjects and in few of their
 * directions, as those of texts are; and words, common ones among them.
 */
class SearchInStagesTest {
    private static final int LARGE = 3_000;
    private static final int SMALL = 400;
    private static final int DIMENSIONS = 1_536;
    private static final int DIRECTIONS = 48;
    private static final int SUBJECTS = 40;
    private static final int QUESTIONS = 40;

    private static final float[][] BASIS = basis();
    private static @Nullable Platform platform;
    private static UUID large = new UUID(0, 0);
    private static UUID small = new UUID(0, 0);

    @BeforeAll
    static void fill() throws Exception {
        platform = new Platform(DatabaseUrl.parse(VectorServer.url()), "mcp_stages").with(McpPack.ALL);
        large = platform().tenant();
        small = platform().tenant();
        try (Connection owner = platform().owner()) {
            Rows.run(
                    owner,
                    "DROP INDEX mcp.idx_embeddings_normalized_hnsw, mcp.idx_embeddings_normalized_ivfflat; INSERT INTO"
                            + " mcp.embedding_models (id, provider, model_name, dimensions) VALUES (md5('m')::uuid, 'p', 'm',"
                            + " 1536)");
            embed(owner, large, 0, LARGE);
            embed(owner, small, LARGE, LARGE + SMALL);
            Rows.run(owner, "VACUUM ANALYZE mcp.embeddings");
        }
    }

    @AfterAll
    static void drop() throws Exception {
        if (platform != null) {
            platform.close();
        }
    }

    private static Platform platform() {
        return Objects.requireNonNull(platform);
    }

    private static void embed(Connection owner, UUID tenant, int from, int to) throws SQLException {
        try (PreparedStatement insert = owner.prepareStatement(
                "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector) VALUES (?, md5('m')::uuid, ?, ?,"
                        + " ?::public.vector)")) {
            owner.setAutoCommit(false);
            for (int i = from; i < to; i++) {
                insert.setObject(1, tenant);
                insert.setString(2, "n" + i);
                insert.setString(3, text(i));
                insert.setString(4, vector(i));
                insert.addBatch();
                if (i % 200 == 199) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            owner.commit();
            owner.setAutoCommit(true);
        }
    }

    private static float[][] basis() {
        Random random = new Random(3);
        float[][] basis = new float[DIRECTIONS][DIMENSIONS];
        for (float[] direction : basis) {
            for (int i = 0; i < DIMENSIONS; i++) {
                direction[i] = (float) random.nextGaussian();
            }
        }
        return basis;
    }

    private static String vector(int number) {
        Random subject = new Random(number % SUBJECTS);
        Random own = new Random(1_000L + number);
        float[] vector = new float[DIMENSIONS];
        for (float[] direction : BASIS) {
            double weight = subject.nextGaussian() + 0.6 * own.nextGaussian();
            for (int i = 0; i < DIMENSIONS; i++) {
                vector[i] += (float) (weight * direction[i]);
            }
        }
        return IntStream.range(0, DIMENSIONS)
                .mapToObj(i -> Float.toString(vector[i] + (float) own.nextGaussian()))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The word "each1" stands in every text, "many1" in three of four, "some1" in a tenth, others in few; how often differs, and so does how long texts are. */
    private static String text(int number) {
        Random random = new Random(number);
        return "each1 ".repeat(1 + random.nextInt(3)) + "many1 ".repeat(random.nextInt(4))
                + (number % 10 == 0 ? "some1 " : "") + "few" + random.nextInt(12) + " rare" + random.nextInt(300)
                + " filling".repeat(random.nextInt(20));
    }

    @Test
    void ofATenantWithFewEverythingIsFoundAndInTheRightOrder() throws Exception {
        try (Connection application = platform().application(small)) {
            for (int question = 0; question < 10; question++) {
                String vector = vector(100_000 + question);
                for (int wanted : new int[] {10, 100, 1_000}) {
                    assertThat(found(application, vector, wanted)).isEqualTo(nearest(application, vector, wanted));
                }
            }
        }
    }

    /** The same of a tenant that the statistics call large enough for HNSW over the signs, which then must come back with enough of its own. */
    @ParameterizedTest
    @ValueSource(longs = {LARGE, 1_000_000})
    void ofATenantWithManyMoreThanNineteenOfTwentyAreFound(long counted) throws Exception {
        try (Connection owner = platform().owner();
                Connection application = platform().application(large)) {
            String count = "UPDATE mcp.embedding_statistics SET total_documents = ? WHERE tenant_id = ?";
            Rows.of(owner, count, counted, large);
            try {
                int found = 0;
                for (int question = 0; question < QUESTIONS; question++) {
                    String vector = vector(100_000 + question);
                    Set<String> nearest = new HashSet<>(nearest(application, vector, 10));
                    assertThat(nearest).hasSize(10);
                    nearest.retainAll(found(application, vector, 10));
                    found += nearest.size();
                }
                assertThat(found / 10.0 / QUESTIONS).isGreaterThanOrEqualTo(0.95);
            } finally {
                Rows.of(owner, count, (long) LARGE, large);
            }
        }
    }

    @Test
    void whoAsksForMoreThanTheCandidatesGetsThem() throws Exception {
        try (Connection application = platform().application(large)) {
            String vector = vector(100_000);
            assertThat(found(application, vector, 300)).hasSize(300);
            assertThat(found(application, vector, 5_000)).hasSize(LARGE);
            assertThat(found(application, vector, 5_000)).isEqualTo(nearest(application, vector, 5_000));
        }
    }

    /** Common words are left aside where they can change nothing: what comes is what ranking every text by every word gives. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "each1 few3 few5",
                "each1 many1",
                "many1 few1 rare7",
                "each1 many1 some1",
                "each1 rare1",
                "each1 many1 few0 few1 few2 few3 few4 few5 rare9 unknown",
                "some1 rare2 rare3",
                "each1"
            })
    void commonWordsAreWeighedAsAllOthers(String question) throws Exception {
        try (Connection application = platform().application(large)) {
            for (int wanted : new int[] {10, 100, 2_000}) {
                assertThat(Rows.of(
                                application,
                                "SELECT embedding_id, round(score::numeric, 9) FROM mcp.search_embeddings(?, at_most => ?, candidates"
                                        + " => ?)",
                                question,
                                wanted,
                                wanted))
                        .as("%d with %s", wanted, question)
                        .isNotEmpty()
                        .isEqualTo(Rows.of(
                                application,
                                "SELECT e.id, round(sum(mcp.bm25_score((e.term_frequencies ->> w.term)::float8, c.document_count,"
                                        + " s.total_documents, e.document_length, s.total_length / s.total_documents::float8))::numeric,"
                                        + " 9) FROM mcp.embeddings e, unnest(tsvector_to_array(to_tsvector('english', ?))) AS"
                                        + " w(term) JOIN mcp.embedding_term_counts c USING (term), mcp.embedding_statistics s WHERE"
                                        + " e.term_frequencies ? w.term GROUP BY e.id ORDER BY 2 DESC, 1 LIMIT ?"
                                                .replace("frequencies ? w", "frequencies ?? w"),
                                question,
                                wanted));
            }
        }
    }

    /** Each word that is asked for is looked up in them, which takes four times as long where they are compressed. */
    @Test
    void theWordsOfATextStandInItsRowAsTheyAre() throws Exception {
        try (Connection owner = platform().owner()) {
            assertThat(Rows.of(
                            owner,
                            "SELECT count(term_frequencies) > 0, count(pg_column_compression(term_frequencies)) FROM"
                                    + " mcp.embeddings"))
                    .containsExactly("t|0");
        }
    }

    /** As many words as no one asks with: the statement that ranks by them is not nested too deeply. */
    @Test
    void aQuestionOfThousandsOfWordsIsAnswered() throws Exception {
        String question =
                IntStream.range(0, 5_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" ")) + " rare7";
        try (Connection application = platform().application(small)) {
            assertThat(Rows.of(
                            application, "SELECT embedding_id FROM mcp.search_embeddings(?, at_most => 5)", question))
                    .isEqualTo(Rows.of(
                            application, "SELECT embedding_id FROM mcp.search_embeddings('rare7', at_most => 5)"))
                    .isNotEmpty();
        }
    }

    private static List<String> found(Connection application, String vector, int wanted) throws SQLException {
        return Rows.of(
                application,
                "SELECT embedding_id FROM mcp.search_embeddings(NULL, ?::public.vector, ?)",
                vector,
                wanted);
    }

    /** By looking at every vector, which the application may do of its own. */
    private static List<String> nearest(Connection application, String vector, int wanted) throws SQLException {
        return Rows.of(
                application,
                "SELECT id FROM mcp.embeddings ORDER BY public.cosine_distance(normalized_embedding,"
                        + " public.l2_normalize(?::public.vector)), id LIMIT ?",
                vector,
                wanted);
    }
}
