// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.review;

import dev.plumbline.catalog.ObjectKey;
import dev.plumbline.script.SqlDialect;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a review knows besides the migrations.
 *
 * @param engine whose SQL it is
 * @param runner who runs them
 * @param rows about how many rows tables of the live database hold; empty where none was looked at
 */
public record Circumstances(SqlDialect engine, Runner runner, SortedMap<ObjectKey, Long> rows) {
    public Circumstances {
        rows = Collections.unmodifiableSortedMap(new TreeMap<>(rows));
    }
}
