// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How fast a server reads, copies and indexes what it has in memory, and what follows for the time of a step.
 *
 * <p>The least time is that of the measured rates: nothing comes from the disk. For the most, everything comes from a disk
 * that gives 125 MB/s, which is what the cloud providers' ordinary volumes give; a copy reads each page, writes it, and
 * writes it to the log; and the server is half as fast as the one that was measured.
 *
 * @param scanned bytes of a table read in a second
 * @param rewritten bytes of a table copied in a second
 * @param indexed rows put into an index in a second
 */
public record WorkRate(long scanned, long rewritten, long indexed) {
    private static final long DISK = 125_000_000;
    private static final int PASSES_OF_A_COPY = 3;
    private static final int SLOWER = 2;
    private static final long BYTES_OF_A_ROW = 100;

    /** What a step must have to do, in bytes, before anything is said of its time; less is short on any server. */
    public static final long NOTABLE = 64_000_000;

    /** Returns how many bytes a step reads and writes as a whole. */
    public static long work(StepCost cost) {
        Map<String, RelationSize> sizes = sizes(cost);
        long bytes = 0;
        for (String table : cost.rewrites()) {
            bytes += bytes(sizes, table);
        }
        for (String table : cost.scans()) {
            bytes += bytes(sizes, table);
        }
        for (String index : cost.rebuilds()) {
            bytes += bytes(sizes, index);
        }
        return bytes;
    }

    /** Returns how long a step takes whose relations' sizes are known; how long it waits for locks is not in it. */
    public TimeRange time(StepCost cost) {
        Map<String, RelationSize> sizes = sizes(cost);
        double least = 0;
        double most = 0;
        for (String table : cost.rewrites()) {
            long bytes = bytes(sizes, table);
            least += (double) bytes / rewritten;
            most += (double) SLOWER * bytes / rewritten + (double) PASSES_OF_A_COPY * bytes / DISK;
        }
        for (String table : cost.scans()) {
            long bytes = bytes(sizes, table);
            least += (double) bytes / scanned;
            most += (double) SLOWER * bytes / scanned + (double) bytes / DISK;
        }
        for (String index : cost.rebuilds()) {
            double rows = rows(sizes, index);
            long bytes = bytes(sizes, index);
            least += rows / indexed;
            most += SLOWER * rows / indexed + (double) PASSES_OF_A_COPY * bytes / DISK;
        }
        for (String table : cost.builds()) {
            double rows = rows(sizes, table);
            least += rows / indexed;
            most += SLOWER * rows / indexed;
        }
        return new TimeRange(Duration.ofMillis((long) (least * 1000)), Duration.ofMillis((long) (most * 1000)));
    }

    private static long bytes(Map<String, RelationSize> sizes, String relation) {
        RelationSize size = sizes.get(relation);
        return size == null ? 0 : size.bytes();
    }

    private static long rows(Map<String, RelationSize> sizes, String relation) {
        RelationSize size = sizes.get(relation);
        return size == null ? 0 : size.rows().orElse(size.bytes() / BYTES_OF_A_ROW);
    }

    private static Map<String, RelationSize> sizes(StepCost cost) {
        return cost.sizes().stream().collect(Collectors.toMap(RelationSize::relation, Function.identity()));
    }
}
