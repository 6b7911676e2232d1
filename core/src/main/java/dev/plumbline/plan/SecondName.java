// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.gap.Change;
import java.util.List;

/**
 * A rename under way: the object is used by its first name and by its second one.
 *
 * @param rename from the first name to the second, in terms of the catalog where it was found; {@code to} has the kind of the object
 * @param second the key of what has the second name there; for a table that need not be a table
 * @param parts the keys of all that stands there for the second name, sorted; without them the object has its first name alone
 * @param complete whether everything is in place, so that applications may use the second name
 */
public record SecondName(Change.Renamed rename, ObjectKey second, List<ObjectKey> parts, boolean complete) {
    public SecondName {
        parts = List.copyOf(parts);
    }
}
