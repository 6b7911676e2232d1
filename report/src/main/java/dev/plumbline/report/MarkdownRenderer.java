// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.report.Document.Block;
import dev.plumbline.report.Document.Bullets;
import dev.plumbline.report.Document.Heading;
import dev.plumbline.report.Document.Paragraph;
import dev.plumbline.report.Document.Statement;
import dev.plumbline.report.Document.Table;
import java.util.stream.Collectors;

/** Makes Markdown of a document, complete: a file has room. */
final class MarkdownRenderer {
    private final StringBuilder out = new StringBuilder();

    private MarkdownRenderer() {}

    static String render(Document document) {
        MarkdownRenderer renderer = new MarkdownRenderer();
        document.blocks().forEach(renderer::render);
        return renderer.out.toString().stripTrailing() + "\n";
    }

    private void render(Block block) {
        switch (block) {
            case Heading heading ->
                out.append("#".repeat(heading.level()))
                        .append(' ')
                        .append(escape(heading.text()))
                        .append("\n\n");
            case Paragraph paragraph -> out.append(paragraph(paragraph)).append("\n\n");
            case Bullets bullets -> {
                bullets.items()
                        .forEach(item ->
                                out.append("- ").append(escape(item.text())).append('\n'));
                out.append('\n');
            }
            case Table table -> table(table);
            case Statement statement -> statement(statement);
        }
    }

    private static String paragraph(Paragraph paragraph) {
        String text = escape(paragraph.text());
        return switch (paragraph.tone()) {
            case STRONG, GOOD, BAD, NOTABLE -> "**" + text + "**";
            case FAINT -> "_" + text + "_";
            case PLAIN -> text;
        };
    }

    private void table(Table table) {
        out.append("| ").append(String.join(" | ", table.titles())).append(" |\n|");
        table.numbers().forEach(number -> out.append(number ? " ---: |" : " --- |"));
        out.append('\n');
        table.rows()
                .forEach(row -> out.append("| ")
                        .append(row.stream().map(cell -> escape(cell.text())).collect(Collectors.joining(" | ")))
                        .append(" |\n"));
        out.append('\n');
    }

    private void statement(Statement statement) {
        String fence = statement.sql().contains("```") ? "~~~~" : "```";
        out.append("### ")
                .append(statement.label())
                .append(". ")
                .append(escape(statement.title()))
                .append("\n\n")
                .append(fence)
                .append("sql\n")
                .append(Texts.escape(statement.sql()))
                .append('\n')
                .append(fence)
                .append("\n\n");
        statement
                .facts()
                .forEach(fact -> out.append("- ").append(escape(fact.text())).append('\n'));
        out.append('\n');
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "&lt;")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replaceAll("(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])", "\\\\_");
    }
}
