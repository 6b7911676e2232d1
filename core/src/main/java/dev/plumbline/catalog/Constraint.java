// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A constraint of a table or a domain.
 *
 * @param on the table or domain
 * @param definition {@code pg_get_constraintdef} without NOT VALID
 * @param columns the constrained columns in order, empty for expressions
 * @param references the referenced table of a foreign key
 * @param validated false for NOT VALID
 * @param inherited true when it exists only because a parent table has it
 * @param attachedTo the constraint or index of the partitioned table that the index behind it is attached to while that lacks parts
 *     of other partitions
 * @param taken the constraint or index of the partitioned table of which the index behind it is a part, where that is complete
 * @param valid false for a key of a partitioned table that lacks the part of a partition
 * @param indexOptions storage parameters of the index behind it
 * @param tablespace where the index behind it stands, when not in the default
 */
public record Constraint(
        ObjectKey key,
        ObjectKey on,
        ConstraintType type,
        String definition,
        List<String> columns,
        Optional<ObjectKey> references,
        boolean validated,
        boolean inherited,
        Optional<ObjectKey> attachedTo,
        @Informative Optional<Taken> taken,
        boolean valid,
        boolean clustered,
        SortedMap<String, String> indexOptions,
        Optional<String> tablespace)
        implements SchemaObject, Attachable {
    public Constraint {
        columns = List.copyOf(columns);
        indexOptions = Values.copy(indexOptions);
    }

    /** A constraint that stands for itself; its index, if any, is complete and in the default tablespace. */
    public Constraint(
            ObjectKey key,
            ObjectKey on,
            ConstraintType type,
            String definition,
            List<String> columns,
            Optional<ObjectKey> references,
            boolean validated,
            boolean inherited,
            boolean clustered,
            SortedMap<String, String> indexOptions) {
        this(
                key,
                on,
                type,
                definition,
                columns,
                references,
                validated,
                inherited,
                Optional.empty(),
                Optional.empty(),
                true,
                clustered,
                indexOptions,
                Optional.empty());
    }

    /** Returns the same constraint of another table, under another name. */
    public Constraint of(ObjectKey other, String name) {
        return with(
                other.child(ObjectKind.CONSTRAINT, name),
                other,
                definition,
                attachedTo,
                taken,
                clustered,
                indexOptions,
                tablespace);
    }

    /** Returns the same constraint as part of one of the partitioned table, or of an index: one that lacks other parts, or is complete. */
    public Constraint partOf(Optional<ObjectKey> incomplete, Optional<Taken> complete) {
        return with(key, on, definition, incomplete, complete, clustered, indexOptions, tablespace);
    }

    /** Returns the same constraint with the settings that the server gives the part of that one which it makes by itself. */
    public Constraint like(Constraint whole) {
        return with(key, on, whole.definition, attachedTo, taken, false, whole.indexOptions, whole.tablespace);
    }

    private Constraint with(
            ObjectKey newKey,
            ObjectKey newOn,
            String newDefinition,
            Optional<ObjectKey> newAttachedTo,
            Optional<Taken> newTaken,
            boolean newClustered,
            SortedMap<String, String> newIndexOptions,
            Optional<String> newTablespace) {
        return new Constraint(
                newKey,
                newOn,
                type,
                newDefinition,
                columns,
                references,
                validated,
                inherited,
                newAttachedTo,
                newTaken,
                valid,
                newClustered,
                newIndexOptions,
                newTablespace);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
