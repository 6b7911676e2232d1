// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.bench.memory;

import java.lang.management.ManagementFactory;

/**
 * Time that something took, in nanoseconds: by the clock, and of this thread on a processor. SQLite works in the thread that
 * calls it, so the second does not grow with what else the machine has to do; waiting for a disk is not in it.
 */
record Taken(long clock, long processor) {
    static final Taken NOTHING = new Taken(0, 0);

    /** Returns the two clocks as they stand. */
    static Taken now() {
        return new Taken(System.nanoTime(), ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    Taken plus(Taken other) {
        return new Taken(clock + other.clock, processor + other.processor);
    }

    Taken minus(Taken other) {
        return new Taken(clock - other.clock, processor - other.processor);
    }

    double seconds() {
        return clock / 1e9;
    }

    double processorSeconds() {
        return processor / 1e9;
    }
}
