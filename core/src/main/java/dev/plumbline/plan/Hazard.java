// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.plan;

/**
 * A risk that a step poses. Those that are guarded must be allowed by name before a plan with them is applied, and so must one
 * that keeps others waiting, on a table where that is not over in a moment: see {@link Step#guarded}.
 */
public enum Hazard {
    /** Rows or column values are gone afterwards. */
    DATA_LOSS(true, "rows or values are deleted"),
    /** Whether the step succeeds depends on the rows: they may violate what it demands, or not convert. */
    DATA_DEPENDENT(false, "fails if rows do not fit"),
    /** Every row is copied while reads and writes wait. */
    REWRITE(true, "copies the whole table under an exclusive lock"),
    /** Every row is read while writes, or reads and writes, wait. */
    BLOCKING_SCAN(false, "reads the whole table under a lock"),
    /** Who may see or do what changes. */
    AUTHORIZATION(false, "changes who may see or do what"),
    /** The reverse cannot bring back what was there. */
    IRREVERSIBLE(false, "the reverse cannot restore everything");

    private final boolean guarded;
    private final String effect;

    Hazard(boolean guarded, String effect) {
        this.guarded = guarded;
        this.effect = effect;
    }

    /** Returns whether a plan with it is refused unless it is allowed by name, however small the tables are. */
    public boolean guarded() {
        return guarded;
    }

    /** Returns what it means, for people. */
    public String effect() {
        return effect;
    }
}
