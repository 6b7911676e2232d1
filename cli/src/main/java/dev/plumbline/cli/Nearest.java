// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Finds the word that was probably meant. */
final class Nearest {
    private Nearest() {}

    /** Returns the way out for a word that is none of those known: the one that was probably meant, else all of them. */
    static String wayOut(String word, Collection<String> known) {
        String nearest = known.stream()
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                .orElseThrow();
        return distance(word, nearest) <= Math.max(1, word.length() / 2)
                ? "Did you mean '" + nearest + "'?"
                : "Known are " + known.stream().sorted().collect(Collectors.joining(", ")) + ".";
    }

    /** Levenshtein's distance: insertions, deletions and substitutions from one word to the other. */
    private static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substituted, Math.min(before[j], row[j - 1]) + 1);
            }
            before = row;
        }
        return before[b.length()];
    }
}
