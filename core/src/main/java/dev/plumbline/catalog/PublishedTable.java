// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.Optional;

/**
 * A table of a publication.
 *
 * @param table its qualified name, quoted
 * @param columns the columns that are published, unquoted and sorted; empty for all
 * @param filter the condition of the rows that are published, as the server deparses it
 */
public record PublishedTable(String table, List<String> columns, Optional<String> filter) {
    public PublishedTable {
        columns = List.copyOf(columns);
    }
}
