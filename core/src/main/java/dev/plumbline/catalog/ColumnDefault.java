// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Optional;

/**
 * The default of a column, an object of its own because it may depend on functions and sequences that depend on the
 * table.
 *
 * @param column the column
 * @param expression as the server deparses it
 */
public record ColumnDefault(ObjectKey key, ObjectKey column, String expression) implements SchemaObject {
    @Override
    public Optional<ObjectKey> parent() {
        return Optional.of(column);
    }
}
