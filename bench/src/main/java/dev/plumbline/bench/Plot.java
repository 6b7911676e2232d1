// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/** Lines over sizes, both axes logarithmic, as SVG. */
final class Plot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 400;
    private static final int LEFT = 70;
    private static final int RIGHT = 160;
    private static final int TOP = 40;
    private static final int BOTTOM = 50;

    /** Told apart by most eyes (Okabe and Ito, "Color Universal Design"). */
    private static final List<String> COLOURS =
            List.of("#D55E00", "#0072B2", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#888888");

    private final String title;
    private final String sizes;
    private final Map<String, SortedMap<Integer, Double>> lines;
    private final StringBuilder svg = new StringBuilder();
    private final double lowX;
    private final double highX;
    private final double lowY;
    private final double highY;

    private Plot(String title, String sizes, Map<String, SortedMap<Integer, Double>> lines) {
        this.title = title;
        this.sizes = sizes;
        this.lines = lines;
        List<Double> xs = new ArrayList<>();
        List<Double> ys = new ArrayList<>();
        lines.values()
                .forEach(line -> line.forEach((size, seconds) -> {
                    xs.add(Math.log10(size));
                    ys.add(Math.log10(seconds));
                }));
        lowX = xs.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        highX = xs.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        lowY = Math.floor(ys.stream().mapToDouble(Double::doubleValue).min().orElse(-1));
        highY = Math.ceil(ys.stream().mapToDouble(Double::doubleValue).max().orElse(1));
    }

    /** Returns the picture of seconds by size, a line for each name. */
    static String of(String title, String sizes, Map<String, SortedMap<Integer, Double>> lines) {
        return new Plot(title, sizes, lines).draw();
    }

    private String draw() {
        add(
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 %d %d' font-family='sans-serif' font-size='12'>",
                WIDTH, HEIGHT);
        add("<!-- SPDX-License-Identifier: Apache-2.0 -->");
        add("<rect width='%d' height='%d' fill='white'/>", WIDTH, HEIGHT);
        add("<text x='%d' y='22' font-size='15'>%s</text>", LEFT, title);
        for (double power = lowY; power <= highY; power++) {
            double y = y(power);
            add("<line x1='%d' y1='%.1f' x2='%d' y2='%.1f' stroke='#ddd'/>", LEFT, y, WIDTH - RIGHT, y);
            add("<text x='%d' y='%.1f' text-anchor='end'>%s s</text>", LEFT - 6, y + 4, number(power));
        }
        lines.values().stream()
                .flatMap(line -> line.keySet().stream())
                .distinct()
                .sorted()
                .forEach(size -> {
                    double x = x(Math.log10(size));
                    add("<line x1='%.1f' y1='%d' x2='%.1f' y2='%d' stroke='#ddd'/>", x, TOP, x, HEIGHT - BOTTOM);
                    add("<text x='%.1f' y='%d' text-anchor='middle'>%d</text>", x, HEIGHT - BOTTOM + 18, size);
                });
        add("<text x='%d' y='%d' text-anchor='middle'>%s</text>", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, sizes);
        int number = 0;
        for (Map.Entry<String, SortedMap<Integer, Double>> line : lines.entrySet()) {
            draw(line.getKey(), line.getValue(), number++);
        }
        add("</svg>");
        return svg.toString();
    }

    private void draw(String name, SortedMap<Integer, Double> line, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        StringBuilder points = new StringBuilder();
        line.forEach((size, seconds) -> {
            double x = x(Math.log10(size));
            double y = y(Math.log10(seconds));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
            add("<circle cx='%.1f' cy='%.1f' r='3' fill='%s'/>", x, y, colour);
        });
        add(
                "<polyline points='%s' fill='none' stroke='%s' stroke-width='2'/>",
                points.toString().strip(), colour);
        int y = TOP + 14 + 20 * number;
        add(
                "<line x1='%d' y1='%d' x2='%d' y2='%d' stroke='%s' stroke-width='3'/>",
                WIDTH - RIGHT + 14, y - 4, WIDTH - RIGHT + 34, y - 4, colour);
        add("<text x='%d' y='%d'>%s</text>", WIDTH - RIGHT + 40, y, name);
    }

    private static String number(double power) {
        return power >= 0
                ? String.format(Locale.ROOT, "%.0f", Math.pow(10, power))
                : String.format(Locale.ROOT, "%." + (int) -power + "f", Math.pow(10, power));
    }

    private double x(double value) {
        return LEFT + 20 + (WIDTH - LEFT - RIGHT - 40) * (value - lowX) / Math.max(1e-9, highX - lowX);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - lowY) / Math.max(1e-9, highY - lowY);
    }

    @SuppressWarnings("AnnotateFormatMethod") // Private, and called with literals alone.
    private void add(String format, Object... values) {
        svg.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values))
                .append('\n');
    }
}
