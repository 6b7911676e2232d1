// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.gap.Change;
import java.util.List;

/**
 * How an engine lets objects be used by two names for a while, for reads and for writes. The object itself keeps its first name
 * and everything on it as it is; what stands beside it for the second name goes without a loss when it is no longer needed.
 */
public interface SecondNames {
    /** Returns the renames that are under way in a catalog, sorted by the second name. */
    List<SecondName> underWay(Catalog catalog);

    /**
     * Returns what gives objects their second names, in order, with what takes that away again, and what the catalog has
     * already of it left out.
     *
     * @param begun the catalog as it is
     * @param plain the same without what stands there for second names
     * @param renamed what {@code plain} is once the columns among these objects have their second names alone
     * @param renames in terms of {@code plain}
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} and the reason for an object that cannot have two
     */
    Work give(Catalog begun, Catalog plain, Catalog renamed, List<Change.Renamed> renames);

    /**
     * Returns what takes second names away, in order, with what gives them again as they are in the catalog.
     *
     * @param begun the catalog as it is
     * @param plain the same without what stands there for second names
     * @throws dev.plumbline.error.PlumblineException with {@code UNSUPPORTED} where something else needs a second name
     */
    Work take(Catalog begun, Catalog plain, List<SecondName> names);

    /**
     * Actions and their undoing.
     *
     * @param there the actions, in order
     * @param back what undoes them, in order
     */
    record Work(List<Action> there, List<Action> back) {
        /** Nothing to do. */
        public static final Work NONE = new Work(List.of(), List.of());

        public Work {
            there = List.copyOf(there);
            back = List.copyOf(back);
        }

        /** Returns whether there is nothing to do. */
        public boolean isEmpty() {
            return there.isEmpty();
        }
    }
}
