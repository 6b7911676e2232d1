// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.execute;

import dev.plumbline.plan.Timeouts;
import java.time.Duration;

/**
 * How long the steps of one transaction may still wait for locks, together. Whoever stands behind the first lock that it has waits
 * until it ends, so what each step may wait for must not add up.
 *
 * <p>The time that a quick statement takes counts as waiting, because it takes next to none otherwise. That of a long one does not:
 * it works, and its locks are chosen so that nobody minds, or the plan says who does.
 */
final class WaitBudget {
    /** What is always left: enough for a lock that is free, on a busy server too. */
    private static final Duration LEAST = Duration.ofMillis(20);

    private Duration spent = Duration.ZERO;

    /** Returns the timeouts of the next step. One that may wait without a limit still may. */
    Timeouts left(Timeouts asked) {
        if (asked.lock().isZero()) {
            return asked;
        }
        Duration left = asked.lock().minus(spent);
        Duration least = LEAST.compareTo(asked.lock()) < 0 ? LEAST : asked.lock();
        return new Timeouts(left.compareTo(least) > 0 ? left : least, asked.statement());
    }

    /** Notes how long a step took that had asked for these timeouts. */
    void took(Timeouts asked, Duration time) {
        if (!asked.statement().isZero()) {
            spent = spent.plus(time);
        }
    }
}
