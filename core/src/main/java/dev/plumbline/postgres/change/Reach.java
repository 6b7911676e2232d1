// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Whether a part can be created together with its whole, or needs something new that needs the whole first. */
public final class Reach {
    private final Catalog desired;
    private final Set<ObjectKey> created;
    private final Predicate<ObjectKey> whole;

    /**
     * Creates the question for one whole.
     *
     * @param created what the plan creates; everything else is there already
     * @param whole whether a key means the whole or a part that is created with it
     */
    public Reach(Catalog desired, Set<ObjectKey> created, Predicate<ObjectKey> whole) {
        this.desired = desired;
        this.created = created;
        this.whole = whole;
    }

    /** Returns whether nothing that the part needs, the whole itself apart, needs the whole. */
    public boolean standsAlone(ObjectKey part) {
        Set<ObjectKey> seen = new HashSet<>();
        return desired.dependencies(part).stream()
                .filter(needed -> !whole.test(needed))
                .noneMatch(needed -> leadsBack(needed, seen));
    }

    private boolean leadsBack(ObjectKey from, Set<ObjectKey> seen) {
        if (!created.contains(from) || !seen.add(from)) {
            return false;
        }
        return desired.dependencies(from).stream().anyMatch(needed -> whole.test(needed) || leadsBack(needed, seen));
    }
}
