// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.SortedMap;

/**
 * A view.
 *
 * @param definition the query as the database deparses or keeps it
 * @param columns its output columns in order
 * @param options such as {@code security_barrier}
 * @param defaults defaults of its columns, expression by column name
 */
public record View(
        ObjectKey key,
        String definition,
        List<TypedName> columns,
        SortedMap<String, String> options,
        SortedMap<String, String> defaults)
        implements SchemaObject {
    public View {
        columns = List.copyOf(columns);
        options = Values.copy(options);
        defaults = Values.copy(defaults);
    }
}
