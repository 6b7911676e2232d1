// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.alignment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** How much two names are alike: by the words in them, and by their letters. */
final class Lookalikes {
    /** From here on one may be meant for the other. */
    static final double ALIKE = 0.6;

    /** As much as names are whose words are all in the other: {@code type} and {@code key_type}. */
    static final double VERY_ALIKE = 0.8;

    private Lookalikes() {}

    /** Returns the name without what names of fields and columns differ in by habit. */
    static String letters(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Returns a number between 0, nothing in common, and 1, the same but for case and separators. */
    static double similarity(String one, String other) {
        String first = letters(one);
        String second = letters(other);
        if (first.equals(second)) {
            return 1;
        }
        Set<String> firstWords = words(one);
        Set<String> secondWords = words(other);
        boolean within = firstWords.containsAll(secondWords) || secondWords.containsAll(firstWords);
        int longer = Math.max(first.length(), second.length());
        double byLetters = longer == 0 ? 0 : 1 - (double) distance(first, second) / longer;
        return Math.max(byLetters, within ? VERY_ALIKE : 0);
    }

    private static Set<String> words(String name) {
        Set<String> words =
                new TreeSet<>(Arrays.asList(Naming.SNAKE_CASE.column(name).split("[^\\p{L}\\p{N}]+", -1)));
        words.remove("");
        return words;
    }

    /** The edit distance of Levenshtein, one row at a time. */
    private static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int k = 1; k <= other.length(); k++) {
                int change = one.charAt(i - 1) == other.charAt(k - 1) ? 0 : 1;
                row[k] = Math.min(Math.min(row[k - 1], before[k]) + 1, before[k - 1] + change);
            }
            before = row;
        }
        return before[other.length()];
    }
}
