// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Aggregate;
import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.Owner;
import dev.plumbline.catalog.Sequence;
import dev.plumbline.postgres.sql.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Statements that give objects to roles. An object is given away as soon as it is made: what is granted on it, and what
 * hangs on it, is then the owner's, as it would be if the owner had made it (aclchk.c: grants name their grantor).
 */
public final class OwnerStatements {
    private OwnerStatements() {}

    /** Returns what gives an object that was just made to the role that it is to belong to; empty where it stays. */
    public static List<String> given(ObjectKey made, Catalog catalog) {
        return catalog.ownership()
                .given(made)
                .map(role -> List.of(change(made, catalog, Sql.name(role))))
                .orElse(List.of());
    }

    static String change(Owner owner, Catalog catalog) {
        return change(owner.target(), catalog, Sql.name(owner.role()));
    }

    private static String change(ObjectKey target, Catalog catalog, String role) {
        String name = catalog.find(target, Aggregate.class)
                .map(RoutineStatements::named)
                .orElseGet(() -> Sql.of(target));
        return "ALTER " + Sql.kind(target.kind()) + " " + name + " OWNER TO " + role;
    }

    /** Returns the role that a plan names for the owner of an object, its table's for what follows one; else empty. */
    public static Optional<String> of(ObjectKey key, Catalog catalog) {
        return catalog.ownership().given(followed(key, catalog));
    }

    /** Returns the object whose owner an object has: itself, unless it follows a relation. */
    public static ObjectKey followed(ObjectKey key, Catalog catalog) {
        if (key.kind() == ObjectKind.COLUMN) {
            return relation(key, catalog);
        }
        return catalog.find(key, Sequence.class)
                .flatMap(Sequence::ownedBy)
                .map(column -> relation(column, catalog))
                .orElse(key);
    }

    private static ObjectKey relation(ObjectKey column, Catalog catalog) {
        for (ObjectKind kind :
                List.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)) {
            ObjectKey relation =
                    ObjectKey.of(kind, column.schema(), column.path().get(1));
            if (catalog.contains(relation)) {
                return relation;
            }
        }
        return column;
    }

    static List<String> create(Sequence sequence, Catalog desired) {
        if (sequence.ownedBy().isEmpty() || of(sequence.key(), desired).isEmpty()) {
            return List.of(TableStatements.create(sequence));
        }
        List<String> statements = new ArrayList<>();
        statements.add(TableStatements.create(sequence.ownedBy(Optional.empty())));
        statements.addAll(handedOver(sequence, desired));
        return statements;
    }

    /**
     * Returns what makes a column the owner of a sequence that was just made: which is possible only while the sequence belongs
     * to the same role as the table (sequence.c, process_owned_by).
     */
    public static List<String> handedOver(Sequence sequence, Catalog desired) {
        List<String> statements = new ArrayList<>();
        of(sequence.key(), desired).ifPresent(role -> statements.add(change(sequence.key(), desired, Sql.name(role))));
        statements.add(TableStatements.ownedBy(sequence));
        return statements;
    }

    /**
     * Returns what gives a sequence to the owner of the table that is to own it, before it does, or back once none does; empty
     * where the roles are the same.
     */
    static List<String> before(Sequence from, Sequence to, Catalog actual, Catalog desired) {
        Optional<String> should = of(to.key(), desired);
        boolean silent = to.ownedBy().isEmpty() && should.isEmpty();
        Optional<String> reader = actual.ownership().reader();
        if (to.ownedBy().equals(from.ownedBy())
                || silent
                || of(from.key(), actual).or(() -> reader).equals(should.or(() -> reader))) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        if (from.ownedBy().isPresent()) {
            statements.add(TableStatements.ownedBy(from.ownedBy(Optional.empty())));
        }
        statements.add(change(to.key(), desired, should.map(Sql::name).orElse("CURRENT_USER")));
        return statements;
    }
}
