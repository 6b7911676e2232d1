// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** An extended statistics object; {@code definition} is {@code pg_get_statisticsobjdef}, its columns by name. */
public record Statistics(ObjectKey key, ObjectKey on, String definition, Optional<Integer> target)
        implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
