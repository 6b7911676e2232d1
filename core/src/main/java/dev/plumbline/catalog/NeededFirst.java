// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** An order in which what an object needs comes before it, as when tables are filled whose rows refer to others. */
public final class NeededFirst {
    private final Function<ObjectKey, ? extends Collection<ObjectKey>> needs;
    private final Set<ObjectKey> seen = new HashSet<>();
    private final List<ObjectKey> order = new ArrayList<>();

    private NeededFirst(Function<ObjectKey, ? extends Collection<ObjectKey>> needs) {
        this.needs = needs;
    }

    /**
     * Returns objects with all that they need, each once. Where they need each other in a circle, one of them comes before what it
     * needs. Nothing is called from within itself, as a chain of references may be as long as a database has tables.
     *
     * @param objects in the order in which they come where they need nothing
     * @param needs what an object needs, in the order in which that comes
     */
    public static List<ObjectKey> order(
            Collection<ObjectKey> objects, Function<ObjectKey, ? extends Collection<ObjectKey>> needs) {
        NeededFirst walk = new NeededFirst(needs);
        objects.forEach(walk::add);
        return walk.order;
    }

    private void add(ObjectKey object) {
        Deque<Visit> open = new ArrayDeque<>();
        enter(object, open);
        while (!open.isEmpty()) {
            Visit visit = open.getLast();
            if (visit.rest.hasNext()) {
                enter(visit.rest.next(), open);
            } else {
                order.add(open.removeLast().object);
            }
        }
    }

    private void enter(ObjectKey object, Deque<Visit> open) {
        if (seen.add(object)) {
            open.addLast(new Visit(object, needs.apply(object).iterator()));
        }
    }

    /** An object whose needs are being gone through, with those that are left. */
    private record Visit(ObjectKey object, Iterator<ObjectKey> rest) {}
}
