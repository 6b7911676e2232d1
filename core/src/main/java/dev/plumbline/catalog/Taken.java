// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.catalog;

/**
 * What makes an index or key of a partition a part: it belongs to that of the partitioned table above, which is complete. It comes with
 * that one and goes with it.
 *
 * @param by the index or constraint at the top of the partitions
 * @param columns the columns as they stand in the name of such a part which the server makes by itself; empty where they do not
 * @param word the word behind them, such as {@code idx}
 * @param named whether it has a name that the server does not choose by itself
 * @param alike whether it has no settings of its own, which the server would not give it
 */
public record Taken(ObjectKey by, String columns, String word, boolean named, boolean alike) {}
