// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.change;

import dev.plumbline.catalog.Catalog;
import dev.plumbline.catalog.Column;
import dev.plumbline.catalog.ColumnValue;
import dev.plumbline.catalog.DefaultPrivilege;
import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.postgres.introspect.PrivilegeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What default privileges give to an object at its creation, and how to undo what the desired schema does not have: the
 * object may have been declared before the default privileges were, or after.
 */
public final class CreationPrivileges {
    private final List<DefaultPrivilege> inForce;
    private final Catalog desired;

    /** Takes the default privileges that are in force before the plan. */
    public CreationPrivileges(Catalog actual, Catalog desired) {
        this.inForce = actual.objects(DefaultPrivilege.class).toList();
        this.desired = desired;
    }

    /** Returns what gives a new object its owner, and then what {@link #reset} says. */
    public List<String> afterwards(ObjectKey created) {
        List<String> statements = new ArrayList<>(OwnerStatements.given(created, desired));
        statements.addAll(reset(created));
        return statements;
    }

    /**
     * Returns what brings a new object to the privileges of an unset ACL, on which its desired grants then stand; nothing where these
     * are what it was given.
     */
    public List<String> reset(ObjectKey created) {
        return reset(created, created);
    }

    /** A sequence behind an identity has the owner of its column. */
    private List<String> reset(ObjectKey created, ObjectKey owned) {
        if (inForce.isEmpty() || isExplicit(created)) {
            return List.of();
        }
        List<String> statements = new ArrayList<>();
        for (DefaultPrivilege privilege : inForce) {
            if (concerns(privilege, created)) {
                SortedMap<String, Boolean> given = new TreeMap<>(privilege.privileges());
                statements.addAll(PrivilegeStatements.change(
                        created,
                        PrivilegeStatements.role(privilege.grantee(), OwnerStatements.of(owned, desired)),
                        given,
                        PrivilegeStatements.usual(
                                created, privilege.grantee(), desired.product().majorVersion())));
            }
        }
        return statements;
    }

    /** Returns the same of the sequence behind an identity column that is made; empty for other columns. */
    public List<String> resetSequence(Column made) {
        if (inForce.isEmpty() || !(made.value() instanceof ColumnValue.Identity identity)) {
            return List.of();
        }
        ObjectKey sequence = ObjectKey.of(
                ObjectKind.SEQUENCE, made.key().schema(), ColumnStatements.sequenceName(identity, made.key()));
        return reset(sequence, made.key());
    }

    /** Returns whether the object's desired grants say all that there is to say, so that nothing need be reset. */
    private boolean isExplicit(ObjectKey created) {
        return inForce.stream()
                .filter(privilege -> concerns(privilege, created))
                .allMatch(privilege -> desired.find(
                                ObjectKey.about(ObjectKind.GRANT, created, privilege.grantee()), Grant.class)
                        .map(grant -> grant.privileges().equals(privilege.privileges()))
                        .orElse(false));
    }

    private static boolean concerns(DefaultPrivilege privilege, ObjectKey created) {
        boolean schemaFits = privilege
                .schema()
                .map(schema -> created.path().size() > 1 && schema.equals(created.schema()))
                .orElse(true);
        return privilege.creator().equals(PrivilegeReader.OWNER)
                && schemaFits
                && kinds(privilege.objectType()).contains(created.kind());
    }

    private static Set<ObjectKind> kinds(String objectType) {
        return switch (objectType) {
            case "TABLES" ->
                Set.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);
            case "SEQUENCES" -> Set.of(ObjectKind.SEQUENCE);
            case "FUNCTIONS" -> Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);
            case "TYPES" -> Set.of(ObjectKind.ENUM, ObjectKind.DOMAIN, ObjectKind.COMPOSITE, ObjectKind.RANGE);
            case "SCHEMAS" -> Set.of(ObjectKind.SCHEMA);
            default -> Set.of();
        };
    }
}
