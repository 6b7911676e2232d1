// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.report;

import dev.plumbline.report.Document.Block;
import dev.plumbline.report.Document.Bullets;
import dev.plumbline.report.Document.Heading;
import dev.plumbline.report.Document.Paragraph;
import dev.plumbline.report.Document.Statement;
import dev.plumbline.report.Document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Makes text for a terminal of a document. */
final class TextRenderer {
    private static final String GAP = "  ";
    private static final String INDENT = "    ";
    private static final int NARROWEST = 12;

    /** A last column that would get less room than this stands on lines of its own, below its row. */
    private static final int READABLE = 40;

    private final TextOptions options;
    private final StringBuilder out = new StringBuilder();

    private TextRenderer(TextOptions options) {
        this.options = options;
    }

    static String render(Document document, TextOptions options) {
        TextRenderer renderer = new TextRenderer(options);
        document.blocks().forEach(renderer::render);
        return renderer.out.toString();
    }

    private void render(Block block) {
        switch (block) {
            case Heading heading -> heading(heading);
            case Paragraph paragraph -> paragraph(paragraph);
            case Bullets bullets -> bullets(bullets);
            case Table table -> table(table);
            case Statement statement -> statement(statement);
        }
    }

    private void heading(Heading heading) {
        if (out.length() > 0) {
            out.append('\n');
        }
        String text = heading.level() == 2 ? heading.text().toUpperCase(Locale.ROOT) : heading.text();
        out.append(toned(text, Tone.STRONG)).append('\n');
    }

    private void paragraph(Paragraph paragraph) {
        for (String line : Texts.wrap(paragraph.text(), options.width())) {
            out.append(toned(line, paragraph.tone())).append('\n');
        }
    }

    private void bullets(Bullets bullets) {
        bullets.items().stream().limit(options.most()).forEach(item -> {
            String before = "- ";
            for (String line : Texts.wrap(item.text(), options.width() - 2)) {
                out.append(before).append(toned(line, item.tone())).append('\n');
                before = "  ";
            }
        });
        more(bullets.items().size());
    }

    private void statement(Statement statement) {
        String indent = " ".repeat(Texts.length(statement.label()) + 2);
        out.append(toned(statement.label(), Tone.FAINT))
                .append(GAP)
                .append(toned(statement.title(), Tone.STRONG))
                .append('\n');
        for (String line : Texts.escape(statement.sql()).split("\n", -1)) {
            out.append((indent + line).stripTrailing()).append('\n');
        }
        for (Cell fact : statement.facts()) {
            for (String line : Texts.wrap(fact.text(), options.width() - indent.length())) {
                out.append(indent)
                        .append(toned(line, fact.tone() == Tone.PLAIN ? Tone.FAINT : fact.tone()))
                        .append('\n');
            }
        }
        out.append('\n');
    }

    private void table(Table table) {
        List<List<Cell>> rows = table.overview()
                ? table.rows()
                : table.rows().stream().limit(options.most()).toList();
        int[] widths = widths(table, rows);
        int last = table.titles().size() - 1;
        if (longest(rows, last) > widths[last]
                && widths[last] < READABLE
                && !table.numbers().get(last)) {
            stacked(table, rows);
            return;
        }
        List<Cell> titles = new ArrayList<>();
        table.titles().forEach(title -> titles.add(new Cell(title, Tone.FAINT)));
        row(titles, table, widths);
        rows.forEach(row -> row(row, table, widths));
        if (!table.overview()) {
            more(table.rows().size());
        }
    }

    private static int longest(List<List<Cell>> rows, int column) {
        return rows.stream()
                .mapToInt(row -> Texts.length(row.get(column).text()))
                .max()
                .orElse(0);
    }

    /** Writes a table with the last column below each row. */
    private void stacked(Table table, List<List<Cell>> rows) {
        int last = table.titles().size() - 1;
        Table upper = new Table(
                table.titles().subList(0, last), table.numbers().subList(0, last), List.of(), table.overview());
        List<List<Cell>> firsts = rows.stream().map(row -> row.subList(0, last)).toList();
        int[] widths = widths(upper, firsts);
        row(upper.titles().stream().map(title -> new Cell(title, Tone.FAINT)).toList(), upper, widths);
        for (List<Cell> row : rows) {
            row(row.subList(0, last), upper, widths);
            for (String line : Texts.wrap(row.get(last).text(), options.width() - INDENT.length())) {
                out.append(INDENT)
                        .append(toned(
                                line,
                                row.get(last).tone() == Tone.PLAIN
                                        ? Tone.FAINT
                                        : row.get(last).tone()))
                        .append('\n');
            }
        }
        if (!table.overview()) {
            more(table.rows().size());
        }
    }

    /** The last column gives way first, then the widest, until the table is as wide as the line. */
    private int[] widths(Table table, List<List<Cell>> rows) {
        int columns = table.titles().size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            widths[i] = Texts.length(table.titles().get(i));
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], Texts.length(row.get(i).text()));
            }
        }
        int excess = GAP.length() * (columns - 1) - options.width();
        for (int width : widths) {
            excess += width;
        }
        int last = columns - 1;
        int given = Math.clamp(excess, 0, Math.max(0, widths[last] - 2 * NARROWEST));
        widths[last] -= given;
        excess -= given;
        while (excess > 0) {
            int widest = 0;
            for (int i = 1; i < columns; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
            excess--;
        }
        return widths;
    }

    /** Writes a row; the last column goes on below itself, the others are cut. */
    private void row(List<Cell> cells, Table table, int[] widths) {
        int last = cells.size() - 1;
        boolean wraps = !table.numbers().get(last);
        List<String> ending = wraps
                ? Texts.wrap(cells.get(last).text(), Math.max(widths[last], 1))
                : List.of(cells.get(last).text());
        for (int line = 0; line < ending.size(); line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i <= last; i++) {
                String content = i == last
                        ? ending.get(line)
                        : line == 0 ? Texts.cut(cells.get(i).text(), widths[i]) : "";
                String pad = " ".repeat(Math.max(0, widths[i] - Texts.length(content)));
                String toned = toned(content, cells.get(i).tone());
                text.append(i > 0 ? GAP : "")
                        .append(table.numbers().get(i) ? pad + toned : toned + (i == last ? "" : pad));
            }
            out.append(text.toString().stripTrailing()).append('\n');
        }
    }

    private void more(int all) {
        if (all > options.most()) {
            out.append(toned("… and " + (all - options.most()) + " more (--format json has all)", Tone.FAINT))
                    .append('\n');
        }
    }

    private String toned(String text, Tone tone) {
        if (!options.colour() || text.isEmpty()) {
            return text;
        }
        String code = switch (tone) {
            case PLAIN -> "";
            case STRONG -> "1";
            case FAINT -> "2";
            case GOOD -> "32";
            case NOTABLE -> "33";
            case BAD -> "31";
        };
        return code.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
