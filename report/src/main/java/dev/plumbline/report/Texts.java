// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.plan.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Small work on text that comes from databases and goes to terminals. */
final class Texts {
    private Texts() {}

    /**
     * Returns the text on one line. Control characters are shown as their escapes: a name in a database may hold a
     * sequence that would act on the terminal.
     */
    static String oneLine(String text) {
        return escape(text.strip().replaceAll("\\s+", " "));
    }

    /** Returns the text with control characters other than line ends and tabs shown as their escapes. */
    static String escape(String text) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean harmless = !Character.isISOControl(c) || c == '\n' || c == '\t';
            if (!harmless && safe == null) {
                safe = new StringBuilder(text.substring(0, i));
            }
            if (safe != null) {
                safe.append(harmless ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
            }
        }
        return safe == null ? text : safe.toString();
    }

    /** Returns the length in characters as people count them, near enough for columns. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Returns the text cut to a length, with an ellipsis where something is missing. */
    static String cut(String text, int most) {
        return length(text) <= most ? text : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most - 1))) + "…";
    }

    /** Returns the words in lines no longer than the width; a longer word has a line of its own. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && length(line.toString()) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Returns a number with its word: {@code 1 step}, {@code 2 steps}. */
    static String count(long number, String one, String several) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ') + " " + (number == 1 ? one : several);
    }

    /** Returns the columns by which batches go over a table, as they stand in SQL. */
    static String key(Batch batch) {
        return batch.key().stream().map(Batch.Column::name).collect(Collectors.joining(", "));
    }
}
