// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.postgres;

import dev.plumbline.catalog.Grant;
import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.catalog.ObjectKind;
import dev.plumbline.catalog.SchemaObject;
import dev.plumbline.gap.Gap;
import java.util.List;
import java.util.Optional;

/** How grants on columns hang on those of their table: REVOKE on a table takes the columns' privileges too. */
final class ColumnGrants {
    private ColumnGrants() {}

    /** A privilege that is revoked on a table is revoked on all its columns, so the columns' grants come later. */
    static Optional<ObjectKey> tableGrant(SchemaObject object) {
        return object instanceof Grant grant && grant.target().kind() == ObjectKind.COLUMN
                ? Optional.of(ObjectKey.about(
                        ObjectKind.GRANT,
                        ObjectKey.of(
                                ObjectKind.TABLE,
                                grant.target().schema(),
                                grant.target().path().get(1)),
                        grant.grantee()))
                : Optional.empty();
    }

    /** Returns the grants on columns that a change of the table's grant would take with it. */
    static List<String> restored(Gap gap, SchemaObject object) {
        if (!(object instanceof Grant changed) || changed.target().kind() != ObjectKind.TABLE) {
            return List.of();
        }
        return gap.actual()
                .objects(Grant.class)
                .filter(grant -> tableGrant(grant).equals(Optional.of(changed.key())))
                .flatMap(grant -> gap.desired().find(grant.key(), Grant.class).stream())
                .flatMap(grant -> PrivilegeStatements.create(grant).stream())
                .toList();
    }
}
