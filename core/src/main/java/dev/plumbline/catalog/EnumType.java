// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;

/** An enum type with its labels in their sort order. */
public record EnumType(ObjectKey key, List<String> labels) implements SchemaObject {
    public EnumType {
        labels = List.copyOf(labels);
    }
}
