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
 * @param implied the constraints and indexes that it has because a parent has them, and keeps when it leaves the parent
 * @param merged the names of those of its checks that it has because a parent has them, and for itself too
 * @param partitionConstraint what every row of a partition satisfies, all levels above included, as an expression; that of a
 *     default partition follows from the others
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
        String replicaIdentity,
        @Informative List<SchemaObject> implied,
        @Informative List<String> merged,
        @Informative Optional<String> partitionConstraint)
        implements SchemaObject, Heir {
    public Table {
        options = Values.copy(options);
        inherits = List.copyOf(inherits);
        implied = List.copyOf(implied);
        merged = List.copyOf(merged);
    }

    /** A table that has nothing only because of a parent. */
    public Table(
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
            String replicaIdentity) {
        this(
                key,
                unlogged,
                accessMethod,
                tablespace,
                options,
                partitioning,
                partitionOf,
                inherits,
                ofType,
                rowSecurity,
                forceRowSecurity,
                replicaIdentity,
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Returns the same table under another key. */
    public Table named(ObjectKey other) {
        return with(other, implied);
    }

    /** Returns the same table with other parts that it has because a parent has them. */
    public Table implying(List<SchemaObject> parts) {
        return with(key, parts);
    }

    private Table with(ObjectKey newKey, List<SchemaObject> newImplied) {
        return new Table(
                newKey,
                unlogged,
                accessMethod,
                tablespace,
                options,
                partitioning,
                partitionOf,
                inherits,
                ofType,
                rowSecurity,
                forceRowSecurity,
                replicaIdentity,
                newImplied,
                merged,
                partitionConstraint);
    }
}
