// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;

/**
 * One change with what it means.
 *
 * @param key the object
 * @param type how it differs
 * @param detail what the object is or in what it differs, one line; may be empty
 * @param differences the components that differ, for {@link ChangeType#DIFFERENT}
 * @param within the missing or extra object that this one comes or goes with, of the same type; empty when it stands
 *     for itself
 * @param impact the worst level of the reasons
 * @param reasons why, worst first, never empty
 */
public record Discrepancy(
        ObjectKey key,
        ChangeType type,
        String detail,
        List<Difference> differences,
        List<ObjectKey> within,
        Impact impact,
        List<Reason> reasons) {
    public Discrepancy {
        differences = List.copyOf(differences);
        within = List.copyOf(within);
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("a level needs a reason: " + key);
        }
    }

    /** Returns whether it is more than a part of something that is missing or extra as a whole. */
    public boolean standsForItself() {
        return within.isEmpty();
    }

    /** Returns the reason that gave the level. */
    public Reason mainReason() {
        return reasons.get(0);
    }
}
