// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The transactions of a proven plan that hold locks on so many tables that an application feels it: each lock is kept until the last
 * is had and the last step is done, and a wait for one of them is a wait for all.
 */
public final class CrowdedTransactions {
    /** A step that is done in a moment takes a few milliseconds on a busy server; ten of them still go unnoticed. */
    public static final int UNNOTICED = 10;

    private CrowdedTransactions() {}

    /**
     * Returns one sentence about each, in the order of the steps; none of steps that were not observed.
     *
     * @param most how many tables are not too many
     */
    public static List<String> notes(List<Step> steps, int most) {
        List<String> sentences = new ArrayList<>();
        for (List<Step> group : Plan.groups(steps)) {
            Step first = group.getFirst();
            Set<String> tables = new TreeSet<>();
            group.forEach(step -> step.cost().ifPresent(cost -> addLocked(cost, tables)));
            if (first.mode().isShared() && tables.size() > most) {
                sentences.add(
                        "Steps " + first.number() + " to " + group.getLast().number() + " are one transaction: "
                                + tables.size()
                                + " tables are locked against writes, or against all, from the first of them until the"
                                + " last has ended. Where they are all in use, declare the change a few tables at a time.");
            }
        }
        return sentences;
    }

    private static void addLocked(StepCost cost, Set<String> tables) {
        cost.locks().stream()
                .filter(lock -> lock.mode().conflictsWith(LockMode.ROW_EXCLUSIVE))
                .forEach(lock -> tables.add(lock.table().orElse(lock.relation())));
    }
}
