// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;

/**
 * A table that is missing, with the facts that decide its tier.
 *
 * @param columns how many columns it has
 * @param referencedBy other tables with a foreign key to it, sorted
 * @param usedBy functions, views, triggers and policies elsewhere that depend on it or whose body names it, sorted
 * @param dependents how many objects that are not part of it need it, directly or not
 * @param reason the rule of the tier, as it is met here
 */
public record MissingTable(
        ObjectKey key,
        Tier tier,
        int columns,
        List<ObjectKey> referencedBy,
        List<ObjectKey> usedBy,
        int dependents,
        String reason) {
    public MissingTable {
        referencedBy = List.copyOf(referencedBy);
        usedBy = List.copyOf(usedBy);
    }

    /** How soon a missing table is needed. */
    public enum Tier {
        FOUNDATION(1, "other tables refer to it, or row-level security elsewhere reads it"),
        LOGIC(2, "functions, views or triggers use it, or it has row-level security of its own"),
        LEAF(3, "nothing else depends on it");

        private final int number;
        private final String rule;

        Tier(int number, String rule) {
            this.number = number;
            this.rule = rule;
        }

        /** Returns 1 for what must come first. */
        public int number() {
            return number;
        }

        /** Returns when a table is in it. */
        public String rule() {
            return rule;
        }
    }
}
