// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Vectors of texts by a small model of sentences that comes within a package: {@code bge-small-en-v1.5}, made for finding passages, 33 million parameters of eight
 * bits. Its authors (BAAI, model card of bge-small-en-v1.5) say that a short question is preceded by an instruction, and a passage is not.
 *
 * <p>Its vectors have 384 numbers. Each becomes a direction of its own among the 1,536 of the table, at right angles to the others and of length one, so that every
 * distance stays as it is, and as in the vectors of a larger model every number, and its sign, says something.
 */
final class SentenceVectors {
    private static final String INSTRUCTION = "Represent this sentence for searching relevant passages: ";
    private static final int NUMBERS = 384;
    private static final int DIMENSIONS = 1_536;

    private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();
    private final double[][] directions = new double[NUMBERS][];

    SentenceVectors() {
        Random random = new Random(1);
        for (int i = 0; i < NUMBERS; i++) {
            directions[i] = random.doubles(DIMENSIONS, -1, 1).toArray();
        }
        orthonormalize(directions);
    }

    private static void orthonormalize(double[][] rows) {
        for (int k = 0; k < rows.length; k++) {
            for (int before = 0; before < k; before++) {
                add(rows[k], rows[before], -dot(rows[k], rows[before]));
            }
            double length = Math.sqrt(dot(rows[k], rows[k]));
            for (int i = 0; i < rows[k].length; i++) {
                rows[k][i] /= length;
            }
        }
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Returns the vectors of texts in their order, as PostgreSQL reads them. */
    List<String> ofTexts(List<String> texts) {
        return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
                .map(this::spread)
                .toList();
    }

    /** Returns the vector of a question, as PostgreSQL reads it. */
    String ofQuestion(String question) {
        return spread(model.embed(INSTRUCTION + question).content());
    }

    private String spread(Embedding embedding) {
        float[] numbers = embedding.vector();
        double[] values = new double[DIMENSIONS];
        for (int k = 0; k < NUMBERS; k++) {
            add(values, directions[k], numbers[k]);
        }
        return Arrays.stream(values)
                .mapToObj(value -> Float.toString((float) value))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
