// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * The role to which an object belongs, where owners are compared; see {@link Ownership} for where they are not.
 *
 * @param target the object
 * @param role the role's name
 */
public record Owner(ObjectKey key, ObjectKey target, String role) implements SchemaObject {
    /** Creates the owner of an object. */
    public Owner(ObjectKey target, String role) {
        this(keyFor(target), target, role);
    }

    /** Returns the key under which the owner of an object stands. */
    public static ObjectKey keyFor(ObjectKey target) {
        return ObjectKey.about(ObjectKind.OWNER, target);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(target);
    }
}
