// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A sequence that is an object of its own; the one behind an identity column is part of the column.
 *
 * @param ownedBy the column with which it goes away
 */
public record Sequence(ObjectKey key, SequenceOptions options, boolean unlogged, Optional<ObjectKey> ownedBy)
        implements SchemaObject {
    /** Returns the same sequence with another owner, or none. */
    public Sequence ownedBy(Optional<ObjectKey> owner) {
        return new Sequence(key, options, unlogged, owner);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return ownedBy;
    }
}
