// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.platform;

import dev.plumbline.bench.Series;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long calls took, in milliseconds by the clock of who called, round by round. */
final class Rounds {
    private final List<double[]> sorted = new ArrayList<>();

    /** Something that is timed, each time with another number. What it gets ready before that is not timed. */
    interface Call {
        /** Gets a call ready. */
        void prepare(int number) throws SQLException;

        /** Calls, and reads the whole answer. */
        void run() throws SQLException;
    }

    /** Times one more round of calls, after a fifth as many that are not counted. */
    void add(int calls, Call call) throws SQLException {
        double[] millis = new double[calls];
        for (int i = -calls / 5; i < calls; i++) {
            call.prepare(Math.abs(i));
            long began = System.nanoTime();
            call.run();
            if (i >= 0) {
                millis[i] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        sorted.add(millis);
    }

    /** Returns a percentile: the median of those of the rounds. */
    double percentile(int percent) {
        return each(percent).median();
    }

    /** Returns a percentile in the words of the page: the median of those of the rounds, with the least and the most. */
    String cell(int percent) {
        return each(percent).spread(2);
    }

    private Series each(int percent) {
        return new Series(sorted.stream()
                .map(millis -> millis[Math.min(millis.length - 1, millis.length * percent / 100)])
                .toList());
    }
}
