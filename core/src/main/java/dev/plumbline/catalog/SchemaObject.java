// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * Anything with identity in a schema, as an immutable record: its key first, then what makes it what it is. Two objects
 * with the same key differ in the components that are not equal; that is the whole comparison, for every kind.
 *
 * <p>A new kind is one record here, one catalog query in an engine, one branch in its statement writer; the compiler
 * finds the places.
 */
public sealed interface SchemaObject
        permits Accessory,
                Aggregate,
                Collation,
                Column,
                ColumnDefault,
                Comment,
                CompositeType,
                Constraint,
                DefaultPrivilege,
                DomainType,
                EnumType,
                EventTrigger,
                Extension,
                ForeignTable,
                Grant,
                Index,
                MaterializedView,
                NamedSchema,
                Owner,
                Policy,
                RangeType,
                Routine,
                Rule,
                Sequence,
                SqliteColumn,
                SqliteTable,
                Statistics,
                Table,
                Trigger,
                View,
                VirtualTable {

    /** Returns the identity. */
    ObjectKey key();

    /** Returns the object that this one is part of and goes away with: the table of a column. */
    default Optional<ObjectKey> parent() {
        return Optional.empty();
    }
}
