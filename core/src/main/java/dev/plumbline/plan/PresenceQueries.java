// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.SchemaObject;
import java.util.Optional;

/** How an engine is asked whether a database has an object. The conditions are SQL, and read only the system catalogs. */
public interface PresenceQueries {
    /**
     * Returns a condition that holds where there is an object under that key; empty for what cannot be asked so, such as a
     * grant.
     */
    Optional<String> exists(ObjectKey key);

    /**
     * Returns a condition that holds where there is such an object and it can be relied on: an index that is valid, a
     * column of that type; empty for what cannot be asked so.
     */
    Optional<String> isAs(SchemaObject desired);
}
