// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.time.Duration;
import java.util.Optional;

/**
 * What a run does about sessions that are in its way.
 *
 * @param retries how often it tries again
 * @param endIdle ends those that have been idle inside a transaction for at least that long; empty for none. A session
 *     that works is never ended
 * @param pace how much room batches leave for others
 */
public record Waiting(Retries retries, Optional<Duration> endIdle, Pace pace) {
    /** Creates it with batches at the usual pace. */
    public Waiting(Retries retries, Optional<Duration> endIdle) {
        this(retries, endIdle, Pace.DEFAULT);
    }
}
