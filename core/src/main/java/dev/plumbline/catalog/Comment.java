// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A comment on an object.
 *
 * @param target what it is about; the column of a view is a target though it is no object of the catalog
 * @param owner the object with which the comment goes away: the target, or the view of a target column
 */
public record Comment(ObjectKey key, ObjectKey target, ObjectKey owner, String text) implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(owner);
    }
}
