// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.JobFigures;
import java.util.Locale;

/** Figures in the words of the page. */
final class Cells {
    private Cells() {}

    static String megabytes(String bytes) {
        return JobFigures.count(Math.round(Long.parseLong(bytes) / 1e6)) + " MB";
    }

    /** Whether a time is below its target, and by how much it is not. */
    static String against(double millis, double target) {
        return millis <= target ? "met" : String.format(Locale.ROOT, "missed by %.1f ms", millis - target);
    }

    /** How much less time something takes than before. */
    static String less(double before, double after) {
        return after <= before
                ? String.format(Locale.ROOT, "%.0f %% less", 100 * (1 - after / before))
                : String.format(Locale.ROOT, "%.1f times as much", after / before);
    }
}
