// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.SortedMap;

/** A range type; options are those of CREATE TYPE … AS RANGE, values quoted. */
public record RangeType(ObjectKey key, SortedMap<String, String> options) implements SchemaObject {
    public RangeType {
        options = Values.copy(options);
    }
}
