// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.time.Duration;

/**
 * How long a step may wait for a lock and how long it may run; {@code Duration.ZERO} means no limit. Three seconds for a
 * lock keep the queue behind it short; an application that waits longer shows errors to its users.
 */
public record Timeouts(Duration lock, Duration statement) {
    /** For a statement that only touches the catalog. */
    public static final Timeouts QUICK = new Timeouts(Duration.ofSeconds(3), Duration.ofMinutes(1));

    /** For a statement whose length depends on the rows. */
    public static final Timeouts LONG = new Timeouts(Duration.ofSeconds(3), Duration.ZERO);

    /**
     * For a statement with CONCURRENTLY: it waits for every transaction that was there before it, which counts as waiting for a
     * lock, and nobody waits behind it (PostgreSQL documentation, CREATE INDEX, "Building Indexes Concurrently").
     */
    public static final Timeouts PATIENT = new Timeouts(Duration.ZERO, Duration.ZERO);

    /**
     * For one batch of rows. What it has locked so far others wait for while it waits itself, and a server looks for a deadlock
     * only after a second ({@code deadlock_timeout}): it gives way before, so that it is never somebody else who is ended.
     */
    public static final Timeouts BATCH = new Timeouts(Duration.ofMillis(250), Duration.ZERO);
}
