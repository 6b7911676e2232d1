// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Constraint;
import dev.plumbline.catalog.ConstraintType;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.Taken;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * Reads constraints of tables and domains, and the indexes that no constraint owns. What a partition has only because
 * its parent has it (a constraint with {@code conparentid}, an attached index) is implied by the parent's object.
 */
final class ConstraintReader {
    /** The constraints that are objects of their own. */
    static final String CONSTRAINTS = ConstraintRows.query(ImpliedReader.OWN_CONSTRAINT);

    /** The indexes that are. */
    static final String INDEXES = IndexRows.query(ImpliedReader.OWN_INDEX);

    private final CatalogReading reading;
    private final ImpliedReader implied;

    ConstraintReader(CatalogReading reading, ImpliedReader implied) {
        this.reading = reading;
        this.implied = implied;
    }

    void read() throws SQLException {
        constraints();
        foreignKeysToPartitions();
        indexes();
    }

    private void constraints() throws SQLException {
        Map<Long, ObjectKey> attached = implied.attachedKeys();
        Map<Long, Taken> taken = implied.taken();
        reading.rows(CONSTRAINTS, row -> {
            Constraint constraint = ConstraintRows.constraint(row);
            Optional<ObjectKey> whole = Optional.ofNullable(attached.get(row.getLong("oid")));
            Optional<Taken> taker = constraint.type() == ConstraintType.FOREIGN_KEY
                    ? Optional.empty()
                    : Optional.ofNullable(taken.get(row.getLong("conindid")));
            boolean alone = whole.isEmpty() && taker.isEmpty();
            ConstraintRows.add(row, alone ? constraint : constraint.partOf(whole, taker), reading);
        });
    }

    /**
     * A foreign key to a partitioned table has a hidden one to each of its partitions (PostgreSQL documentation,
     * "pg_constraint", conparentid). They mean the same object, which thereby depends on those partitions.
     */
    private void foreignKeysToPartitions() throws SQLException {
        reading.rowsOf("pg_inherits", """
                WITH RECURSIVE family AS (
                    SELECT k.oid, k.oid AS root, k.conrelid FROM pg_constraint k
                    WHERE k.contype = 'f' AND k.conparentid = 0
                    UNION ALL
                    SELECT k.oid, f.root, k.conrelid FROM pg_constraint k
                    JOIN family f ON k.conparentid = f.oid AND k.conrelid = f.conrelid)
                SELECT oid, root FROM family WHERE oid <> root""", row -> {
            Optional<ObjectKey> root = reading.key(ObjectAddress.of("pg_constraint", row.getLong("root")));
            if (root.isPresent()) {
                reading.alias(ObjectAddress.of("pg_constraint", row.getLong("oid")), root.get());
            }
        });
    }

    private void indexes() throws SQLException {
        reading.rows(
                INDEXES,
                row -> reading.add(ObjectAddress.of("pg_class", row.getLong("oid")), IndexRows.index(row, reading)));
        implied.parts();
    }
}
