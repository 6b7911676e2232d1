// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;

/**
 * A user-defined aggregate.
 *
 * @param signature the argument list of CREATE AGGREGATE, {@code ORDER BY} part included
 * @param options the options of CREATE AGGREGATE, values as SQL
 */
public record Aggregate(ObjectKey key, String signature, String result, SortedMap<String, String> options)
        implements SchemaObject {
    public Aggregate {
        options = Values.copy(options);
    }
}
