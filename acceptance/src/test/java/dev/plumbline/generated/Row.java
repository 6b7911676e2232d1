// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.generated;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A row for a table of the actual side.
 *
 * @param table the table's name without quotes
 * @param values literals by the name of the column without quotes; those for columns that a table lacks are left out
 */
public record Row(String table, SequencedMap<String, String> values) {
    public Row {
        values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
    }
}
