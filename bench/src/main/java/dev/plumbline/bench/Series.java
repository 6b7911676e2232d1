// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Figures of the same thing, taken several times. */
public record Series(List<Double> figures) {
    public Series {
        figures = List.copyOf(figures);
    }

    static Series of(List<Timing> timings, ToDoubleFunction<Timing> figure) {
        return new Series(timings.stream()
                .mapToDouble(figure)
                .filter(Double::isFinite)
                .boxed()
                .toList());
    }

    /** Returns the ratios of two series, round by round: what slows the machine down for a while slows both. */
    static Series ratios(List<Timing> ones, List<Timing> others, ToDoubleFunction<Timing> figure) {
        List<Double> ratios = new java.util.ArrayList<>();
        for (int i = 0; i < Math.min(ones.size(), others.size()); i++) {
            double ratio = figure.applyAsDouble(ones.get(i)) / figure.applyAsDouble(others.get(i));
            if (Double.isFinite(ratio)) {
                ratios.add(ratio);
            }
        }
        return new Series(ratios);
    }

    /** Returns the one in the middle, or the mean of the two there; NaN of none. */
    public double median() {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double least() {
        return figures.stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN);
    }

    private double most() {
        return figures.stream().mapToDouble(Double::doubleValue).max().orElse(Double.NaN);
    }

    /** Returns the median with the least and the most: {@code 1.23 (1.10–1.45)}; a single figure stands alone. */
    public String spread(int digits) {
        if (figures.isEmpty()) {
            return "–";
        }
        String number = "%." + digits + "f";
        if (figures.size() == 1) {
            return String.format(Locale.ROOT, number, median());
        }
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median(), least(), most());
    }
}
