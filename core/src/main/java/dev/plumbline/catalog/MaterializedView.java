// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A materialized view.
 *
 * @param populated false for WITH NO DATA
 * @param settings by column, where something was set
 */
public record MaterializedView(
        ObjectKey key,
        String definition,
        List<TypedName> columns,
        boolean populated,
        Optional<String> accessMethod,
        Optional<String> tablespace,
        SortedMap<String, String> options,
        SortedMap<String, ColumnSettings> settings)
        implements SchemaObject {
    public MaterializedView {
        columns = List.copyOf(columns);
        options = Values.copy(options);
        settings = Values.copy(settings);
    }
}
