// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/** A rewrite rule other than a view's own; {@code definition} is {@code pg_get_ruledef}. */
public record Rule(ObjectKey key, ObjectKey on, String definition, String enabled) implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(on);
    }
}
