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
 * @param statement the statement as it was written, where the database keeps it (SQLite); else empty
 */
public record View(
        ObjectKey key,
        String definition,
        List<TypedName> columns,
        SortedMap<String, String> options,
        SortedMap<String, String> defaults,
        @Informative String statement)
        implements SchemaObject {
    public View {
        columns = List.copyOf(columns);
        options = Values.copy(options);
        defaults = Values.copy(defaults);
    }

    /** A view of a database that deparses and does not keep the statement. */
    public View(
            ObjectKey key,
            String definition,
            List<TypedName> columns,
            SortedMap<String, String> options,
            SortedMap<String, String> defaults) {
        this(key, definition, columns, options, defaults, "");
    }
}
