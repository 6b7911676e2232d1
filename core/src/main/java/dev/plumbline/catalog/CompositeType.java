// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/** A stand-alone composite type with its attributes in order. */
public record CompositeType(ObjectKey key, List<TypedName> attributes) implements SchemaObject {
    public CompositeType {
        attributes = List.copyOf(attributes);
    }
}
