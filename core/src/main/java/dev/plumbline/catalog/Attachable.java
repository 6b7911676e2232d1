// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * What a partitioned table can have before its partitions do: an index, or a constraint with an index behind it. While it lacks
 * the part of a partition it is not valid, and its parts are objects of their own.
 */
public sealed interface Attachable permits Constraint, Index {
    /** Returns the identity. */
    ObjectKey key();

    /** Returns the relation that has it. */
    ObjectKey on();

    /**
     * Returns the index or constraint of the partitioned table that this one is attached to while that lacks parts of other
     * partitions; absent where it is attached to none, or to one that is complete.
     */
    Optional<ObjectKey> attachedTo();

    /**
     * Returns what it is a part of, where that is complete. Most such parts are no objects of their own: only those are that have a name
     * which the server does not choose, or settings of their own, and keys that a partition had before an index took them.
     */
    Optional<Taken> taken();

    /** Returns whether the index is complete, and was built to its end. */
    boolean valid();
}
