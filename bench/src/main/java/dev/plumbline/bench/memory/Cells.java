// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import dev.plumbline.bench.JobFigures;
import java.util.List;
import java.util.Locale;

/** Figures in the words of the page. */
final class Cells {
    private Cells() {}

    /** Seconds, and in parentheses those of the processor. */
    static String seconds(Taken taken) {
        return String.format(Locale.ROOT, "%.1f (%.1f)", taken.seconds(), taken.processorSeconds());
    }

    /** Microseconds: the median, and in parentheses the 95th percentile. */
    static String latency(Latency latency) {
        return JobFigures.count(Math.round(latency.median())) + " (" + JobFigures.count(Math.round(latency.high()))
                + ")";
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }

    /** The median of sorted ratios, with the least and the most. */
    static String ratios(List<Double> sorted) {
        return String.format(
                Locale.ROOT, "%.1f (%.1f–%.1f)", sorted.get(sorted.size() / 2), sorted.getFirst(), sorted.getLast());
    }

    /** The median of sorted numbers, with the least and the most. */
    static String counts(List<Double> sorted) {
        return JobFigures.count(Math.round(sorted.get(sorted.size() / 2))) + " ("
                + JobFigures.count(Math.round(sorted.getFirst())) + "–" + JobFigures.count(Math.round(sorted.getLast()))
                + ")";
    }

    static String percent(double part) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * part);
    }
}
