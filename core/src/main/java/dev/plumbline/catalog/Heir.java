// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;

/** What can have parents in PostgreSQL: a table, plain or foreign, that inherits from others or is a partition of one. */
public sealed interface Heir permits ForeignTable, Table {
    /** Returns the identity. */
    ObjectKey key();

    /** Returns the parents in order, for old-style inheritance only. */
    List<ObjectKey> inherits();

    /** Returns the partitioned table above and the bounds there; absent where it is no partition. */
    Optional<PartitionOf> partitionOf();

    /** Returns the constraints and indexes that it has because a parent has them, and keeps when it leaves the parent. */
    List<SchemaObject> implied();

    /** Returns whether the table is a partition of that one itself, not of one of its partitions. */
    default boolean isPartitionOf(ObjectKey parent) {
        return partitionOf().filter(of -> of.parent().equals(parent)).isPresent();
    }

    /** Returns one that a catalog has under that key; absent where there is none. */
    static Optional<Heir> in(Catalog catalog, ObjectKey key) {
        return catalog.find(key).filter(Heir.class::isInstance).map(Heir.class::cast);
    }
}
