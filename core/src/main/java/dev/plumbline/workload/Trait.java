// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.workload;

/** What makes a plan slow when its tables grow. */
public enum Trait {
    /** Reads every row of a table. */
    SCAN,
    /** Sorts what no index has in order, be it for ORDER BY, GROUP BY or DISTINCT. */
    SORT,
    /** Builds an index for itself each time it is run (SQLite alone does). */
    OWN_INDEX
}
