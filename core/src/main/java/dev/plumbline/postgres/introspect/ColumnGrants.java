// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres.introspect;

import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Privileges on single columns stand beside those on the whole relation: REVOKE on the relation takes those on its
 * columns too (PostgreSQL documentation, REVOKE), so they are granted after it, and again where it is changed.
 */
public final class ColumnGrants {
    private static final Set<ObjectKind> RELATIONS =
            Set.of(ObjectKind.TABLE, ObjectKind.FOREIGN_TABLE, ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW);

    private ColumnGrants() {}

    /** Returns the keys of the same grantee's grant on the whole relation, one for each kind that it may be. */
    static Set<ObjectKey> relationGrants(ObjectKey column, String grantee) {
        return RELATIONS.stream()
                .map(kind -> ObjectKey.of(kind, column.schema(), column.path().get(1)))
                .map(relation -> ObjectKey.about(ObjectKind.GRANT, relation, grantee))
                .collect(Collectors.toSet());
    }

    /** Returns what a grant waits for: nothing, unless it is on a column. */
    public static Set<ObjectKey> awaited(SchemaObject object) {
        return object instanceof Grant grant && grant.target().kind() == ObjectKind.COLUMN
                ? relationGrants(grant.target(), grant.grantee())
                : Set.of();
    }

    /** Returns whether a grant is on what has columns, so that a change of it takes those on its columns with it. */
    public static boolean areBeside(Grant grant) {
        return RELATIONS.contains(grant.target().kind());
    }
}
