// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/**
 * How long a call takes, over many calls.
 *
 * @param median in microseconds
 * @param high the ninety-fifth percentile, in microseconds
 */
record Latency(double median, double high) {
    /** Something that is timed, each time with another number. */
    @FunctionalInterface
    interface Call {
        void run(int number) throws SQLException;
    }

    /** Times a call after a fifth as many calls that are not counted. */
    static Latency of(int calls, Call call) throws SQLException {
        for (int i = 0; i < Math.max(1, calls / 5); i++) {
            call.run(i);
        }
        double[] micros = new double[calls];
        for (int i = 0; i < calls; i++) {
            long began = System.nanoTime();
            call.run(i);
            micros[i] = (System.nanoTime() - began) / 1e3;
        }
        Arrays.sort(micros);
        return new Latency(micros[calls / 2], micros[Math.min(calls - 1, calls * 95 / 100)]);
    }

    /** Reads every row of an answer, and returns how many there are. */
    static int drain(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            int count = 0;
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                count++;
            }
            return count;
        }
    }
}
