// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/**
 * How the values of a column are stored and sampled, where it is not what its type says.
 *
 * @param storage the storage strategy
 * @param compression the compression method
 * @param statisticsTarget how closely ANALYZE looks
 * @param options attribute options such as {@code n_distinct}
 */
public record ColumnSettings(
        Optional<String> storage,
        Optional<String> compression,
        Optional<Integer> statisticsTarget,
        SortedMap<String, String> options) {
    /** A column for which nothing was set. */
    public static final ColumnSettings USUAL =
            new ColumnSettings(Optional.empty(), Optional.empty(), Optional.empty(), Collections.emptySortedMap());

    public ColumnSettings {
        options = Values.copy(options);
    }
}
