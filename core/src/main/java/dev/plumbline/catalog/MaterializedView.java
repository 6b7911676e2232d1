// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** A materialized view; {@code populated} is false for WITH NO DATA. */
public record MaterializedView(
        ObjectKey key,
        String definition,
        List<TypedName> columns,
        boolean populated,
        Optional<String> accessMethod,
        Optional<String> tablespace,
        SortedMap<String, String> options)
        implements SchemaObject {
    public MaterializedView {
        columns = List.copyOf(columns);
        options = Values.copy(options);
    }
}
