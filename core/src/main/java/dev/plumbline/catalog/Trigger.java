// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * A trigger of a table or view, constraint triggers among them; clones on partitions are not objects.
 *
 * @param definition {@code pg_get_triggerdef}, or SQLite's statement in normal form
 * @param enabled {@code O} origin, {@code D} disabled, {@code R} replica, {@code A} always
 * @param statement the statement as it was written, where the database keeps it (SQLite); else empty
 */
public record Trigger(
        ObjectKey key,
        ObjectKey on,
        String definition,
        String enabled,
        @Informative String statement) implements SchemaObject {
    /** A trigger of a database that deparses and does not keep the statement. */
    public Trigger(ObjectKey key, ObjectKey on, String definition, String enabled) {
        this(key, on, definition, enabled, "");
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
