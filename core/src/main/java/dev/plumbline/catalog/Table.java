// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A PostgreSQL table, plain or partitioned, without its columns, which are objects of their own.
 *
 * @param unlogged true for UNLOGGED
 * @param accessMethod the table access method; absent where the kind has none
 * @param options storage parameters, name to value, with {@code toast.} before those of the TOAST table
 * @param inherits the parents in order, for old-style inheritance only
 * @param ofType the composite type of a typed table, qualified and quoted
 * @param replicaIdentity {@code DEFAULT}, {@code FULL}, {@code NOTHING} or {@code USING INDEX name}
 */
public record Table(
        ObjectKey key,
        boolean unlogged,
        Optional<String> accessMethod,
        Optional<String> tablespace,
        SortedMap<String, String> options,
        Optional<Partitioning> partitioning,
        Optional<PartitionOf> partitionOf,
        List<ObjectKey> inherits,
        Optional<String> ofType,
        boolean rowSecurity,
        boolean forceRowSecurity,
        String replicaIdentity)
        implements SchemaObject {
    public Table {
        options = Values.copy(options);
        inherits = List.copyOf(inherits);
    }
}
