// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import java.util.ArrayList;
import java.util.List;

/** A report before it is text or Markdown: blocks in order, complete; a renderer decides how much of a list it shows. */
record Document(List<Block> blocks) {
    Document {
        blocks = List.copyOf(blocks);
    }

    /** A part of a report. */
    sealed interface Block {}

    /** A title; level 1 is the report's own. */
    record Heading(int level, String text) implements Block {}

    /** A sentence or several. */
    record Paragraph(Tone tone, String text) implements Block {}

    /** A list of sentences. */
    record Bullets(List<Cell> items) implements Block {}

    /** A table; columns of numbers are aligned right, and one that is an overview is never cut. */
    record Table(List<String> titles, List<Boolean> numbers, List<List<Cell>> rows, boolean overview)
            implements Block {}

    /** A piece of SQL with its place in a list, a title and facts about it. */
    record Statement(String label, String title, String sql, List<Cell> facts) implements Block {}

    /** Collects blocks. */
    static final class Builder {
        private final List<Block> blocks = new ArrayList<>();

        Builder heading(int level, String text) {
            blocks.add(new Heading(level, text));
            return this;
        }

        Builder paragraph(String text) {
            return paragraph(Tone.PLAIN, text);
        }

        Builder paragraph(Tone tone, String text) {
            blocks.add(new Paragraph(tone, Texts.oneLine(text)));
            return this;
        }

        Builder bullets(List<Cell> items) {
            if (!items.isEmpty()) {
                blocks.add(new Bullets(List.copyOf(items)));
            }
            return this;
        }

        Builder table(String titles, List<List<Cell>> rows) {
            return table(titles, rows, false);
        }

        Builder overview(String titles, List<List<Cell>> rows) {
            return table(titles, rows, true);
        }

        private Builder table(String titles, List<List<Cell>> rows, boolean overview) {
            List<String> words = new ArrayList<>();
            List<Boolean> numbers = new ArrayList<>();
            for (String title : titles.split("\\|", -1)) {
                numbers.add(title.startsWith("#"));
                words.add(title.startsWith("#") ? title.substring(1) : title);
            }
            blocks.add(new Table(words, numbers, List.copyOf(rows), overview));
            return this;
        }

        Builder statement(Statement statement) {
            blocks.add(statement);
            return this;
        }

        Document build() {
            return new Document(blocks);
        }
    }
}
