// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.time.Duration;

/**
 * How much room batches leave for others.
 *
 * @param rest how long to pause after a batch, as a share of the time that it took
 * @param lag how far a replica may be behind before batches wait for it
 * @param waiting how many other sessions may wait for locks before batches wait for them
 * @param patience how long to wait for either at most before a batch; one replica that never catches up, because it is kept
 *     behind on purpose, makes a run slow and not endless
 */
public record Pace(double rest, Duration lag, int waiting, Duration patience) {
    /** A fifth of the time is left to others altogether, and replicas stay within ten seconds. */
    public static final Pace DEFAULT = new Pace(0.25, Duration.ofSeconds(10), 5, Duration.ofMinutes(1));
}
