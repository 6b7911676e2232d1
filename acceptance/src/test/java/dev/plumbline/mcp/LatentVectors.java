// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.mcp;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Vectors of texts by latent semantic analysis: words that stand in the same texts point the same way (Deerwester and others, Indexing by Latent Semantic
 * Analysis, 1990). Words weigh as (1 + ln tf) · ln(N / df); of all directions are kept the two hundred that tell most about the texts, the number for which that
 * literature has its best figures, and they are found by subspace iteration from a fixed start. Made of the texts alone: a question has no part in it.
 */
final class LatentVectors {
    private static final int DIRECTIONS = 200;
    private static final int DIMENSIONS = 1_536;
    private static final int ITERATIONS = 12;

    private final Map<String, Integer> places = new HashMap<>();
    private final double[] weights;
    private final double[][] directions;

    /**
     * What each direction is in the vectors: directions of their own, at right angles and of length one, so that every distance stays as it is.
     * As in the vectors of a model every number then says something, and its sign too.
     */
    private final double[][] spread = new double[DIRECTIONS][];

    /** Learns from texts, each as its words with how often they stand in it. */
    LatentVectors(List<Map<String, Integer>> texts) {
        Map<String, Integer> frequencies = new HashMap<>();
        texts.forEach(text -> text.keySet().forEach(word -> frequencies.merge(word, 1, Integer::sum)));
        // A word of one text alone is like no other.
        List<String> words = frequencies.keySet().stream()
                .filter(word -> frequencies.getOrDefault(word, 0) > 1)
                .sorted()
                .toList();
        weights = new double[words.size()];
        for (int i = 0; i < weights.length; i++) {
            places.put(words.get(i), i);
            weights[i] = Math.log((double) texts.size() / frequencies.getOrDefault(words.get(i), 1));
        }
        List<Sparse> rows = texts.stream().map(this::sparse).toList();
        Random random = new Random(1);
        double[][] byText = new double[DIRECTIONS][];
        for (int i = 0; i < DIRECTIONS; i++) {
            byText[i] = random.doubles(texts.size(), -1, 1).toArray();
        }
        double[][] byWord = new double[DIRECTIONS][];
        for (int i = 0; i < ITERATIONS; i++) {
            orthonormalize(byText);
            for (int k = 0; k < DIRECTIONS; k++) {
                byWord[k] = ofWords(rows, byText[k]);
                byText[k] = ofTexts(rows, byWord[k]);
            }
        }
        orthonormalize(byWord);
        directions = byWord;
        for (int i = 0; i < DIRECTIONS; i++) {
            spread[i] = random.doubles(DIMENSIONS, -1, 1).toArray();
        }
        orthonormalize(spread);
    }

    /** The words that a text has, by their places, and what they weigh in it. */
    private static final class Sparse {
        final int[] places;
        final double[] values;

        Sparse(int[] places, double[] values) {
            this.places = places;
            this.values = values;
        }
    }

    private Sparse sparse(Map<String, Integer> text) {
        List<String> known =
                text.keySet().stream().filter(places::containsKey).sorted().toList();
        int[] at = new int[known.size()];
        double[] values = new double[known.size()];
        double length = 0;
        for (int i = 0; i < at.length; i++) {
            at[i] = places.getOrDefault(known.get(i), 0);
            values[i] = (1 + Math.log(text.getOrDefault(known.get(i), 1))) * weights[at[i]];
            length += values[i] * values[i];
        }
        for (int i = 0; i < values.length; i++) {
            values[i] /= Math.sqrt(length);
        }
        return new Sparse(at, values);
    }

    private double[] ofWords(List<Sparse> rows, double[] byText) {
        double[] sum = new double[weights.length];
        for (int t = 0; t < byText.length; t++) {
            Sparse row = rows.get(t);
            for (int i = 0; i < row.places.length; i++) {
                sum[row.places[i]] += byText[t] * row.values[i];
            }
        }
        return sum;
    }

    private static double[] ofTexts(List<Sparse> rows, double[] byWord) {
        return rows.stream().mapToDouble(row -> dot(row, byWord)).toArray();
    }

    private static double dot(Sparse row, double[] byWord) {
        double sum = 0;
        for (int i = 0; i < row.places.length; i++) {
            sum += row.values[i] * byWord[row.places[i]];
        }
        return sum;
    }

    private static void orthonormalize(double[][] columns) {
        for (int k = 0; k < columns.length; k++) {
            for (int before = 0; before < k; before++) {
                double part = dot(columns[k], columns[before]);
                for (int i = 0; i < columns[k].length; i++) {
                    columns[k][i] -= part * columns[before][i];
                }
            }
            double length = Math.sqrt(dot(columns[k], columns[k]));
            for (int i = 0; i < columns[k].length; i++) {
                columns[k][i] /= length;
            }
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Returns the vector of a text, or of a question, as PostgreSQL reads it. */
    String vector(Map<String, Integer> text) {
        Sparse row = sparse(text);
        double[] values = new double[DIMENSIONS];
        for (int k = 0; k < DIRECTIONS; k++) {
            double part = dot(row, directions[k]);
            for (int i = 0; i < DIMENSIONS; i++) {
                values[i] += part * spread[k][i];
            }
        }
        return Arrays.stream(values)
                .mapToObj(value -> Float.toString((float) value))
                .collect(Collectors.joining(",", "[", "]"));
    }
}
