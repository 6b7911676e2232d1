// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;
import java.util.SortedMap;

/**
 * A trigger of a table or view, constraint triggers among them; clones on partitions are no objects, but part of it.
 *
 * @param definition {@code pg_get_triggerdef}, or SQLite's statement in normal form
 * @param enabled {@code O} origin, {@code D} disabled, {@code R} replica, {@code A} always
 * @param onPartitions when the clones fire that do so at other times than the trigger, by the qualified names of their
 *     partitions; the words are those of {@code enabled}
 * @param statement the statement as it was written, where the database keeps it (SQLite); else empty
 */
public record Trigger(
        ObjectKey key,
        ObjectKey on,
        String definition,
        String enabled,
        SortedMap<String, String> onPartitions,
        @Informative String statement)
        implements SchemaObject {
    public Trigger {
        onPartitions = Values.copy(onPartitions);
    }

    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
