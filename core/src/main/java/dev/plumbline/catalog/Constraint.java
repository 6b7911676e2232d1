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
        boolean clustered,
        SortedMap<String, String> indexOptions,
        Optional<String> tablespace)
        implements SchemaObject {
    public Constraint {
        columns = List.copyOf(columns);
        indexOptions = Values.copy(indexOptions);
    }

    /** A constraint whose index, if any, stands in the default tablespace. */
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
                clustered,
                indexOptions,
                Optional.empty());
    }

    /** Returns the same constraint of another table, under another name. */
    public Constraint of(ObjectKey other, String name) {
        return new Constraint(
                other.child(ObjectKind.CONSTRAINT, name),
                other,
                type,
                definition,
                columns,
                references,
                validated,
                inherited,
                clustered,
                indexOptions,
                tablespace);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
