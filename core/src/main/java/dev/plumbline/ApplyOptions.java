// SPDX-License-Identifier: Apache-2.0
package dev.plumbline;

import dev.plumbline.plan.Hazard;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a plan is applied.
 *
 * @param allowed the guarded hazards that are allowed, by name
 * @param retries how often a group of steps is tried again when another session holds a lock; 0 for never
 * @param allowUnproven whether a plan may be applied though its proof is absent or does not hold
 * @param backup whether a SQLite file is copied before the first step that could cost rows; the copy goes when the run
 *     has succeeded
 * @param endIdle ends sessions that hold a lock which a step waits for, and have been idle inside their transaction for at
 *     least that long (PostgreSQL; it takes the right to, which {@code pg_signal_backend} gives); empty for none
 * @param lockTimeout how long a step waits for a lock, and others behind it, before it is rolled back and tried again; what
 *     the plan says where absent
 */
public record ApplyOptions(
        Set<Hazard> allowed,
        int retries,
        boolean allowUnproven,
        boolean backup,
        Optional<Duration> endIdle,
        Optional<Duration> lockTimeout) {
    /** Nothing dangerous is allowed; ten retries, which take about half a minute besides the waiting itself. */
    public static final ApplyOptions DEFAULT = new ApplyOptions(Set.of(), 10, false);

    public ApplyOptions {
        Set<Hazard> copy = EnumSet.noneOf(Hazard.class);
        copy.addAll(allowed);
        allowed = Collections.unmodifiableSet(copy);
        if (lockTimeout.filter(limit -> limit.toMillis() <= 0).isPresent()) {
            throw new IllegalArgumentException("A lock timeout of " + lockTimeout.get() + " is none.");
        }
    }

    /** Creates options with the plan's own waits for locks. */
    public ApplyOptions(
            Set<Hazard> allowed, int retries, boolean allowUnproven, boolean backup, Optional<Duration> endIdle) {
        this(allowed, retries, allowUnproven, backup, endIdle, Optional.empty());
    }

    /** Creates options with the copy. */
    public ApplyOptions(Set<Hazard> allowed, int retries, boolean allowUnproven) {
        this(allowed, retries, allowUnproven, true, Optional.empty(), Optional.empty());
    }

    /** Returns the same with other hazards allowed. */
    public ApplyOptions allowing(Set<Hazard> hazards) {
        return new ApplyOptions(hazards, retries, allowUnproven, backup, endIdle, lockTimeout);
    }

    /** Returns the same without the copy. */
    public ApplyOptions withoutBackup() {
        return new ApplyOptions(allowed, retries, allowUnproven, false, endIdle, lockTimeout);
    }

    /** Returns the same with sessions ended that are in the way and have been idle for that long. */
    public ApplyOptions endingIdle(Duration longest) {
        return new ApplyOptions(allowed, retries, allowUnproven, backup, Optional.of(longest), lockTimeout);
    }

    /** Returns the same with steps that wait no longer than that for a lock. */
    public ApplyOptions waitingAtMost(Duration lock) {
        return new ApplyOptions(allowed, retries, allowUnproven, backup, endIdle, Optional.of(lock));
    }
}
