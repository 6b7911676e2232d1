// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.List;
import java.util.SortedMap;

/**
 * What a database offers to subscribers.
 *
 * @param allTables whether it is FOR ALL TABLES
 * @param tables in order of their names
 * @param schemas the schemas all of whose tables it has, unquoted and sorted
 * @param options the options of CREATE PUBLICATION that are not as by default; {@code publish} always
 */
public record Publication(
        ObjectKey key,
        boolean allTables,
        List<PublishedTable> tables,
        List<String> schemas,
        SortedMap<String, String> options)
        implements Accessory {
    public Publication {
        tables = List.copyOf(tables);
        schemas = List.copyOf(schemas);
        options = Values.copy(options);
    }
}
