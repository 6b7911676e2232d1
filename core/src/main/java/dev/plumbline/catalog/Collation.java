// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;

/**
 * A user-defined collation.
 *
 * @param options the options of CREATE COLLATION as PostgreSQL would need them to make it again, values quoted
 */
public record Collation(ObjectKey key, SortedMap<String, String> options) implements SchemaObject {
    public Collation {
        options = Values.copy(options);
    }
}
