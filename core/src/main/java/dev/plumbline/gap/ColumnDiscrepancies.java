// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

import dev.plumbline.catalog.ObjectKey;
import java.util.List;

/**
 * The columns of one table that both sides have, where they differ.
 *
 * @param impact the worst level among them
 */
public record ColumnDiscrepancies(ObjectKey table, List<Entry> entries, Impact impact) {
    public ColumnDiscrepancies {
        entries = List.copyOf(entries);
    }

    /**
     * One column, its default included.
     *
     * @param actual how it is declared on the actual side, empty when missing
     * @param desired how it is declared on the desired side, empty when extra
     * @param differences what differs; empty for a missing or extra column
     */
    public record Entry(
            String column,
            ChangeType type,
            String actual,
            String desired,
            List<Difference> differences,
            Impact impact,
            Reason reason) {
        public Entry {
            differences = List.copyOf(differences);
        }
    }
}
