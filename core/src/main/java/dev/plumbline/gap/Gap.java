// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.Catalog;
import java.util.List;
import java.util.stream.Stream;

/**
 * What stands between two catalogs, complete: applying the changes to the actual side gives the desired one.
 *
 * @param actual the actual side, with the declared renames already carried out where there are any
 * @param desired the desired side
 * @param changes renames first, then everything else in key order
 * @param information what differs but no statement can change, such as the order of columns; not a gap
 */
public record Gap(Catalog actual, Catalog desired, List<Change> changes, List<String> information) {
    public Gap {
        changes = List.copyOf(changes);
        information = List.copyOf(information);
    }

    /** Returns whether nothing stands between the two sides. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Returns the changes of one type, in order. */
    public <T extends Change> Stream<T> changes(Class<T> type) {
        return changes.stream().filter(type::isInstance).map(type::cast);
    }
}
