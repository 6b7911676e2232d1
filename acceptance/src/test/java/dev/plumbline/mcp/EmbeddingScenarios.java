// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Vectors and words: found, counted, kept apart. */
interface EmbeddingScenarios {
    List<String> WORDS =
            List.of("agent", "budget", "cloud", "delta", "engine", "forest", "garden", "harbor", "island", "jungle");

    Platform platform();

    /** A vector that points along one axis, and a little along another. */
    private static String vector(int axis, double aside) {
        return IntStream.range(0, 1536)
                .mapToObj(i -> i == axis ? "1" : i == axis + 1 ? String.valueOf(aside) : "0")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static UUID model(Connection owner) throws SQLException {
        UUID model = UUID.randomUUID();
        Rows.of(
                owner,
                "INSERT INTO mcp.embedding_models (id, provider, model_name, dimensions) VALUES (?, 'p', ?, 1536)",
                model,
                model.toString());
        return model;
    }

    private static void embed(Connection application, UUID model, String hash, String content, String vector)
            throws SQLException {
        Rows.of(
                application,
                "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content, vector, task_type) VALUES"
                        + " (mcp.current_tenant_id(), ?, ?, ?, ?::public.vector, left(?, 1))",
                model,
                hash,
                content,
                vector,
                hash);
    }

    private static List<String> found(Connection application, String arguments, Object... parameters)
            throws SQLException {
        return Rows.of(
                application,
                "SELECT e.content_hash FROM mcp.search_embeddings(" + arguments
                        + ") WITH ORDINALITY AS s(id, score, by_vector, by_text, place) JOIN mcp.embeddings e USING (id) ORDER"
                        + " BY s.place",
                parameters);
    }

    @Test
    default void aSearchGoesByWordsByVectorAndByBoth() throws Exception {
        UUID tenant = platform().tenant();
        UUID other = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                Connection others = platform().application(other)) {
            UUID model = model(owner);
            UUID second = model(owner);
            embed(application, model, "both", "A fox in the harbor", vector(0, 0));
            embed(application, model, "near", "Nothing of the sort", vector(0, 0.1));
            embed(application, model, "said", "Foxes, foxes and more foxes", vector(20, 0));
            embed(application, second, "far", "An engine", vector(40, 0));
            embed(others, model, "theirs", "A fox of theirs", vector(0, 0));
            assertThat(found(application, "'fox'")).containsExactly("said", "both");
            assertThat(found(application, "NULL, ?::public.vector, 2", vector(0, 0)))
                    .containsExactly("both", "near");
            assertThat(found(application, "'fox', ?::public.vector", vector(0, 0))
                            .getFirst())
                    .isEqualTo("both");
            assertThat(found(application, "'fox', of_task_type => 's'")).containsExactly("said");
            assertThat(found(application, "NULL, ?::public.vector, of_model => ?", vector(0, 0), second))
                    .containsExactly("far");
            Rows.of(
                    application,
                    "UPDATE mcp.embeddings SET agent_id = ? WHERE content_hash IN ('near', 'said')",
                    tenant);
            String agents = ", of_agent => '" + tenant + "'";
            assertThat(found(application, "'fox'" + agents)).containsExactly("said");
            assertThat(found(application, "NULL, ?::public.vector" + agents, vector(0, 0)))
                    .containsExactly("near", "said");
            assertThat(found(application, "'fox', ?::public.vector" + agents, vector(0, 0)))
                    .containsExactlyInAnyOrder("near", "said");
            assertThat(found(application, "'fox', of_agent => '" + other + "'")).isEmpty();
            assertThat(found(application, "'the of a'")).isEmpty();
            assertThat(found(application, "'\\ '' | & ! ( :*'")).isEmpty();
            assertThat(found(application, "''")).isEmpty();
            assertThat(found(application, "NULL")).isEmpty();
            // The second model's first axis is the first one's forty-first: the matrix turns the one into the other.
            Rows.of(
                    owner,
                    "INSERT INTO mcp.projection_matrices (source_model_id, target_model_id, matrix) SELECT ?, ?, array_agg("
                            + "(SELECT array_agg(CASE WHEN c = (r + 1496) % 1536 THEN 1 ELSE 0 END ORDER BY c) FROM"
                            + " generate_series(0, 1535) c)::public.vector ORDER BY r) FROM generate_series(0, 1535) r",
                    model,
                    second);
            assertThat(found(
                            application,
                            "NULL, ?::public.vector, 1, of_model => ?, query_model => ?",
                            vector(0, 0),
                            second,
                            model))
                    .containsExactly("far");
            assertThat(Rows.one(
                            application,
                            "SELECT score > 0.99 FROM mcp.search_embeddings(NULL, ?::public.vector, 1, of_model => ?,"
                                    + " query_model => ?)",
                            vector(0, 0),
                            second,
                            model))
                    .isEqualTo("t");
            assertThat(Rows.failure(
                            application,
                            "SELECT FROM mcp.search_embeddings(NULL, ?::public.vector, of_model => ?, query_model => ?)",
                            vector(0, 0),
                            model,
                            second))
                    .isEqualTo("22023");
        }
    }

    /** What each says of a text counts, unless only its place among the others is to count. */
    @Test
    default void aSearchByBothWeighsOneAgainstTheOther() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            UUID model = model(owner);
            embed(application, model, "near", "An engine", vector(0, 0));
            embed(application, model, "between", "A fox on a ship among gulls and ropes and barrels", vector(0, 1));
            embed(application, model, "said", "Foxes, foxes and more foxes", vector(20, 0));
            String both = "'fox', ?::public.vector";
            assertThat(found(application, both, vector(0, 0))).containsExactly("near", "between", "said");
            assertThat(found(application, both + ", vector_weight => 0.1", vector(0, 0)))
                    .startsWith("said");
            assertThat(found(application, both + ", vector_weight => 1", vector(0, 0)))
                    .startsWith("near");
            // First by words and third by vector is a little more than second by both; first in one list alone is half
            // of it.
            assertThat(found(application, both + ", vector_weight => NULL", vector(0, 0)))
                    .startsWith("said");
            assertThat(Rows.one(
                            application,
                            "SELECT string_agg(round(score::numeric, 4) || '', ' ') FROM mcp.search_embeddings(" + both
                                    + ", vector_weight => NULL)",
                            vector(0, 0)))
                    .isEqualTo("0.0323 0.0323 0.0164");
            // The best of both is 1, the worst of both 0, and what has none of the words gets nothing for them.
            assertThat(Rows.one(
                            application,
                            "SELECT string_agg(round(score::numeric, 2) || '', ' ') FROM mcp.search_embeddings("
                                    + "'engine', ?::public.vector)",
                            vector(0, 0)))
                    .startsWith("1.00 ")
                    .endsWith(" 0.00");
            for (String weight : List.of("-0.1", "1.1", "'NaN'")) {
                assertThat(Rows.failure(
                                application,
                                "SELECT FROM mcp.search_embeddings(" + both + ", vector_weight => " + weight + ")",
                                vector(0, 0)))
                        .isEqualTo("22023");
            }
        }
    }

    /** What has no direction is near to nothing, and is found by its words alone. */
    @Test
    default void aVectorThatIsAllZerosOrNotThereIsNearToNothing() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            UUID model = model(owner);
            String nothing = vector(-2, 0);
            embed(application, model, "some", "A fox", vector(3, 0));
            embed(application, model, "zero", "A fox", nothing);
            Rows.of(
                    application,
                    "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content) VALUES (mcp.current_tenant_id(), ?,"
                            + " 'none', 'A fox')",
                    model);
            assertThat(found(application, "NULL, ?::public.vector", vector(3, 0)))
                    .containsExactly("some");
            assertThat(found(application, "NULL, ?::public.vector", nothing)).isEmpty();
            assertThat(found(application, "'fox', ?::public.vector", nothing))
                    .containsExactlyInAnyOrder("some", "zero", "none");
            assertThat(found(application, "'fox', ?::public.vector", vector(3, 0)))
                    .startsWith("some")
                    .hasSize(3);
            for (String other : List.of("[1,2,3]", "[0,0,0]")) {
                assertThat(Rows.failure(
                                application, "SELECT FROM mcp.search_embeddings(NULL, ?::public.vector)", other))
                        .as("a vector of three dimensions")
                        .isEqualTo("22023");
            }
        }
    }

    @Test
    default void aVectorThatIsChangedOrGoneIsFoundWhereItIsNow() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant);
                Connection writer = platform().application(tenant)) {
            UUID model = model(owner);
            for (int i = 0; i < 4; i++) {
                embed(application, model, "v" + i, "A fox", vector(10 * i, 0.1));
            }
            String first = "NULL, ?::public.vector, 1";
            assertThat(found(application, first, vector(10, 0))).containsExactly("v1");
            writer.setAutoCommit(false);
            Rows.of(
                    writer,
                    "UPDATE mcp.embeddings SET vector = ?::public.vector WHERE content_hash = 'v1'",
                    vector(50, 0));
            Rows.of(
                    writer,
                    "UPDATE mcp.embeddings SET vector = ?::public.vector WHERE content_hash = 'v2'",
                    vector(10, 0));
            Rows.of(writer, "UPDATE mcp.embeddings SET vector = NULL WHERE content_hash = 'v3'");
            Rows.of(writer, "DELETE FROM mcp.embeddings WHERE content_hash = 'v0'");
            assertThat(found(application, first, vector(10, 0))).containsExactly("v1");
            assertThat(found(writer, first, vector(10, 0))).containsExactly("v2");
            writer.commit();
            assertThat(found(application, first, vector(10, 0))).containsExactly("v2");
            assertThat(found(application, "NULL, ?::public.vector", vector(10, 0)))
                    .containsExactlyInAnyOrder("v2", "v1");
        }
    }

    /** The search has its owner's rights: what it finds of others, nothing else would hold back. */
    @Test
    default void aSearchFindsNothingOfOthersByAnyOfItsParameters() throws Exception {
        UUID victim = platform().tenant();
        UUID curious = platform().tenant();
        try (Connection owner = platform().owner();
                Connection victims = platform().application(victim);
                Connection attacker = platform().application(curious);
                Connection nobody = platform().as("mcp_app")) {
            UUID model = model(owner);
            embed(victims, model, "secret", "A fox in the vault", vector(0, 0));
            List<String> searches = List.of(
                    "'fox'",
                    "NULL, ?::public.vector, 1000",
                    "'fox', ?::public.vector, 1000",
                    "'fox', ?::public.vector, 1000, NULL, 's'",
                    "'fox', ?::public.vector, 1000, NULL, NULL, '" + model + "'",
                    "'fox', ?::public.vector, 1000, NULL, NULL, '" + model + "', '" + model + "', 1000",
                    "'fox'' | vault', ?::public.vector");
            for (String search : searches) {
                Object[] parameters = search.contains("?") ? new Object[] {vector(0, 0)} : new Object[0];
                String count = "SELECT count(*) FROM mcp.search_embeddings(" + search + ")";
                assertThat(Rows.one(victims, count, parameters)).as(search).isEqualTo("1");
                assertThat(Rows.one(attacker, count, parameters)).as(search).isEqualTo("0");
                assertThat(Rows.one(nobody, count, parameters)).as(search).isEqualTo("0");
            }
        }
    }

    @Test
    default void theScoreIsBm25AndNeverNegative() throws Exception {
        UUID tenant = platform().tenant();
        try (Connection owner = platform().owner();
                Connection application = platform().application(tenant)) {
            UUID model = model(owner);
            for (int i = 0; i < 10; i++) {
                embed(application, model, "d" + i, "fox ".repeat(i % 3 + 1) + WORDS.get(i), vector(i, 0));
            }
            // Each of ten documents has the word: the naive idf would be ln(0.5 / 10.5), well below zero.
            List<String> scores = Rows.of(
                    application,
                    "SELECT score, mcp.bm25_score((e.term_frequencies ->> 'fox')::float8, 10, 10, e.document_length, 29 /"
                            + " 10.0::float8) FROM mcp.search_embeddings('foxes') s JOIN mcp.embeddings e ON e.id ="
                            + " s.embedding_id");
            assertThat(scores).hasSize(10).allSatisfy(row -> {
                String[] pair = row.split("\\|", -1);
                assertThat(Double.parseDouble(pair[0]))
                        .isPositive()
                        .isCloseTo(Double.parseDouble(pair[1]), within(1e-12));
            });
            assertThat(Double.parseDouble(Rows.one(application, "SELECT mcp.bm25_score(2, 8, 10, 5, 4)")))
                    .isCloseTo(Math.log(1 + 2.5 / 8.5) * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 5 / 4)), within(1e-12));
            for (String edge : List.of("0, 8, 10, 5, 4", "1, 8, 10, 5, 0", "1, 0, 0, 0, 0", "1, 20, 10, 5, 4")) {
                assertThat(Rows.one(application, "SELECT mcp.bm25_score(" + edge + ") >= 0"))
                        .as(edge)
                        .isEqualTo("t");
            }
            assertThat(Rows.one(application, "SELECT mcp.reciprocal_rank_fusion('{1,NULL,3}')"))
                    .isEqualTo(String.valueOf(1.0 / 61 + 1.0 / 63));
        }
    }

    @Test
    default void statisticsAreWhatARecountSaysAfterAStorm() throws Exception {
        UUID tenant = platform().tenant();
        UUID model;
        try (Connection owner = platform().owner()) {
            model = model(owner);
        }
        Storm.of(8, number -> {
            Random random = new Random(number);
            try (Connection application = platform().application(tenant)) {
                application.setAutoCommit(false);
                for (int i = 0; i < 25; i++) {
                    String hash = "h" + random.nextInt(40);
                    String content =
                            random.ints(6, 0, WORDS.size()).mapToObj(WORDS::get).collect(Collectors.joining(" "));
                    switch (random.nextInt(3)) {
                        case 0 -> Rows.of(application, "DELETE FROM mcp.embeddings WHERE content_hash = ?", hash);
                        case 1 ->
                            Rows.of(
                                    application,
                                    "UPDATE mcp.embeddings SET content = ? WHERE content_hash = ?",
                                    content,
                                    hash);
                        default ->
                            Rows.of(
                                    application,
                                    "INSERT INTO mcp.embeddings (tenant_id, model_id, content_hash, content) VALUES"
                                            + " (mcp.current_tenant_id(), ?, ?, ?) ON CONFLICT (tenant_id, content_hash,"
                                            + " model_id) DO UPDATE SET content = EXCLUDED.content",
                                    model,
                                    hash,
                                    content);
                    }
                    if (random.nextInt(6) == 0) {
                        application.rollback();
                    } else {
                        application.commit();
                    }
                }
            }
            return number;
        });
        try (Connection application = platform().application(tenant)) {
            assertThat(Rows.one(application, "SELECT total_documents, total_length FROM mcp.embedding_statistics"))
                    .isEqualTo(Rows.one(
                            application, "SELECT count(*), COALESCE(sum(document_length), 0) FROM mcp.embeddings"));
            List<String> counted =
                    Rows.of(application, "SELECT term, document_count FROM mcp.embedding_term_counts ORDER BY term");
            assertThat(counted)
                    .hasSizeGreaterThan(5)
                    .isEqualTo(
                            Rows.of(
                                    application,
                                    "SELECT w.term, count(*) FROM mcp.embeddings e, tsvector_to_array(to_tsvector('english',"
                                            + " e.content)) AS t(words), unnest(t.words) AS w(term) GROUP BY w.term ORDER BY w.term"));
            Rows.run(application, "DELETE FROM mcp.embeddings");
            assertThat(Rows.one(application, "SELECT total_documents, total_length FROM mcp.embedding_statistics"))
                    .isEqualTo("0|0");
            assertThat(Rows.of(application, "SELECT FROM mcp.embedding_term_counts"))
                    .isEmpty();
            assertThat(Rows.failure(application, "UPDATE mcp.embedding_statistics SET total_documents = 7"))
                    .isEqualTo("42501");
        }
    }
}
