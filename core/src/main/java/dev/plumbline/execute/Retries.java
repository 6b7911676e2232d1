// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often and after what pause a group of steps is tried again when another session holds a lock. The pause doubles
 * from try to try up to a maximum, and each is drawn at random from its upper half, so that two runs do not meet again.
 *
 * @param count how many tries follow the first
 * @param first the first pause
 * @param longest the longest pause
 */
public record Retries(int count, Duration first, Duration longest) {
    /** Returns that many tries after the first, with pauses from a quarter of a second to eight seconds. */
    public static Retries times(int count) {
        return new Retries(count, Duration.ofMillis(250), Duration.ofSeconds(8));
    }

    /** Returns the pause before a try, counted from 1. */
    public Duration pauseBefore(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        long full = Math.min(Math.max(doubled, 1), longest.toMillis());
        return Duration.ofMillis(full / 2 + ThreadLocalRandom.current().nextLong(full / 2 + 1));
    }
}
