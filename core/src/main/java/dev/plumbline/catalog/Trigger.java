// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A trigger of a table or view, constraint triggers among them; clones on partitions are not objects.
 *
 * @param definition {@code pg_get_triggerdef}, or SQLite's statement in normal form
 * @param enabled {@code O} origin, {@code D} disabled, {@code R} replica, {@code A} always
 */
public record Trigger(ObjectKey key, ObjectKey on, String definition, String enabled) implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
