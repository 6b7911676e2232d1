// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.List;
import java.util.Set;

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

    /** Returns the same cost without relations that nobody uses yet, because the plan itself made them. */
    public StepCost without(Set<String> relations) {
        return new StepCost(
                locks.stream()
                        .filter(lock -> !relations.contains(lock.relation()))
                        .toList(),
                rewrites.stream().filter(name -> !relations.contains(name)).toList(),
                scans.stream().filter(name -> !relations.contains(name)).toList());
    }

    /** Returns whether the relation was locked in that mode or a stronger one. */
    public boolean holds(String relation, LockMode atLeast) {
        return locks.stream()
                .anyMatch(
                        lock -> lock.relation().equals(relation) && lock.mode().compareTo(atLeast) >= 0);
    }
}
