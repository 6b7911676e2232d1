// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * A foreign table without its columns, which are objects of their own.
 *
 * @param server the server's name, unquoted
 * @param options without those whose values are secret
 * @param secrets the names of options whose values are not read, and so not compared
 * @param inherits the parents in order, for old-style inheritance only
 * @param implied the constraints that it has because a parent has them, and keeps when it leaves the parent
 */
public record ForeignTable(
        ObjectKey key,
        String server,
        SortedMap<String, String> options,
        @Informative SortedSet<String> secrets,
        Optional<PartitionOf> partitionOf,
        List<ObjectKey> inherits,
        @Informative List<SchemaObject> implied)
        implements SchemaObject, Heir {
    public ForeignTable {
        options = Values.copy(options);
        secrets = Values.copy(secrets);
        inherits = List.copyOf(inherits);
        implied = List.copyOf(implied);
    }
}
