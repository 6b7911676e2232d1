// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

/** How a step stands to transactions. */
public enum TransactionMode {
    /** Runs in one transaction with its neighbours of the same mode. */
    TOGETHER,
    /** Begins a transaction, in which its neighbours of mode {@link #TOGETHER} behind it run too. */
    BEGINS,
    /** Runs in a transaction of its own, because what follows can use its result only after the commit. */
    ALONE,
    /** Runs outside any transaction block, because the database demands it. */
    OUTSIDE,
    /** Goes over a table in batches, each a short transaction of its own. */
    BATCHES;

    /** Returns whether those of mode {@link #TOGETHER} that come next run in the transaction of a step of this mode. */
    public boolean isShared() {
        return this == TOGETHER || this == BEGINS;
    }
}
