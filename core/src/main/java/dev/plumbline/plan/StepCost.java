// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.List;

/**
 * What a step was seen to do when it was executed on a scratch database: not a guess.
 *
 * @param locks the strongest lock on each relation, ACCESS SHARE left out, strongest first
 * @param rewrites relations whose storage was replaced
 * @param scans tables that were read from end to end
 */
public record StepCost(List<RelationLock> locks, List<String> rewrites, List<String> scans) {
    public StepCost {
        locks = List.copyOf(locks);
        rewrites = List.copyOf(rewrites);
        scans = List.copyOf(scans);
    }

    /** Returns whether the relation was locked in that mode or a stronger one. */
    public boolean holds(String relation, LockMode atLeast) {
        return locks.stream()
                .anyMatch(
                        lock -> lock.relation().equals(relation) && lock.mode().compareTo(atLeast) >= 0);
    }
}
