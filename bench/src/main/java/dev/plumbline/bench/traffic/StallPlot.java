// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.traffic;

import dev.plumbline.bench.JobFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The stalls of each change, the plain way and ours, as dots on a line over a logarithmic axis, as SVG. */
final class StallPlot {
    private static final int WIDTH = 860;
    private static final int LEFT = 300;
    private static final int RIGHT = 30;
    private static final int TOP = 60;
    private static final int LINE = 18;
    private static final int CHANGE = 0;
    private static final int PLAIN = 1;
    private static final int OURS = 5;

    /** Milliseconds at the ends of the axis. */
    private static final double LEAST = 1;

    private static final double MOST = 1_000_000;

    /** Told apart by most eyes (Okabe and Ito, "Color Universal Design"). */
    private static final String PLAIN_COLOUR = "#D55E00";

    private static final String OUR_COLOUR = "#0072B2";

    private final StringBuilder svg = new StringBuilder();

    private StallPlot() {}

    /** Writes the picture of the rows of the page's table. */
    static void write(List<List<String>> rows, Path file) throws IOException {
        Files.writeString(file, new StallPlot().draw(rows));
    }

    private String draw(List<List<String>> rows) {
        int bottom = TOP + LINE * rows.size();
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>",
                WIDTH, bottom + 20);
        add("<!-- SPDX-License-Identifier: Apache-2.0 -->");
        add("<rect width='%d' height='%d' fill='white'/>", WIDTH, bottom + 20);
        add("<text x='10' y='22' font-size='15'>The longest wait of any statement of the application</text>");
        dot(LEFT, 40, PLAIN_COLOUR);
        add("<text x='%d' y='44'>plain statement</text>", LEFT + 10);
        dot(LEFT + 140, 40, OUR_COLOUR);
        add("<text x='%d' y='44'>plumbline apply</text>", LEFT + 150);
        for (double mark = LEAST; mark <= MOST; mark *= 10) {
            add("<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#ddd'/>", x(mark), TOP - 4, x(mark), bottom);
            add("<text x='%.1f' y='%d' text-anchor='middle'>%s</text>", x(mark), bottom + 14, name(mark));
        }
        int y = TOP + LINE / 2;
        for (List<String> row : rows) {
            double plain = x((double) JobFigures.number(row.get(PLAIN)));
            double ours = x((double) JobFigures.number(row.get(OURS)));
            add("<text x='%d' y='%d' text-anchor='end'>%s</text>", LEFT - 10, y + 4, escaped(row.get(CHANGE)));
            add("<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#bbb'/>", plain, y, ours, y);
            dot(plain, y, PLAIN_COLOUR);
            dot(ours, y, OUR_COLOUR);
            y += LINE;
        }
        add("</svg>");
        return svg.toString();
    }

    private void dot(double x, int y, String colour) {
        add("<circle cx='%.1f' cy='%d' r='4' fill='%s'/>", x, y, colour);
    }

    private static double x(double millis) {
        double part = Math.log(Math.clamp(millis, LEAST, MOST) / LEAST) / Math.log(MOST / LEAST);
        return LEFT + (WIDTH - LEFT - RIGHT) * part;
    }

    private static String name(double millis) {
        return millis < 1000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.0f s", millis / 1000);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    @SuppressWarnings("AnnotateFormatMethod") // Private, and called with literals alone.
    private void add(String format, Object... values) {
        svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
