// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What one grantee may do with one object, where it differs from what an unset ACL means.
 *
 * @param target the object; a column for column privileges
 * @param owner the object with which the grant goes away
 * @param grantee a role name, {@code PUBLIC}, or {@code <owner>} for the owner's own privileges
 * @param privileges privilege to whether the grant option comes with it; empty where the default was revoked
 */
public record Grant(
        ObjectKey key, ObjectKey target, ObjectKey owner, String grantee, SortedMap<String, Boolean> privileges)
        implements SchemaObject {
    public Grant {
        privileges = Values.copy(privileges);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(owner);
    }
}
