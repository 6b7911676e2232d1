// SPDX-License-Identifier: Apache-2.0
package dev.plumbline.gap;

/** How much a difference matters, worst first; {@link ImpactRule} says when each level is given. */
public enum Impact {
    /** Data goes wrong, or to the wrong people, while the difference stands; or many other objects cannot exist. */
    CRITICAL,
    /** What the application does fails, or the integrity of rows is no longer guarded. */
    HIGH,
    /** Something works otherwise, slower, or for fewer people than declared. */
    MEDIUM,
    /** Nothing fails; the two sides merely differ. */
    LOW,
    /** Worth knowing, without effect. */
    INFO;

    /** Returns the worse of the two. */
    public Impact worse(Impact other) {
        return compareTo(other) <= 0 ? this : other;
    }
}
